package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallId;
import dev.amends.caller.Flag;
import dev.amends.caller.FlagKind;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.care.CallRef;
import dev.amends.care.Closing;
import dev.amends.care.MatterNote;
import dev.amends.care.Said;
import dev.amends.care.SurveyMark;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Callback;
import dev.amends.promise.Deed;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;
import dev.amends.supervision.Learning;
import dev.amends.supervision.Learning.Fate;
import dev.amends.supervision.Learning.Promised;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What reports are made of, from a small past that can be counted by hand. */
class SqlLearningTest {

    private static final int DAY = 86_400;
    private static final Learning.Span MONTH =
            new Learning.Span(NOON, NOON.plus(Duration.ofDays(30)));

    @TempDir Path folder;
    private Store store;

    /**
     * Caller 1 calls about his bill, again after two days, and after ten more; caller 2 hangs up
     * after 30 s; caller 3 has called before the month and calls within it.
     */
    @BeforeEach
    void past() {
        store = Store.open(folder.resolve("amends.db"));
        came(1, 1, 1);
        came(2, 1, 2 * DAY);
        came(3, 1, 12 * DAY);
        came(4, 2, 60);
        came(5, 3, -3 * DAY);
        came(6, 3, 90);
        store.callerBook()
                .arrived(
                        new Arrival(
                                call(7),
                                Optional.empty(),
                                SUPPORT.value(),
                                noonPlus(95),
                                noonPlus(95),
                                "ordinary",
                                "number withheld"));
        store.callerBook().answered(call(1), noonPlus(1 + 40));
        store.callerBook().hungUpWaiting(call(4), noonPlus(60 + 30));
        seen(SignalKind.LIMIT_SPOKEN, call(1).value(), "PJSIP/rep1 set limit 1");
        store.close();
        store = Store.open(folder.resolve("amends.db"));
        store.matters()
                .note(number(1), SUPPORT, new MatterNote.Reason(new Said("billing")), noonPlus(5));
        store.callerBook()
                .flag(
                        number(2),
                        new Flag(FlagKind.UPSET, "other", "PJSIP/rep2", noonPlus(9), noonPlus(99)));
    }

    private void came(int nth, int caller, long seconds) {
        store.callerBook().arrived(Samples.arrival(nth, caller, noonPlus(seconds)));
    }

