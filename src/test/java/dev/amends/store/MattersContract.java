package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.KnownBy;
import dev.amends.care.Matter;
import dev.amends.care.MatterId;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.care.Said;
import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.RepDevice;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** What matters do, whatever they are kept in. */
interface MattersContract {

    Said BILLING = new Said("billing");
    Said REFUND = new Said("refund");
    RepDevice REP = new RepDevice("Local/5001@from-queue/n");

    /** No matters, the same ones during a test. */
    Matters matters();

    /** The ledger of the same store. */
    Ledger ledger();

    @Test
    default void nobody_has_a_matter_at_first() {
        assertThat(matters().open(number(1), SUPPORT, NOON)).isEmpty();
        assertThat(matters().find(new MatterId(7))).isEmpty();
    }

    @Test
    default void the_first_word_opens_a_matter_and_the_next_ones_add_to_it() {
        Matter opened = note(new MatterNote.Reason(BILLING), NOON);
        note(new MatterNote.Wish(REFUND), noonPlus(10));
        Matter known = note(new MatterNote.KnownTo(REP), noonPlus(300));

        assertThat(known)
                .isEqualTo(
                        new Matter(
                                opened.id(),
                                SUPPORT,
                                NOON,
                                noonPlus(300),
                                Optional.of(BILLING),
                                Optional.of(REFUND),
                                Optional.of(new KnownBy(REP, noonPlus(300))),
                                Optional.empty()));
        assertThat(open(noonPlus(400))).contains(known);
        assertThat(matters().find(opened.id())).contains(known);
    }

    @Test
    default void what_was_said_first_stays_unless_it_was_nothing() {
        assertThat(note(new MatterNote.Reason(Said.NOTHING), NOON).reason()).contains(Said.NOTHING);
        assertThat(note(new MatterNote.Reason(BILLING), noonPlus(1)).reason()).contains(BILLING);
        assertThat(note(new MatterNote.Reason(REFUND), noonPlus(2)).reason()).contains(BILLING);
        assertThat(note(new MatterNote.Reason(Said.NOTHING), noonPlus(3)).reason())
                .contains(BILLING);
    }

    @Test
    default void the_last_rep_is_the_one_who_knows_it() {
        note(new MatterNote.KnownTo(REP), NOON);
        RepDevice other = new RepDevice("PJSIP/5002");
        assertThat(note(new MatterNote.KnownTo(other), noonPlus(60)).knownBy())
                .contains(new KnownBy(other, noonPlus(60)));
    }

    @Test
    default void another_persons_or_another_lines_matter_is_another_one() {
        note(new MatterNote.Reason(BILLING), NOON);
        assertThat(matters().open(number(2), SUPPORT, NOON)).isEmpty();
        assertThat(matters().open(number(1), new LineName("sales"), NOON)).isEmpty();
    }

    @Test
    default void another_matter_closes_the_open_one() {
        Matter first = note(new MatterNote.Reason(BILLING), NOON);
        Matter second = note(new MatterNote.Another(), noonPlus(60));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.reason()).isEmpty();
        assertThat(open(noonPlus(61))).contains(second);
        assertThat(matters().find(first.id()).orElseThrow().closedAt()).contains(noonPlus(60));
        assertThat(note(new MatterNote.Reason(REFUND), noonPlus(62)).id()).isEqualTo(second.id());
    }

    @Test
    default void another_matter_of_somebody_without_one_is_his_first() {
        Matter only = note(new MatterNote.Another(), NOON);
        assertThat(open(NOON)).contains(only);
    }

    @Test
    default void a_matter_that_is_not_heard_of_for_fourteen_days_is_over() {
        Matter first = note(new MatterNote.Reason(BILLING), NOON);
        Instant later = NOON.plus(Matter.QUIET);
        assertThat(open(later)).contains(first);
        assertThat(open(later.plusMillis(1))).isEmpty();

        note(new MatterNote.CalledAgain(), later);
        assertThat(open(later.plus(Matter.QUIET)).map(Matter::id)).contains(first.id());

        Instant quiet = later.plus(Matter.QUIET).plusMillis(1);
        Matter second = note(new MatterNote.Wish(REFUND), quiet);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.reason()).isEmpty();
        assertThat(matters().find(first.id()).orElseThrow().closedAt()).contains(quiet);
    }

    @Test
    default void a_matter_is_closed_once_and_not_before_it_was_opened() {
        Matter open = note(new MatterNote.Reason(BILLING), NOON);
        assertThat(matters().close(open.id(), "solved", noonPlus(-60))).isTrue();
        assertThat(matters().close(open.id(), "solved again", noonPlus(60))).isFalse();
        assertThat(matters().close(new MatterId(7), "solved", NOON)).isFalse();

        assertThat(open(noonPlus(60))).isEmpty();
        Matter closed = matters().find(open.id()).orElseThrow();
        assertThat(closed.closedAt()).contains(NOON);
        assertThat(closed.reason()).contains(BILLING);
    }

    @Test
    default void a_promised_call_is_for_the_matter_that_was_open_and_stays_so() {
        Matter about = note(new MatterNote.Reason(BILLING), NOON);
        Callback promise = Samples.promised(ledger(), 1);
        assertThat(matters().of(promise.id()).map(Matter::id)).contains(about.id());

        note(new MatterNote.Another(), noonPlus(600));
        assertThat(matters().of(promise.id()))
                .hasValueSatisfying(then -> {
                    assertThat(then.id()).isEqualTo(about.id());
                    assertThat(then.reason()).contains(BILLING);
                });
        assertThat(matters().of(Samples.promiseId(99))).isEmpty();
    }

    private Matter note(MatterNote note, Instant now) {
        return matters().note(number(1), SUPPORT, note, now);
    }

    private Optional<Matter> open(Instant now) {
        return matters().open(number(1), SUPPORT, now);
    }
}
