package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.RecognitionSettings;
import dev.amends.care.FakeMatters;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Matter;
import dev.amends.care.MatterId;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.care.Said;
import dev.amends.dialing.TestClock;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.Waiting;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Languages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions on arrival before the real reception, with what is remembered in memory. */
class IntakeDeskTest {

    private static final Line LINE = Scene.usual().line();
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550143");
    private static final IntakeTerms ASKS =
            new IntakeTerms(true, List.of("billing", "other"), List.of("refund", "other"));

    private final TestClock clock = new TestClock(Scene.NOW);
    private final FakeLedger ledger = new FakeLedger();
    private final FakeCallerBook callers = new FakeCallerBook();
    private final FakeMatters matters = new FakeMatters(ledger);
    private final Floor floor = new Floor(ids -> Map.of());
    private final Dialogues asking = dialogues(ASKS, matters);

    @BeforeEach
    void theFloorIsWatched() {
        floor.resynced(List.of());
    }

    @Test
    void a_line_that_asks_nothing_answers_as_without_the_desk() {
        Dialogues silent = dialogues(IntakeTerms.NONE, matters);
        Turn.Join join = (Turn.Join) answer(silent, "1.1", new Turn.Next("arrival", ""), "");
        assertThat(join.next().state()).doesNotContain(";");
        assertThat(matters.open(NUMBER, LINE.name(), Scene.NOW)).isEmpty();
    }

    @Test
    void what_he_says_is_noted_at_once_and_he_keeps_his_first_arrival() {
        Turn.Ask reason = arrives("1.1");
        assertThat(open().isPresent()).isFalse();
        clock.passesSeconds(12);
        Turn.Ask wish = (Turn.Ask) keys("1.1", reason, "1");
        assertThat(open().orElseThrow().reason()).contains(new Said("billing"));
        clock.passesSeconds(8);
        Turn.Join join = (Turn.Join) keys("1.1", wish, "1");

        assertThat(open().orElseThrow().wish()).contains(new Said("refund"));
        assertThat(join.arrival()).isEqualTo(new EffectiveArrival(Scene.NOW));
        assertThat(join.next().state()).endsWith(";not_said.billing.refund.0");
    }

    @Test
    void he_counts_in_the_line_and_is_on_record_from_the_first_question_on() {
        arrives("1.1");
        assertThat(floor.picture(LINE, clock.instant()).howManyWait()).isOne();
        assertThat(callers.arrivals()).hasSize(1);
        assertThat(callers.arrivals().getFirst().route()).isEqualTo(Arrival.NOT_ROUTED);
    }

    @Test
    void who_comes_while_he_is_asked_is_behind_him() {
        Turn.Ask reason = arrives("1.1");
        clock.passesSeconds(10);
        floor.expect(
                "support",
                new Waiting("2.2", new EffectiveArrival(clock.instant())),
                clock.instant());
        Turn.Ask wish = (Turn.Ask) keys("1.1", reason, "");
        assertThat(((Turn.Join) keys("1.1", wish, "")).position()).hasValue(1);
    }

    @Test
    void his_present_call_is_no_earlier_call_of_his() {
        Turn.Ask wish = (Turn.Ask) keys("1.1", arrives("1.1"), "1");
        clock.passesSeconds(5);
        keys("1.1", wish, "1");
        assertThat(callers.arrivals().getLast().route()).isEqualTo("ordinary");
        assertThat(callers.arrivals()).hasSize(1);
    }

    @Test
    void he_calls_again_and_is_asked_only_whether_it_is_the_same_matter() {
        keys("1.1", (Turn.Ask) keys("1.1", arrives("1.1"), "1"), "1");
        clock.passesSeconds(3600);
        Turn.Ask same = arrives("1.2");
        assertThat(same.say()).containsExactly(CataloguePrompt.SAME_MATTER.prompt());
        Turn.Join join = (Turn.Join) keys("1.2", same, "1");
        assertThat(join.next().state()).endsWith(";the_same.billing.refund.0");
        assertThat(open().orElseThrow().lastAt()).isEqualTo(clock.instant());
    }

    @Test
    void another_matter_is_opened_and_asked_about() {
        keys("1.1", (Turn.Ask) keys("1.1", arrives("1.1"), "1"), "1");
        MatterId first = open().orElseThrow().id();
        Turn.Ask reason = (Turn.Ask) keys("1.2", arrives("1.2"), "2");
        keys("1.2", reason, "2");
        assertThat(open().orElseThrow().id()).isNotEqualTo(first);
        assertThat(open().orElseThrow().reason()).contains(new Said("other"));
    }

