package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;

/**
 * A promised call, from the key to the conversation, judged by the carrier's list of INVITEs and by
 * what is heard.
 */
@Tag("live")
class CallbackLiveTest {

    private static final String NUMBER = "+12025550143";

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", 1)
                .number("callbacks.ring_seconds", 5);
    }

    @Test
    void a_caller_who_asked_for_it_is_called_once_and_speaks_with_the_rep_who_was_waiting() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(12));
        centre.called(
                NUMBER,
                CallCentre.answering(
                        Script.pressAt("speak-later-never", Duration.ofSeconds(10), "1")));
        stage.amends(CallbackLiveTest::choiceForEveryone);

        stage.promised(NUMBER);

        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(20));
        Call rep = centre.reps().incomingCalls().getFirst();
        called.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(10));
        rep.awaitTone(CallCentre.CALLED_TONE, Duration.ofSeconds(5));
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(20));
        assertThat(called.ear().promptNames())
                .containsExactly("company", "you-asked-us-to-call", "speak-later-never");
        assertThat(centre.carrier().inviteLog().all()).hasSize(1);
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }
}
