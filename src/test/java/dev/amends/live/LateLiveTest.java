package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.Tally;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.reception.LateTexts;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.store.Store;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    /**
     * A rep who has been talking with somebody for long, in this call, and so many overdue
     * promises.
     */
    private Call outage(int promises) {
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
        Call talks = stage.centre().call("+12025550199");
        stage.centre().reps().awaitIncoming("rep1", 1, Duration.ofSeconds(10));
        return talks;
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

    /** A command that writes each message it gets to a file, on one line. */
    private static Path sender(Path folder) throws IOException {
        Path sender = folder.resolve("send");
        Files.writeString(
                sender,
                """
                #!/bin/sh
                printf '%%s|%%s\\n' "$1" "$2" >> %s
                """
                        .formatted(folder.resolve("sent")));
        Files.setPosixFilePermissions(sender, PosixFilePermissions.fromString("rwx------"));
        return sender;
    }

    private static List<String> sent(Path folder) throws IOException {
        Path sent = folder.resolve("sent");
        return Files.exists(sent) ? Files.readAllLines(sent) : List.of();
    }

    private Callback.Promised promised(int n) {
        return (Callback.Promised)
                stage.onRecord(store ->
                        store.ledger()
                                .find(new PromiseId("%032x".formatted(0xabc0 + n)))
                                .orElseThrow());
    }

    private List<String> story(int n) {
        PromiseId id = new PromiseId("%032x".formatted(0xabc0 + n));
        return stage.onRecord(
                store -> store.ledger().story(id).stream().map(Ledger.LedgerEntry::what).toList());
    }

    private static String text(Callback.Promised promise) {
        Line line =
                new Line(
                        SUPPORT,
                        "support",
                        "support-senior",
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60));
        return new LateTexts(
                        Languages.of(List.of("en")), Map.of(SUPPORT, line), InstantSource.system())
                .of(promise)
                .text();
    }

    @Test
    void on_a_line_that_sends_messages_he_gets_one_with_the_new_time_and_is_called_in_the_end(
            @TempDir Path folder) throws IOException {
        CallCentre centre = stage.centre();
        Call before = outage(1);
        centre.called(number(1), pressing("1"));
        String sender = sender(folder).toString();
        stage.amends(settings ->
                oneAtATime(settings)
                        .texts("slipping.message_command", sender, "{number}", "{text}")
                        .text("lines.support.slip_tells", "message"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> story(1).contains("message sent"));
        assertThat(promised(1).terms().window().orElseThrow().to()).isAfter(Instant.now());
        assertThat(sent(folder)).containsExactly(number(1) + "|" + text(promised(1)));
        assertThat(centre.carrier().inviteLog().all()).isEmpty();

        before.hangUp();
        centre.carrier().awaitIncoming(number(1), 1, Duration.ofSeconds(60));
        assertThat(sent(folder)).hasSize(1);
        assertThat(told(1)).doesNotContain(AttemptOutcome.TOLD);
    }
}