    @Test
    void what_cannot_be_noted_travels_with_the_call() {
        Dialogues failing = dialogues(ASKS, new Unwritable(matters));
        Turn.Ask reason = (Turn.Ask) answer(failing, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Ask wish = (Turn.Ask) answer(failing, "1.1", reason.next(), "1");
        Turn.Join join = (Turn.Join) answer(failing, "1.1", wish.next(), "1");
        assertThat(join.next().state()).endsWith(";not_said.billing.refund.0");
    }

    @Test
    void who_withholds_his_number_has_no_matter_but_is_asked() {
        Turn.Ask reason = (Turn.Ask) asked("1.1", new Turn.Next("arrival", ""), "", "");
        Turn.Ask wish = (Turn.Ask) asked("1.1", reason.next(), "1", "");
        Turn.Join join = (Turn.Join) asked("1.1", wish.next(), "1", "");
        assertThat(join.next().state()).endsWith(";not_said.billing.refund.0");
    }

    @Test
    void a_state_that_is_not_ours_takes_the_ordinary_way() {
        assertThat(asking.answer(question("1.1", new Turn.Next("intake", "9:x"), "1", "")))
                .isEmpty();
    }

    private Optional<Matter> open() {
        return matters.open(NUMBER, LINE.name(), clock.instant());
    }

    private Turn.Ask arrives(String call) {
        return (Turn.Ask) answer(asking, call, new Turn.Next("arrival", ""), "");
    }

    private Turn keys(String call, Turn.Ask asked, String key) {
        return answer(asking, call, asked.next(), key);
    }

    private Turn asked(String call, Turn.Next next, String key, String number) {
        return asking.answer(question(call, next, key, number)).orElseThrow();
    }

    private static Turn answer(Dialogues dialogues, String call, Turn.Next next, String key) {
        return dialogues.answer(question(call, next, key, "2025550143")).orElseThrow();
    }

    private static Question question(String call, Turn.Next next, String key, String number) {
        return new Question(
                next.dialogue(), LINE.name(), next.state(), key, new CallId(call), number, "en");
    }

    private Dialogues dialogues(IntakeTerms terms, Matters kept) {
        Map<LineName, Line> lines = Map.of(LINE.name(), LINE);
        Reception.Tongue tongue =
                new Reception.Tongue(new NumberPlan("US"), Languages.of(List.of("en")));
        Reception reception =
                new Reception(
                        new Reception.Rules(
                                lines,
                                new RecognitionSettings(
                                        2,
                                        Duration.ofDays(7),
                                        Duration.ofMinutes(10),
                                        Duration.ofDays(14)),
                                tongue,
                                NumberJudge.by(
                                        new NumberPolicy(new NumberPlan("US"), NumberRules.NONE),
                                        callers),
                                Map.of()),
                        new Reception.Memory(callers, ledger),
                        floor,
                        new Orders(
                                ledger,
                                new Settler(
                                        ledger,
                                        new RetryPolicy(
                                                new RetrySettings(3, 5, Duration.ofMinutes(5)))),
                                callers,
                                new PromiseLimits(2, 10, 200),
                                _ -> {}),
                        new Reception.Chance(clock, () -> new PromiseId("f".repeat(32))));
        return new IntakeDesk(
                        new IntakeDesk.Rules(lines, Map.of(LINE.name(), terms), tongue),
                        new IntakeDesk.Memory(callers, ledger, kept),
                        floor,
                        clock)
                .before(reception);
    }

    /** Matters that can be read only. */
    private record Unwritable(Matters kept) implements Matters {
        @Override
        public Optional<Matter> open(PhoneNumber number, LineName line, Instant now) {
            return kept.open(number, line, now);
        }

        @Override
        public Optional<Matter> find(MatterId id) {
            return kept.find(id);
        }

        @Override
        public Optional<Matter> of(PromiseId promise) {
            return kept.of(promise);
        }

        @Override
        public Matter note(PhoneNumber number, LineName line, MatterNote note, Instant now) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public boolean close(MatterId id, String why, Instant now) {
            throw new IllegalStateException("disk full");
        }
    }
}
