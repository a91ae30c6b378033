package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.IncomingCall;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Callback;
import dev.amends.promise.Task;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What a rep has promised to do: his phone asks him, and a caller for whom nothing was done is
 * called.
 */
@Tag("live")
class OwnerLiveTest extends LaterScene {

    @Test
    void a_rep_who_has_not_done_what_he_promised_says_so_and_the_caller_is_called() {
        stage.centre().repsListen();
        promised();
        IncomingCall rep = asked(1);
        rep.awaitPrompt("action-refund", SOON);
        rep.awaitPrompt("to-the-caller", SOON);
        rep.awaitPrompt("done-not-or-later", SOON);
        rep.press("2");
        rep.awaitPrompt("noted", SOON);
        rep.awaitEnded(SOON);

        IncomingCall again = stage.centre().reps().awaitIncoming("rep1", 2, SOON.multipliedBy(2));
        again.awaitPrompt("callback-you-promised", SOON);
        IncomingCall called = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(30));
        called.hangUp();
        nothingIsLeft();
        List<Task> tasks = stage.onRecord(store -> store.tasks().list(false, 9));
        assertThat(tasks)
                .singleElement()
                .returns(action(), Task::promise)
                .returns("its owner says that it is not done", Task::why);
    }

    @Test
    void a_rep_who_does_not_answer_is_asked_again_and_without_amends_he_is_not_hung_up_on() {
        stage.centre().rep("rep1", Behaviour.ringForever());
        AmendsProcess running = promised();
        stage.centre().reps().awaitIncoming("rep1", 1, SOON.multipliedBy(2)).awaitEnded(SOON);
        stage.centre().repsListen();
        IncomingCall rep = asked(2);
        rep.awaitPrompt("done-not-or-later", SOON);
        running.freeze();
        rep.press("1");
        rep.awaitPrompt("not-noted", SOON);
        rep.awaitEnded(SOON);
        running.thaw();

        IncomingCall last = asked(3);
        last.awaitPrompt("done-not-or-later", SOON);
        last.press("1");
        last.awaitPrompt("noted", SOON);
        last.awaitEnded(SOON);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> action() instanceof ActionPromise.Done);
        assertThat(stage.promises()).isEmpty();
        nothingIsLeft();
    }

    private AmendsProcess promised() {
        CallCentre centre = stage.centre();
        centre.called(NUMBER, pressing("1"));
        stage.onDuty("rep1");
        AmendsProcess running = stage.amends(OwnerLiveTest::asksAtOnce);
        stage.awaitHeartbeat();
        String by =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
                        .format(ZonedDateTime.now(ZoneId.of("UTC")).plusMinutes(10));
        assertThat(
                        running.cli(
                                "promise",
                                NUMBER,
                                "--line",
                                "support",
                                "--action",
                                "refund of order 17",
                                "--owner",
                                "PJSIP/rep1",
                                "--by",
                                by))
                .contains("asked on his phone from");
        return running;
    }

    private static SettingsText asksAtOnce(SettingsText settings) {
        return shortTimes(settings)
                .text("lines.support.time_zone", "UTC")
                .number("actions.reminder_minutes", 60)
                .number("actions.gap_seconds", 2);
    }

    private IncomingCall asked(int nth) {
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", nth, Duration.ofSeconds(20));
        rep.awaitPrompt("you-promised", SOON);
        return rep;
    }

    private ActionPromise action() {
        return stage.onRecord(store -> store.actions().list(true, 1).getFirst());
    }
}
