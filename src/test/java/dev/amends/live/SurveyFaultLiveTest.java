package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.HeardPrompt;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Three people are called to be asked how it was. Amends is gone when one of them answers, and when
 * the others have just been asked something, so that each turn of the call finds nobody.
 */
@Tag("live")
class SurveyFaultLiveTest {

    private static final List<String> NUMBERS =
            List.of("+12025550161", "+12025550162", "+12025550163");
    private static final LineName SUPPORT = new LineName("support");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration IN_SILENCE = Duration.ofMillis(3500);

    @RegisterExtension final Stage stage = new Stage();

    @Test
    void whoever_is_asked_how_it_was_hears_a_goodbye_though_amends_is_frozen() {
        hear_a_goodbye("survey-solved", AmendsProcess::freeze);
    }

    @Test
    void or_dead() {
        hear_a_goodbye("survey-mark", AmendsProcess::kill);
    }

    private void hear_a_goodbye(String lastQuestion, Consumer<AmendsProcess> gone) {
        NUMBERS.forEach(this::wasCalledBack);
        Script agrees = Script.pressAt("how-was-our-call", SOON, "1");
        called(0, Behaviour.ringForever());
        called(1, CallCentre.answering(Script.listen()));
        called(
                2,
                CallCentre.answering(
                        lastQuestion.equals("survey-mark")
                                ? agrees
                                : agrees.then(Script.pressAt("survey-mark", SOON, "4"))));
        AmendsProcess amends =
                stage.amends(settings ->
                        settings.text("lines.support.survey_call_after", "1s")
                                .number("callbacks.ring_seconds", 25));
        IncomingCall rings = call(0);
        call(1).awaitPrompt("how-was-our-call", SOON);
        call(2).awaitPrompt(lastQuestion, SOON);

        gone.accept(amends);

        rings.answer();
        call(1).press("1");
        call(2).press("2");
        Instant from = Instant.now();
        NUMBERS.stream().map(this::call).forEach(call -> endsCourteously(call, from));
        stage.awaitNoChannels(SOON);
    }

    private void endsCourteously(Call call, Instant from) {
        call.awaitPrompt("goodbye", SOON);
        HeardPrompt last = call.ear().prompts().getLast();
        assertThat(last.name()).isEqualTo("goodbye");
        assertThat(stage.took(from, last.from())).as("%s", call).isLessThan(IN_SILENCE);
        call.awaitEnded(Duration.ofSeconds(3));
    }

    private void called(int nth, Behaviour does) {
        stage.centre().called(NUMBERS.get(nth), does);
    }

    private IncomingCall call(int nth) {
        return call(NUMBERS.get(nth));
    }

    private IncomingCall call(String number) {
        return stage.centre().carrier().awaitIncoming(number, 1, SOON);
    }

    /** He spoke with a rep a moment ago, as he had been promised. */
    private void wasCalledBack(String number) {
        stage.onRecord(store -> keeps(store.ledger(), number, Instant.now().minusSeconds(60)));
    }

    private static boolean keeps(Ledger ledger, String number, Instant then) {
        PromiseId id = new PromiseId("0".repeat(21) + number.substring(1));
        CallbackTerms terms =
                new CallbackTerms(
                                id,
                                new PhoneNumber(number),
                                SUPPORT,
                                new EffectiveArrival(then),
                                then,
                                CallbackTerms.byOrder(id),
                                0,
                                Language.ENGLISH)
                        .ordered(then);
        ledger.order(terms, "for this story");
        AttemptId attempt = new AttemptId(id.value());
        ledger.intend(
                (Callback.Promised) ledger.find(id).orElseThrow(),
                Attempt.intent(attempt, id, then));
        Ledger.Claim.Won won = (Ledger.Claim.Won) ledger.claim(attempt, Budget.NONE, then);
        return ledger.settle(
                new Ledger.Settlement(
                        attempt,
                        AttemptOutcome.KEPT,
                        won.promise(),
                        won.promise().kept(then),
                        "for this story"),
                then);
    }
}
