package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;
import static dev.amends.store.Samples.promiseId;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.care.CallRef;
import dev.amends.care.Closing;
import dev.amends.care.Closing.Came;
import dev.amends.care.Matter;
import dev.amends.care.MatterNote;
import dev.amends.care.Said;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Deed;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.speech.Language;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What reps say came of calls, and how they correct it. */
class SqlAfterCallsTest {

    private static final CallRef CALL = new CallRef(call(1), SUPPORT, Optional.of(number(1)));

    @TempDir Path folder;
    private Store store;
    private int said;

    @BeforeEach
    void a_caller_with_a_matter() {
        store = Store.open(folder.resolve("amends.db"));
        store.matters().note(number(1), SUPPORT, new MatterNote.Reason(new Said("billing")), NOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void solved_closes_the_callers_matter_and_not_solved_is_remembered_of_him() {
        says(Came.NOT_SOLVED);
        assertThat(open()).isPresent();
        assertThat(seen()).containsExactly(SignalKind.NOT_SOLVED);
        says(Came.NOT_SOLVED);
        assertThat(seen()).hasSize(1);
        says(Came.SOLVED);
        assertThat(open()).isEmpty();
        assertThat(seen()).isEmpty();
    }

    @Test
    void not_solved_after_all_opens_the_matter_again_with_all_that_is_known_of_it() {
        Matter before = open().orElseThrow();
        says(Came.SOLVED);
        says(Came.SOLVED);
        says(Came.NOT_SOLVED);
        assertThat(open())
                .hasValueSatisfying(again -> {
                    assertThat(again.id()).isEqualTo(before.id());
                    assertThat(again.reason()).contains(new Said("billing"));
                });
        says(Came.SOLVED);
        assertThat(open()).isEmpty();
    }

    @Test
    void it_stays_closed_once_he_has_another_one() {
        says(Came.SOLVED);
        Matter other =
                store.matters()
                        .note(number(1), SUPPORT, new MatterNote.CalledAgain(), noonPlus(99));
        says(Came.NOT_SOLVED);
        assertThat(open().map(Matter::id)).contains(other.id());
    }

    @Test
    void what_somebody_else_closed_stays_closed() {
        Matter matter = open().orElseThrow();
        store.matters().close(matter.id(), "nobody needs it any more", noonPlus(10));
        says(Came.SOLVED);
        says(Came.NOT_SOLVED);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_promise_that_he_takes_back_is_withdrawn_and_its_story_says_so() {
        promises("refund", 7200);
        ActionPromise made = only(false);
        says(Came.SOLVED);
        assertThat(store.actions().find(made.id()))
                .get()
                .isInstanceOf(ActionPromise.Withdrawn.class);
        assertThat(store.actions().story(made.id()))
                .extracting(LedgerEntry::reason)
                .containsExactly(
                        "promised by PJSIP/rep1 at the end of call " + call(1).value(),
                        "PJSIP/rep1 corrected what came of call " + call(1).value() + ": solved");
        assertThat(open()).isEmpty();
    }

    @Test
    void told_twice_it_is_one_promise_and_something_else_is_in_its_place() {
        promises("refund", 7200);
        promises("refund", 7200);
        ActionPromise first = only(true);
        promises("refund", 86400);
        ActionPromise later = only(false);
        assertThat(later.terms().by()).isAfter(first.terms().by());
        promises("repair", 86400);
        assertThat(only(false).terms().deed().code()).isEqualTo("repair");
        promises("refund", 7200);
        assertThat(only(false).terms().deed().code()).isEqualTo("refund");
        assertThat(store.actions().list(true, 9)).hasSize(4);
    }

    @Test
    void promised_after_solved_it_belongs_to_the_matter_that_is_open_again() {
        Matter before = open().orElseThrow();
        says(Came.SOLVED);
        promises("refund", 7200);
        assertThat(open().map(Matter::id)).contains(before.id());
    }

    @Test
    void what_is_done_already_stays_done() {
        promises("refund", 7200);
        ActionPromise.Open made = (ActionPromise.Open) only(false);
        store.actions().move(made, made.done(noonPlus(50)), "it is done", noonPlus(50));
        says(Came.NOT_SOLVED);
        assertThat(only(true)).isInstanceOf(ActionPromise.Done.class);
    }

    /** Who withholds his number has no matter, and nothing is remembered of him. */
    @Test
    void of_a_caller_without_a_number_it_is_only_written_down() {
        store.afterCalls()
                .closed(
                        new Closing(
                                new CallRef(call(2), SUPPORT, Optional.empty()),
                                "PJSIP/rep1",
                                Came.NOT_SOLVED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                noonPlus(1)));
        assertThat(seen()).isEmpty();
        assertThat(open()).isPresent();
    }

    private void says(Came came) {
        says(came, Optional.empty());
    }

    private void promises(String what, long seconds) {
        Instant now = noonPlus(20L + said);
        ActionTerms terms =
                new ActionTerms(
                        promiseId(said),
                        new Deed(what, what),
                        new ActionOwner("PJSIP/rep1"),
                        number(1),
                        SUPPORT,
                        now.plusSeconds(seconds),
                        now,
                        Language.ENGLISH);
        says(Came.PROMISED, Optional.of(new ActionPromise.Open(terms, 1, 0, terms.by())));
    }

    /** Each time a second later. */
    private void says(Came came, Optional<ActionPromise.Open> promised) {
        store.afterCalls()
                .closed(
                        new Closing(
                                CALL,
                                "PJSIP/rep1",
                                came,
                                Optional.empty(),
                                Optional.empty(),
                                promised,
                                noonPlus(20L + said++)));
    }

    private ActionPromise only(boolean withEnded) {
        List<ActionPromise> all = store.actions().list(withEnded, 9);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Optional<Matter> open() {
        return store.matters().open(number(1), SUPPORT, noonPlus(100));
    }

    private List<SignalKind> seen() {
        return store.signals().recent(number(1), NOON).stream().map(Signal::kind).toList();
    }
}
