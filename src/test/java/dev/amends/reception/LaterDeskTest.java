package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.line.Floor;
import dev.amends.line.LineName;
import dev.amends.line.QueueSnapshot;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class LaterDeskTest {

    private static final LineName SUPPORT = new LineName("support");
    private static final NumberPlan NUMBERS = new NumberPlan("US");

    private final FakeLedger ledger = new FakeLedger();
    private final Deque<PromiseId> ids = new ArrayDeque<>();
    private final Floor floor = new Floor(ids -> Map.of());
    private final LaterDesk desk =
            new LaterDesk(
                    new LaterDesk.Rules(
                            Map.of(SUPPORT, Scene.usual().line()),
                            Map.of(
                                    SUPPORT,
                                    new LaterTerms(
                                            List.of(Duration.ofHours(1)), Duration.ofMinutes(10))),
                            new Reception.Tongue(NUMBERS, Languages.of(List.of("en"))),
                            NumberJudge.by(
                                    new NumberPolicy(NUMBERS, NumberRules.NONE),
                                    new FakeCallerBook())),
                    ledger,
                    floor,
                    new Orders(
                            ledger,
                            new Settler(
                                    ledger,
                                    new RetryPolicy(
                                            new RetrySettings(3, 5, Duration.ofMinutes(5)))),
                            new FakeCallerBook(),
                            new PromiseLimits(2, 1, 5),
                            _ -> {}),
                    new Reception.Chance(
                            () -> Scene.NOW,
                            () -> ids.isEmpty() ? Scene.FRESH : ids.removeFirst()));

    LaterDeskTest() {
        floor.resynced(
                List.of(
                        new QueueSnapshot(
                                "support",
                                List.of(),
                                List.of(
                                        new Rep("PJSIP/rep1", RepState.TALKING),
                                        new Rep("Local/5001@from-queue/n", RepState.TALKING)))));
    }

    @ParameterizedTest
    @CsvSource({
        "PJSIP/rep1, PJSIP/rep1",
        "Local/5001@from-queue, Local/5001@from-queue/n",
        "Local/5001@from-queue/n, Local/5001@from-queue/n"
    })
    void a_promise_names_the_rep_as_his_queue_does(String member, String device) {
        assertThat(promised(member)).isInstanceOf(Turn.Farewell.class);
        Callback made = ledger.find(Scene.FRESH).orElseThrow();
        assertThat(made.terms().appointment())
                .hasValueSatisfying(agreed -> assertThat(agreed.rep().value()).isEqualTo(device));
    }

    @ParameterizedTest
    @CsvSource({
        "PJSIP/carrier",
        "PJSIP/19005550123@carrier",
        "PJSIP/rep",
        "Local/5001@from",
        "Local/5001",
        "''"
    })
    void nobody_but_a_rep_of_the_line_is_ever_promised(String member) {
        assertThat(answer("new:1::" + member, "")).isInstanceOf(Turn.Hold.class);
    }

    @Test
    void while_it_is_not_known_who_the_reps_are_he_holds() {
        floor.lost();
        assertThat(answer("new:1::PJSIP/rep1", "")).isInstanceOf(Turn.Hold.class);
    }

    @Test
    void who_has_another_promise_open_is_told_that_it_could_not_be_noted() {
        unspokenBefore();
        assertThat(promised("PJSIP/rep1")).isInstanceOf(Turn.Hold.class);
        assertThat(ledger.list(true, 5)).hasSize(1);
    }

    @Test
    void who_waited_himself_in_the_place_of_a_promise_is_promised_the_call_by_his_rep_instead() {
        Callback.Promised before = promisedBefore();
        assertThat(ledger.notePresent(before.id(), Scene.CALL, Scene.NOW)).isTrue();

        assertThat(promised("PJSIP/rep1")).isInstanceOf(Turn.Farewell.class);

        assertThat(ledger.find(before.id())).get().isInstanceOf(Callback.Withdrawn.class);
        assertThat(ledger.find(Scene.FRESH)).get().isInstanceOf(Callback.Unspoken.class);
        assertThat(ledger.present()).isEmpty();
    }

    @Test
    void who_was_called_back_and_is_to_be_called_once_more_has_two_promises_one_of_them_kept() {
        Callback.Promised before = promisedBefore();
        AttemptId attempt = new AttemptId("d".repeat(32));
        ledger.intend(before, Attempt.intent(attempt, before.id(), Scene.NOW));
        assertThat(ledger.claim(attempt, Scene.NOW)).isPresent();

        Turn.Ask choice = (Turn.Ask) answer("new:1:" + attempt.value() + ":PJSIP/rep1", "");
        Turn.Ask time = (Turn.Ask) answer(choice.next().state(), "2");
        Turn.Ask number = (Turn.Ask) answer(time.next().state(), "1");
        assertThat(answer(number.next().state(), "1")).isInstanceOf(Turn.Farewell.class);

        assertThat(ledger.find(before.id())).get().isInstanceOf(Callback.Kept.class);
        assertThat(ledger.find(Scene.FRESH)).get().isInstanceOf(Callback.Unspoken.class);
    }

    private Callback.Promised promisedBefore() {
        Callback unspoken = unspokenBefore();
        ledger.move(
                unspoken, ((Callback.Unspoken) unspoken).spoken(Scene.NOW), "spoken", Scene.NOW);
        return (Callback.Promised) ledger.find(unspoken.id()).orElseThrow();
    }

    private Callback unspokenBefore() {
        CallbackTerms before =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        Scene.NUMBER,
                        SUPPORT,
                        Scene.ago(500),
                        Scene.NOW,
                        new CallId("another-call"),
                        3,
                        Language.ENGLISH);
        return ledger.promise(before, "asked");
    }

    @Test
    void an_answer_that_was_lost_and_asked_for_again_is_the_same_promise() {
        Turn.Ask number = (Turn.Ask) numberQuestion("PJSIP/rep1");
        ids.add(Scene.FRESH);
        ids.add(new PromiseId("c".repeat(32)));
        for (int asked = 0; asked < 2; asked++) {
            assertThat(answer(number.next().state(), "1"))
                    .isInstanceOfSatisfying(
                            Turn.Farewell.class,
                            farewell -> assertThat(farewell.speaks()).isEqualTo(Scene.FRESH));
        }
        assertThat(ledger.list(true, 5)).hasSize(1);
    }

    @Test
    void what_makes_no_sense_is_not_answered() {
        assertThat(desk.answer(question("1:waiting:a", ""))).isEmpty();
    }

    @Test
    void other_dialogues_are_left_to_others() {
        Turn others = new Turn.Nothing();
        Dialogues all = desk.besides(_ -> Optional.of(others));
        Question waiting =
                new Question(
                        "waiting",
                        new LineName("support"),
                        "",
                        "*",
                        new CallId("1.1"),
                        "2025550143",
                        "en");
        assertThat(all.answer(waiting)).contains(others);
        assertThat(all.answer(question("new:1::PJSIP/rep1", ""))).get().isNotEqualTo(others);
    }

    private Turn promised(String member) {
        return answer(((Turn.Ask) numberQuestion(member)).next().state(), "1");
    }

    private Turn numberQuestion(String member) {
        Turn.Ask choice = (Turn.Ask) answer("new:1::" + member, "");
        Turn.Ask time = (Turn.Ask) answer(choice.next().state(), "2");
        return answer(time.next().state(), "1");
    }

    private Turn answer(String state, String heard) {
        return desk.answer(question(state, heard)).orElseThrow();
    }

    private static Question question(String state, String heard) {
        return new Question(
                LaterDialogue.NAME, SUPPORT, state, heard, Scene.CALL, Scene.NUMBER.e164(), "en");
    }
}
