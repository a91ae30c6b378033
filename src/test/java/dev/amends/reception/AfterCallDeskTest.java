package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.care.Closing;
import dev.amends.care.ClosingTerms;
import dev.amends.care.FakeAfterCalls;
import dev.amends.care.SurveyMark;
import dev.amends.line.Floor;
import dev.amends.line.LineName;
import dev.amends.line.QueueSnapshot;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeActions;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rep and caller say when a call is over, and what comes of it. */
class AfterCallDeskTest {

    private static final LineName SUPPORT = new LineName("support");
    private static final String CALL = "1732219200.17";
    private static final NumberPlan NUMBERS = new NumberPlan("US");

    private final FakeLedger ledger = new FakeLedger();
    private final FakeAfterCalls afterCalls = new FakeAfterCalls();
    private final List<Signal> signals = new ArrayList<>();
    private final Floor floor = new Floor(ids -> Map.of());
    private final AfterCallDesk desk =
            new AfterCallDesk(
                    new AfterCallDesk.Rules(
                            Map.of(SUPPORT, Scene.usual().line()),
                            Map.of(
                                    SUPPORT,
                                    new ClosingTerms(true, Optional.of("accounting"), false, true)),
                            new Reception.Tongue(NUMBERS, Languages.of(List.of("en", "es")))),
                    new AfterCallDesk.Memory(
                            afterCalls,
                            remembering(),
                            ledger,
                            new ActionSettler(
                                    new FakeActions(ledger),
                                    new ActionPolicy(
                                            new ActionSettings(
                                                    Duration.ZERO,
                                                    3,
                                                    Duration.ofMinutes(10),
                                                    Duration.ofSeconds(20),
                                                    List.of())),
                                    NumberJudge.by(
                                            new NumberPolicy(NUMBERS, NumberRules.NONE),
                                            new FakeCallerBook()),
                                    CallTimes.ALWAYS,
                                    () -> Scene.FRESH)),
                    floor,
                    () -> Scene.NOW);

    AfterCallDeskTest() {
        floor.resynced(
                List.of(
                        new QueueSnapshot(
                                "support",
                                List.of(),
                                List.of(new Rep("Local/5001@from-queue/n", RepState.TALKING)))));
    }

    @Test
    void what_the_rep_said_is_remembered_under_the_name_that_his_queue_has_for_him() {
        assertThat(closes(CALL, "1....1.2.en.Local/5001@from-queue")).isPresent();
        Closing closing = requireNonNull(afterCalls.closings.get(new CallId(CALL)));
        assertThat(closing.rep()).isEqualTo("Local/5001@from-queue/n");
        assertThat(closing.came()).isEqualTo(Closing.Came.SOLVED);
        assertThat(closing.mistake()).contains(Closing.Mistake.OURS);
        assertThat(closing.remedy()).contains(Closing.Remedy.MADE_GOOD);
        assertThat(closing.call().number()).contains(Scene.NUMBER);
        assertThat(closing.promised()).isEmpty();
    }

    private Signals remembering() {
        return new Signals() {
            @Override
            public void record(Signal signal) {
                signals.add(signal);
            }

            @Override
            public List<Signal> recent(PhoneNumber number, Instant since) {
                return List.copyOf(signals);
            }
        };
    }

    @Test
    void what_he_promised_is_a_promised_action_of_his_own() {
        closes(CALL, "3.refund.1....es.Local/5001@from-queue");
        ActionPromise.Open made = only();
        assertThat(made.terms().deed().code()).isEqualTo("refund");
        assertThat(made.terms().owner().name()).isEqualTo("Local/5001@from-queue/n");
        assertThat(made.terms().by()).isEqualTo(Scene.NOW.plus(Duration.ofHours(2)));
        assertThat(made.number()).isEqualTo(Scene.NUMBER);
        assertThat(made.terms().language()).isEqualTo(new Language("es"));
    }

    @Test
    void or_of_the_team_that_the_line_has_for_it() {
        closes(CALL, "3.refund..2...en.PJSIP/rep1");
        assertThat(only().terms().owner().name()).isEqualTo("accounting");
    }

    @Test
    void told_twice_the_same_is_promised_and_another_kind_or_time_is_something_else() {
        closes(CALL, "3.refund.1....en.PJSIP/rep1");
        ActionTerms first = only().terms();
        closes(CALL, "3.refund.1....en.PJSIP/rep1");
        assertThat(only().terms().sameAs(first)).isTrue();
        for (String other : List.of("3.repair.1...", "3.refund.2...", "3.refund.1.2..")) {
            closes(CALL, other + ".en.PJSIP/rep1");
            assertThat(only().terms().sameAs(first)).as(other).isFalse();
        }
    }