    private void seen(SignalKind kind, String call, String detail) {
        store.signals().record(Signal.in(new CallId(call), kind, "support", noonPlus(50), detail));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void calls_know_whether_their_caller_had_called_before_and_called_again_within_a_week() {
        assertThat(store.learning().calls(MONTH))
                .extracting(one -> one.id() + " " + word(one.before()) + " " + word(one.again()))
                .containsExactly(
                        call(3).value() + " false false",
                        call(2).value() + " true false",
                        call(7).value() + " unknown unknown",
                        call(6).value() + " true false",
                        call(4).value() + " false false",
                        call(1).value() + " false true");
    }

    private static String word(Optional<Boolean> whether) {
        return whether.map(String::valueOf).orElse("unknown");
    }

    @Test
    void of_two_words_on_one_call_the_later_one_comes_first() {
        Callback.Promised promised = Samples.promised(store.ledger(), 1);
        store.ledger().intend(promised, Samples.intent(1, promised.id(), noonPlus(100)));
        closed(call(1).value(), Closing.Came.NOT_SOLVED, 60);
        closed(Samples.attemptId(1).value(), Closing.Came.SOLVED, 200);

        assertThat(store.learning().closed(MONTH))
                .as("the newest first, and both of the one call")
                .extracting(one -> one.call() + " " + one.came())
                .containsExactly(call(1).value() + " solved", call(1).value() + " not-solved");
    }

    private void closed(String call, Closing.Came came, long seconds) {
        store.afterCalls()
                .closed(
                        new Closing(
                                new CallRef(new CallId(call), SUPPORT, Optional.of(number(1))),
                                "PJSIP/rep1",
                                came,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                noonPlus(seconds)));
    }

    @Test
    void and_how_long_he_waited_and_what_it_was_about() {
        assertThat(store.learning().calls(MONTH))
                .filteredOn(one -> one.id().equals(call(1).value()))
                .singleElement()
                .returns(Optional.of(Duration.ofSeconds(40)), Learning.Called::waited)
                .returns(Optional.empty(), Learning.Called::hungUpAfter)
                .returns("billing", Learning.Called::reason)
                .returns("senior", Learning.Called::route);
        assertThat(store.learning().calls(MONTH))
                .filteredOn(one -> one.id().equals(call(4).value()))
                .singleElement()
                .returns(Optional.empty(), Learning.Called::waited)
                .returns(Optional.of(Duration.ofSeconds(30)), Learning.Called::hungUpAfter)
                .returns("not known", Learning.Called::reason);
    }

    @Test
    void what_a_rep_saw_is_known_by_his_name() {
        assertThat(store.learning().seen(MONTH))
                .extracting(one -> one.kind() + " by " + one.rep())
                .containsExactlyInAnyOrder("limit_spoken by PJSIP/rep1", "flagged by PJSIP/rep2");
    }

    @Test
    void what_was_said_in_a_call_back_belongs_to_the_call_in_which_it_was_asked_for() {
        Callback.Promised promised = Samples.promised(store.ledger(), 1);
        store.ledger().intend(promised, Samples.intent(1, promised.id(), noonPlus(100)));
        CallRef called =
                new CallRef(
                        new CallId(Samples.attemptId(1).value()), SUPPORT, Optional.of(number(1)));
        store.afterCalls()
                .closed(
                        new Closing(
                                called,
                                "PJSIP/rep1",
                                Closing.Came.PROMISED,
                                Optional.of(Closing.Mistake.OURS),
                                Optional.empty(),
                                Optional.of(new ActionPromise.Open(refund(), 1, 0, noonPlus(9000))),
                                noonPlus(200)));
        store.afterCalls().marked(called, new SurveyMark(4), noonPlus(201));

        String asked = call(1).value();
        assertThat(store.learning().closed(MONTH))
                .singleElement()
                .returns(asked, Learning.Closed::call);
        assertThat(store.learning().surveyed(MONTH))
                .containsExactly(new Learning.Surveyed(asked, Optional.of(4), Optional.empty()));
        assertThat(store.learning().promised(MONTH))
                .containsExactlyInAnyOrder(
                        new Promised("call", "support", asked, "", Fate.OPEN),
                        new Promised("refund", "support", asked, "PJSIP/rep1", Fate.OPEN));
    }

    @Test
    void a_promise_is_in_time_late_broken_or_withdrawn_as_its_record_says() {
        ActionPromise.Open made = new ActionPromise.Open(refund(), 1, 0, noonPlus(9000));
        store.actions().promise(made, "promised");
        ActionPromise.Overdue overdue = made.overdue(noonPlus(9001));
        store.actions().move(made, overdue, "not done", noonPlus(9001));
        assertThat(fates()).containsExactly(Fate.BROKEN);
        store.actions().move(overdue, overdue.done(noonPlus(9002)), "done", noonPlus(9002));
        assertThat(fates()).containsExactly(Fate.LATE);
        Callback.Promised call = Samples.promised(store.ledger(), 1);
        store.ledger().move(call, call.withdrawn(noonPlus(500)), "cancelled", noonPlus(500));
        assertThat(fates()).containsExactlyInAnyOrder(Fate.LATE, Fate.WITHDRAWN);
    }

    private List<Fate> fates() {
        return store.learning().promised(MONTH).stream().map(Promised::fate).toList();
    }

    private static ActionTerms refund() {
        return new ActionTerms(
                new PromiseId("7".repeat(32)),
                new Deed("refund", "refund"),
                new ActionOwner("PJSIP/rep1"),
                number(1),
                SUPPORT,
                noonPlus(9000),
                noonPlus(200),
                Language.ENGLISH);
    }
}
