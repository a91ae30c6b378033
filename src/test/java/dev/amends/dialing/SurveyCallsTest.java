package dev.amends.dialing;

import static dev.amends.dialing.Office.SUPPORT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.care.CallRef;
import dev.amends.care.SurveyMark;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.LedgerEntry;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Purpose;
import dev.amends.promise.RetrySettings;
import dev.amends.speech.Language;
import dev.amends.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Callers were called back; two hours later they are asked how it was. On the true ledger. */
class SurveyCallsTest {

    private static final Duration AFTER = Duration.ofHours(2);

    @TempDir Path folder;
    private Store store;
    private Office office;
    private int drawn;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("amends.db"));
        office = new Office(store.ledger(), new RetrySettings(3, 5, Office.GAP));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SurveyCalls calls(Budget budget) {
        return new SurveyCalls(
                store.surveys(),
                new ClaimDesk.Book(office.ledger, office.settler, CallTimes.ALWAYS, budget),
                NumberJudge.by(
                        new NumberPolicy(new NumberPlan("US"), NumberRules.NONE), office.callers),
                office.telephone,
                new SurveySettings(
                        Map.of(SUPPORT, new SurveySettings.OfLine(AFTER, Duration.ofDays(30))), 2),
                office.clock,
                () -> new AttemptId("%032x".formatted(0xa5ced00 + ++drawn)));
    }

    private void look() {
        calls(Budget.NONE).tick();
    }

    /** A promise whose caller spoke with a rep, by this attempt. */
    private record Spoke(PromiseId promise, AttemptId attempt) {}

    private Spoke spoke() {
        PromiseId promise = office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.ends(attempt, new Witness.Spoke(Duration.ofMinutes(3), Duration.ofMinutes(4)));
        assertThat(office.promise(promise)).isInstanceOf(Callback.Kept.class);
        return new Spoke(promise, attempt);
    }

    private List<AttemptId> rung() {
        return office.telephone.telling();
    }

    private List<String> reasons(PromiseId id) {
        return office.ledger.story(id).stream().map(LedgerEntry::reason).toList();
    }

    @Test
    void two_hours_later_he_is_called_once_and_the_promise_stays_kept_whatever_comes_of_it() {
        Spoke spoke = spoke();
        look();
        office.clock.passes(AFTER.minusSeconds(1));
        look();
        assertThat(rung()).isEmpty();
        office.clock.passesSeconds(1);
        look();
        look();
        assertThat(rung()).hasSize(1);
        AttemptId asks = rung().getFirst();
        assertThat(office.attempt(asks).purpose()).isEqualTo(Purpose.SURVEY);
        assertThat(office.desk.seat(asks)).isEmpty();
        Callback kept = office.promise(spoke.promise());

        assertThat(office.desk.claim(asks)).isPresent();
        assertThat(office.desk.claim(asks)).isEmpty();
        office.telephone.writes(asks, new Witness.Dialing());
        office.ends(asks, new Witness.Ended(AttemptOutcome.NO_ANSWER));

        assertThat(office.outcome(asks)).contains(AttemptOutcome.NO_ANSWER);
        assertThat(office.promise(spoke.promise())).isEqualTo(kept);
        assertThat(reasons(spoke.promise()))
                .contains(
                        "was called back, and is to be asked how it was",
                        "could not be asked how it was: he did not answer");
        office.clock.passes(AFTER);
        look();
        assertThat(rung()).hasSize(1);
    }

    @Test
    void nobody_is_called_to_be_asked_who_still_speaks_with_his_rep() {
        PromiseId promise = office.promised(0);
        office.tick();
        AttemptId attempt = office.dials();
        office.settler.end(attempt, AttemptOutcome.KEPT, office.clock.instant());
        assertThat(office.promise(promise)).isInstanceOf(Callback.Kept.class);
        office.clock.passes(AFTER);
        look();
        assertThat(rung()).isEmpty();

        office.ends(attempt, new Witness.Spoke(AFTER, AFTER.plusMinutes(1)));
        look();

        assertThat(rung()).hasSize(1);
    }

    @Test
    void who_agrees_to_be_asked_is_on_record_so_and_the_call_has_its_price() {
        spoke();
        office.clock.passes(AFTER);
        look();
        AttemptId asks = rung().getFirst();
        office.desk.claim(asks);
        office.settler.end(asks, AttemptOutcome.TOLD, office.clock.instant());
        assertThat(office.outcome(asks)).contains(AttemptOutcome.TOLD);
        assertThat(office.ledger.unmeasured()).containsExactly(asks);
        office.ends(asks, new Witness.Ended(AttemptOutcome.NO_KEY, Duration.ofSeconds(40)));
        assertThat(office.ledger.unmeasured()).isEmpty();
        assertThat(office.outcome(asks)).contains(AttemptOutcome.TOLD);
    }

    @Test
    void who_gave_his_mark_when_his_rep_hung_up_is_not_called_and_the_story_says_why() {
        Spoke spoke = spoke();
        store.afterCalls()
                .marked(
                        new CallRef(
                                new CallId(spoke.attempt().value()),
                                SUPPORT,
                                Optional.of(office.promise(spoke.promise()).terms().number())),
                        new SurveyMark(4),
                        office.clock.instant());
        office.clock.passes(AFTER);
        look();
        look();
        assertThat(rung()).isEmpty();
        assertThat(reasons(spoke.promise()))
                .containsOnlyOnce("he gave the call a mark when it was over");
    }

    @Test
    void a_call_that_was_not_dialled_is_placed_again() {
        Spoke spoke = spoke();
        office.clock.passes(AFTER);
        look();
        office.ends(rung().getFirst(), new Witness.Nothing());
        office.clock.passesSeconds(11);
        office.tick(new Hint.LookAtEverything());
        assertThat(office.outcome(rung().getFirst())).contains(AttemptOutcome.VOID);
        look();
        assertThat(rung()).hasSize(1);
        office.clock.passes(SurveyPolicy.VOID_PAUSE);
        look();
        assertThat(rung()).hasSize(2);
        assertThat(office.promise(spoke.promise())).isInstanceOf(Callback.Kept.class);
    }

    @Test
    void no_more_are_called_at_a_time_than_may_be() {
        IntStream.range(0, 3).forEach(_ -> spoke());
        office.clock.passes(AFTER);
        look();
        look();
        assertThat(rung()).hasSize(2);
        AttemptId first = rung().getFirst();
        office.desk.claim(first);
        office.ends(first, new Witness.Ended(AttemptOutcome.BUSY));
        look();
        assertThat(rung()).hasSize(3);
    }

    @Test
    void nobody_is_called_while_the_budget_is_used_up_and_a_blocked_number_never() {
        Spoke spoke = spoke();
        office.clock.passes(AFTER);
        Budget used = new Budget(1, Budget.UNLIMITED, Budget.UNLIMITED, 60, ZoneOffset.UTC);
        calls(used).tick();
        assertThat(rung()).isEmpty();
        office.callers.block(
                office.promise(spoke.promise()).terms().number(),
                "a person",
                office.clock.instant());
        look();
        assertThat(rung()).isEmpty();
        assertThat(reasons(spoke.promise())).last().asString().contains("he may not be called");
    }

    @Test
    void a_number_that_was_blocked_meanwhile_is_not_dialled() {
        Spoke spoke = spoke();
        office.clock.passes(AFTER);
        look();
        AttemptId asks = rung().getFirst();
        office.callers.block(
                office.promise(spoke.promise()).terms().number(),
                "a person",
                office.clock.instant());
        assertThat(office.desk.claim(asks)).isEmpty();
        assertThat(office.outcome(asks)).contains(AttemptOutcome.VOID);
        assertThat(office.ledger.unmeasured()).isEmpty();
    }

    @Test
    void nobody_is_called_who_has_asked_for_another_call() {
        Spoke spoke = spoke();
        CallbackTerms before = office.promise(spoke.promise()).terms();
        office.clock.passes(AFTER);
        office.ledger.promise(
                new CallbackTerms(
                        new PromiseId("d".repeat(32)),
                        before.number(),
                        SUPPORT,
                        before.arrival(),
                        office.clock.instant(),
                        Office.call(99),
                        3,
                        Language.ENGLISH),
                "asks once more");
        look();
        assertThat(rung()).isEmpty();
        assertThat(reasons(spoke.promise())).last().isEqualTo("something is still promised to him");
    }
}
