package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.FakeMatters;
import dev.amends.care.KnownBy;
import dev.amends.care.Matter;
import dev.amends.dialing.TestClock;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who has spoken with somebody knows his matter. */
class KnownDeskTest {

    private static final LineName SUPPORT = new LineName("support");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550143");
    private static final AttemptId ATTEMPT = new AttemptId("d".repeat(32));
    private static final long OVER = Scene.NOW.getEpochSecond();

    private final FakeLedger ledger = new FakeLedger();
    private final FakeMatters matters = new FakeMatters(ledger);
    private boolean heard = true;
    private final Dialogues desk =
            new KnownDesk(
                            matters,
                            ledger,
                            new Reception.Tongue(new NumberPlan("US"), Languages.of(List.of("en"))),
                            new TestClock(Scene.NOW))
                    .besides(_ -> heard ? Optional.of(new Turn.Nothing()) : Optional.empty());

    @Test
    void the_rep_who_spoke_with_a_caller_knows_his_matter_from_then_on() {
        assertThat(served("95." + OVER + ".Local/5001@from-queue/n")).isPresent();
        assertThat(open().flatMap(Matter::knownBy))
                .contains(
                        new KnownBy(
                                new RepDevice("Local/5001@from-queue/n"),
                                Instant.ofEpochSecond(OVER)));
    }

    @Test
    void the_rep_whom_we_called_somebody_for_knows_what_it_was_promised_for() {
        promised();
        assertThat(
                        desk.answer(
                                question(
                                        KnownDesk.NAME,
                                        ATTEMPT.value(),
                                        "10." + OVER + ".PJSIP/5002",
                                        "")))
                .contains(new Turn.Nothing());
        assertThat(open().flatMap(Matter::knownBy).map(KnownBy::rep))
                .contains(new RepDevice("PJSIP/5002"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"95", "95.1", "95.1.", "95.1.nobody", "9.1.PJSIP/5001", "95.1.PJSIP/50|01"})
    void nobody_knows_a_matter_after_a_moment_or_without_a_name(String posted) {
        served(posted);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_caller_without_a_number_has_no_matter() {
        assertThat(desk.answer(question(Reception.SERVED, "1.1", "95.1.PJSIP/5001", "")))
                .isPresent();
        assertThat(open()).isEmpty();
    }

    @Test
    void what_was_not_taken_elsewhere_is_not_taken_here_either_as_it_comes_again() {
        heard = false;
        assertThat(served("95." + OVER + ".PJSIP/5001")).isEmpty();
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.1", "D"})
    void a_call_of_ours_is_told_by_its_attempt_alone(String state) {
        assertThat(desk.answer(question(KnownDesk.NAME, state, "95.1.PJSIP/5001", ""))).isEmpty();
    }

    @Test
    void an_attempt_that_is_not_on_record_is_heard_and_nothing_else() {
        assertThat(desk.answer(question(KnownDesk.NAME, ATTEMPT.value(), "95.1.PJSIP/5001", "")))
                .contains(new Turn.Nothing());
        assertThat(open()).isEmpty();
    }

    private void promised() {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        NUMBER,
                        SUPPORT,
                        new EffectiveArrival(Scene.NOW),
                        Scene.NOW,
                        new CallId("1.1"),
                        2,
                        Language.ENGLISH);
        Callback.Unspoken asked = (Callback.Unspoken) ledger.promise(terms, "asked for it");
        Callback.Promised promised = asked.spoken(Scene.NOW);
        assertThat(ledger.move(asked, promised, "heard it", Scene.NOW)).isTrue();
        ledger.intend(promised, Attempt.intent(ATTEMPT, promised.id(), Scene.NOW));
    }

    private Optional<Turn> served(String posted) {
        return desk.answer(question(Reception.SERVED, "1.1", posted, "2025550143"));
    }

    private Optional<Matter> open() {
        return matters.open(NUMBER, SUPPORT, Scene.NOW);
    }

    private static Question question(String dialogue, String state, String heard, String number) {
        return new Question(dialogue, SUPPORT, state, heard, new CallId("9.9"), number, "en");
    }
}
