package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.line.Tally;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.speech.Language;
import dev.amends.store.Store;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Amends comes up after an outage: the times that callers were told have passed, and the one rep
 * there is needs ten minutes for a call.
 */
@Tag("live")
class LateLiveTest {

    private static final LineName SUPPORT = new LineName("support");
    private static final Duration HANDLING = Duration.ofMinutes(10);

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText oneAtATime(SettingsText settings) {
        return settings.number("slipping.at_most_telling", 1)
                .number("callbacks.gap_seconds", 600)
                .number("callbacks.ring_seconds", 5);
    }

    private static String number(int n) {
        return "+1202555014" + n;
    }

    private static Behaviour pressing(String key) {
        return CallCentre.answering(
                Script.pressAt("late-fine-other-never", Duration.ofSeconds(15), key)
                        .then(Script.hangUpAfter(Duration.ofSeconds(20))));
    }

    /** A rep who has been talking with somebody for long, and so many promises that are overdue. */
    private void outage(int promises) {
        stage.onRecord(store -> {
            Tally calls = new Tally(20, 20.0 * HANDLING.toSeconds(), 20);
            Map<String, Tally> past = Map.of("handling", calls, "patience", new Tally(0, 9999, 20));
            store.experienceOnRecord().write(Map.of(SUPPORT, past), Instant.now());
            for (int n = 1; n <= promises; n++) {
                overdue(store, n);
            }
            return promises;
        });
        stage.onDuty("rep1");
        stage.centre().rep("rep1", CallCentre.listening("rep1"));
        stage.centre().call("+12025550199");
        stage.centre().reps().awaitIncoming("rep1", 1, Duration.ofSeconds(10));
    }

    private static void overdue(Store store, int n) {
        Instant then = Instant.now().minus(Duration.ofHours(2)).plusSeconds(n);
        CallbackTerms terms =
                new CallbackTerms(
                                new PromiseId("%032x".formatted(0xabc0 + n)),
                                new PhoneNumber(number(n)),
                                SUPPORT,
                                new EffectiveArrival(then),
                                then,
                                new CallId("1732219200." + n),
                                2,
                                Language.ENGLISH)
                        .within(
                                Optional.of(
                                        new PromisedWindow(
                                                then.plusSeconds(600), then.plusSeconds(1800))));
        Callback.Unspoken made = (Callback.Unspoken) store.ledger().promise(terms, "chose it");
        store.ledger().move(made, made.spoken(then), "spoken", then);
    }

    private List<AttemptOutcome> told(int n) {
        return stage.onRecord(store ->
                store.ledger().attemptsOf(new PromiseId("%032x".formatted(0xabc0 + n))).stream()
                        .flatMap(attempt -> attempt.outcome().stream())
                        .filter(outcome -> outcome != AttemptOutcome.VOID)
                        .toList());
    }

    private void awaitTold(int n, AttemptOutcome outcome) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> told(n).equals(List.of(outcome)));
    }

    @Test
    void those_who_are_overdue_are_told_when_they_are_called_and_no_rep_is_rung() {
        CallCentre centre = stage.centre();
        outage(3);
        centre.called(number(1), pressing("1"));
        centre.called(number(2), Behaviour.reject(486));
        centre.called(number(3), pressing("3"));
        stage.amends(LateLiveTest::oneAtATime);

        awaitTold(1, AttemptOutcome.TOLD);
        awaitTold(2, AttemptOutcome.BUSY);
        awaitTold(3, AttemptOutcome.NO_LONGER_NEEDED);

        assertThat(centre.carrier().inviteLog().all().stream().map(Invite::calledUser))
                .containsExactlyInAnyOrder(number(1), number(2), number(3));
        assertThat(
                        centre.carrier()
                                .awaitIncoming(number(1), 1, Duration.ofSeconds(1))
                                .ear()
                                .promptNames())
                .startsWith("company", "you-asked-us-to-call", "running-late")
                .endsWith("late-fine-other-never", "thank-you-goodbye");
        List<Callback> open = stage.onRecord(store -> store.ledger().list(false, 9));
        assertThat(open)
                .hasSize(2)
                .allMatch(promise -> promise.tries().made() == 0)
                .allMatch(promise ->
                        promise.terms().window().orElseThrow().to().isAfter(Instant.now()));
        assertThat(centre.reps().incomingCalls()).hasSize(1);
    }

    @Test
    void while_amends_is_gone_who_is_being_told_hears_that_he_is_called_soon_and_no_rep_is_rung() {
        CallCentre centre = stage.centre();
        outage(1);
        centre.called(number(1), pressing("1"));
        AmendsProcess amends = stage.amends(LateLiveTest::oneAtATime);

        IncomingCall called = centre.carrier().awaitIncoming(number(1), 1, Duration.ofSeconds(90));
        called.awaitPrompt("running-late", Duration.ofSeconds(15));
        amends.kill();

        called.awaitPrompt("late-called-soon", Duration.ofSeconds(30));
        called.awaitEnded(Duration.ofSeconds(10));
        assertThat(centre.reps().incomingCalls()).hasSize(1);
        stage.amends(LateLiveTest::oneAtATime);
        awaitTold(1, AttemptOutcome.TOLD);
    }
}
