package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * One caller from his first call to the end of his matter: he calls twice and hangs up, calls
 * upset, tells his story, is called back, taken over by a supervisor, promised a refund, asked how
 * it was; the refund is asked about; and all of it stands in the reports until he is forgotten.
 */
@Tag("live")
class JourneyLiveTest {

    private static final String NUMBER = "+12025550147";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int REP = CallCentre.voice("rep1");
    private static final int CALLED = CallCentre.CALLED_TONE;

    @RegisterExtension final Stage stage = new Stage();

    private SettingsText everything(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("lines.support.seniors_only_seconds", 1)
                .yes("lines.support.welcome_back")
                .texts("lines.support.reasons", "billing", "other")
                .texts("lines.support.wishes", "refund", "other")
                .text("lines.support.record", "ask")
                .text("lines.support.stories", "upset")
                .yes("lines.support.closing")
                .yes("lines.support.survey")
                .text("recordings.folder", recordings().toString())
                .number("actions.reminder_minutes", 600)
                .number("callbacks.gap_seconds", 1)
                .number("callbacks.ring_seconds", 10);
    }

    private Path recordings() {
        return stage.folder().resolve("recorded");
    }

    @Test
    void a_caller_who_hung_up_twice_is_heard_called_back_helped_and_remembered()
            throws IOException {
        CallCentre centre = stage.centre();
        stage.onDuty();
        centre.rep("rep1", CallCentre.listening("rep1"));
        centre.rep(
                "sup1",
                Behaviour.answerAfter(Duration.ofMillis(300))
                        .as(Leg.tone(HandOver.SUPERVISOR_TONE))
                        .then(Script.listen()));
        centre.called(NUMBER, CallCentre.answering(Script.listen()));
        AmendsProcess amends = stage.amendsTellingAll(this::everything);
        stage.awaitHeartbeat();

        callsAndHangsUp();
        callsAgainAndHangsUp();
        tellsHisStoryAndChoosesToBeCalled();
        isCalledTakenOverAndAsked();
        theRefundIsDone();
        itIsRemembered(amends);
        heIsForgotten(amends);
        assertThat(amends.said()).doesNotContain(NUMBER.substring(2));
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }

    private void callsAndHangsUp() {
        Call first = agrees();
        first.awaitPrompt("or-press-pound", SOON);
        first.press("1");
        first.awaitPrompt("how-can-we-help", SOON);
        first.press("1");
        waitsAndHangsUp(first);
    }

    private void callsAgainAndHangsUp() {
        Call second = agrees();
        second.awaitPrompt("same-matter", SOON);
        second.press("1");
        second.awaitPrompt("story-offer", SOON);
        second.press("2");
        waitsAndHangsUp(second);
    }

    /** He is asked each time whether he may be recorded. */
    private Call agrees() {
        Call call = stage.centre().call(NUMBER);
        call.awaitPrompt("may-we-record", SOON);
        call.press("1");
        return call;
    }

    private void waitsAndHangsUp(Call call) {
        call.awaitPrompt("choice", SOON);
        call.press("1");
        call.awaitTone(CallCentre.MUSIC_TONE, SOON);
        call.hangUp();
        stage.awaitNoChannels(SOON);
        stage.awaitHistory(NUMBER, history -> history.hungUpWaitingAt().isPresent());
    }

    private void tellsHisStoryAndChoosesToBeCalled() {
        Call third = agrees();
        third.awaitPrompt("same-matter", SOON);
        third.press("1");
        third.awaitPrompt("story-offer", SOON);
        third.press("1");
        third.awaitPrompt("story-speak", SOON);
        assertThat(third.stay(Duration.ofSeconds(8))).isTrue();
        third.press("#");
        third.awaitPrompt("story-thanks", SOON);
        third.awaitPrompt("choice", SOON);
        stage.promises(third);
        assertThat(third.ear().promptNames())
                .as("asked once in a matter")
                .doesNotContain("what-is-it-about", "how-can-we-help");
    }

    private void isCalledTakenOverAndAsked() {
        stage.onDuty("rep1");
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", 1, SOON);
        rep.awaitPrompt("story-or-go-on", SOON);
        rep.press("1");
        rep.awaitTone(CallCentre.CALLER_TONE, SOON);
        rep.press("#");
        IncomingCall called = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitPrompt("speak-later-never", SOON);
        called.press("1");
        called.awaitPrompt("may-we-record", SOON);
        called.press("1");
        HandOver.talk(called, CALLED, rep, REP);

        promisesARefund(rep);
        assertThat(rep.stay(Duration.ofSeconds(2))).isTrue();
        rep.press("*70");
        IncomingCall supervisor = stage.centre().reps().awaitIncoming("sup1", 1, SOON);
        supervisor.awaitPrompt("help-keys", SOON);
        supervisor.press("4");
        called.awaitPrompt("supervisor-takes-over", SOON);
        rep.awaitEnded(SOON);
        HandOver.talk(called, CALLED, supervisor, HandOver.SUPERVISOR_TONE);
        assertThat(supervisor.stay(Duration.ofSeconds(8))).isTrue();
        supervisor.hangUp();

        called.awaitPrompt("survey-mark", SOON);
        called.press("2");
        called.awaitPrompt("survey-solved", SOON);
        called.press("2");
        called.awaitPrompt("thank-you-goodbye", SOON);
        called.awaitEnded(SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, SOON);
    }

    private static void promisesARefund(IncomingCall rep) {
        rep.press("*82");
        rep.awaitPrompt("closing-came", SOON);
        rep.press("3");
        rep.awaitPrompt("action-refund", SOON);
        rep.press("1");
        rep.awaitPrompt("closing-when", SOON);
        rep.press("1");
        rep.awaitPrompt("closing-mistake", SOON);
        rep.press("1");
        rep.awaitPrompt("noted", SOON);
    }

    private void theRefundIsDone() {
        IncomingCall asked = stage.centre().reps().awaitIncoming("rep1", 2, SOON);
        asked.awaitPrompt("action-refund", SOON);
        asked.awaitPrompt("done-not-or-later", SOON);
        asked.press("1");
        asked.awaitPrompt("noted", SOON);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        stage.onRecord(store ->
                                store.actions().list(true, 1).getFirst()
                                        instanceof ActionPromise.Done));
    }

    private static void itIsRemembered(AmendsProcess amends) {
        assertThat(amends.cli("report", "treatments"))
                .contains(
                        "told his story",
                        "taken over by a supervisor",
                        "called back",
                        "promised something to be done",
                        "does not prove");
        assertThat(amends.cli("report", "causes")).containsPattern("billing +3 ");
        assertThat(amends.cli("report", "promises")).contains("support call", "support refund");
        assertThat(amends.cli("report", "reps")).contains("PJSIP/rep1", "PJSIP/sup1");
        assertThat(amends.cli("caller", "export", NUMBER))
                .contains(
                        "\"call\"",
                        "\"signal\"",
                        "\"consent\"",
                        "\"story\"",
                        "\"matter\"",
                        "\"promise\"",
                        "\"attempt\"",
                        "\"action_promise\"",
                        "\"closing\"",
                        "\"survey\"",
                        NUMBER);
    }

    private void heIsForgotten(AmendsProcess amends) throws IOException {
        assertThat(files()).isPositive();
        assertThat(amends.cli("caller", "erase", NUMBER, "--yes"))
                .contains("Erased, numbers of his: 1.", "leads to nobody");
        assertThat(files()).isZero();
        assertThat(amends.cli("report", "promises")).contains("support call", "support refund");
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(recordings())) {
            return all.count();
        }
    }
}