    @Test
    void keyed_again_it_corrects_what_he_said_and_promises_nothing_any_more() {
        closes(CALL, "3.refund.1....en.PJSIP/rep1");
        closes(CALL, "2.......PJSIP/rep1");
        Closing last = requireNonNull(afterCalls.closings.get(new CallId(CALL)));
        assertThat(last.came()).isEqualTo(Closing.Came.NOT_SOLVED);
        assertThat(last.promised()).isEmpty();
    }

    @Test
    void without_a_number_nothing_can_be_promised_but_what_he_said_is_remembered() {
        Question withheld = question("closing", CALL, "3.refund.1....en.PJSIP/rep1", "");
        assertThat(desk.closed(withheld)).isPresent();
        assertThat(requireNonNull(afterCalls.closings.get(new CallId(CALL))).promised()).isEmpty();
    }

    @Test
    void a_call_that_we_made_is_known_by_its_attempt_and_its_promise_has_the_number() {
        AttemptId attempt = called();
        Question ours = question("closing", attempt.value(), "3.repair.1....en.PJSIP/rep1", "");
        assertThat(desk.closed(ours)).isPresent();
        assertThat(only().number()).isEqualTo(Scene.NUMBER);
        assertThat(only().terms().language()).isEqualTo(new Language("es"));
    }

    @Test
    void what_could_not_be_remembered_is_not_answered_so_that_it_comes_again() {
        afterCalls.breaks();
        assertThatThrownBy(() -> closes(CALL, "1.......PJSIP/rep1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_makes_no_sense_is_not_answered() {
        assertThat(closes(CALL, "happy")).isEmpty();
        assertThat(closes("no call", "1.......PJSIP/rep1")).isEmpty();
        assertThat(desk.surveyed(question("survey", "no state", "1", ""))).isEmpty();
    }

    @Test
    void what_the_caller_says_is_remembered_and_he_is_thanked_even_if_it_could_not_be() {
        desk.surveyed(question("survey", "1/mark/0/" + CALL, "2", Scene.NUMBER.e164()));
        desk.surveyed(question("survey", "1/solved/0/" + CALL, "1", Scene.NUMBER.e164()));
        assertThat(afterCalls.marks).containsEntry(new CallId(CALL), new SurveyMark(2));
        assertThat(afterCalls.solved).containsEntry(new CallId(CALL), true);
        assertThat(signals).extracting(Signal::kind).containsExactly(SignalKind.LOW_MARK);
        desk.surveyed(question("survey", "1/mark/0/" + CALL, "3", Scene.NUMBER.e164()));
        desk.surveyed(question("survey", "1/solved/0/" + CALL, "2", Scene.NUMBER.e164()));
        assertThat(signals)
                .extracting(Signal::kind)
                .containsExactly(SignalKind.LOW_MARK, SignalKind.NOT_SOLVED);
        afterCalls.breaks();
        assertThat(desk.surveyed(question("survey", "1/solved/0/" + CALL, "1", "")))
                .get()
                .isInstanceOf(Turn.Goodbye.class);
    }

    private AttemptId called() {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        Scene.NUMBER,
                        SUPPORT,
                        Scene.ago(500),
                        Scene.NOW,
                        Scene.CALL,
                        3,
                        new Language("es"));
        Callback.Unspoken unspoken = (Callback.Unspoken) ledger.promise(terms, "asked");
        Callback.Promised promised = unspoken.spoken(Scene.NOW);
        assertThat(ledger.move(unspoken, promised, "heard", Scene.NOW)).isTrue();
        AttemptId attempt = new AttemptId("d".repeat(32));
        ledger.intend(promised, Attempt.intent(attempt, terms.id(), Scene.NOW));
        return attempt;
    }

    private ActionPromise.Open only() {
        assertThat(afterCalls.closings).hasSize(1);
        return afterCalls.closings.values().iterator().next().promised().orElseThrow();
    }

    private Optional<Turn> closes(String call, String heard) {
        return desk.closed(question("closing", call, heard, Scene.NUMBER.e164()));
    }

    private static Question question(String dialogue, String state, String heard, String from) {
        return new Question(dialogue, SUPPORT, state, heard, new CallId("post.1"), from, "en");
    }
}
