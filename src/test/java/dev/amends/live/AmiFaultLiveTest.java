package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.FaultProxy;
import dev.amends.callcentre.FaultProxy.Way;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The link between Amends and the manager interface is cut, or goes dead without a word: noticed
 * within 13 s, mended without a person, every promise kept exactly once, no caller lost.
 */
@Tag("live")
class AmiFaultLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final Duration GAP = Duration.ofSeconds(8);
    private static final Duration NOTICED = Duration.ofSeconds(13);
    private static final Duration MENDED = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(70);
    private static final String LOST = "No link to the PBX";
    private static final String LINKED = "Linked to the PBX";

    @RegisterExtension final Stage stage = new Stage();

    private final FaultProxy network = FaultProxy.to(Stage.ports().ami());

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    private AmendsProcess amends() {
        return stage.amends(this::throughTheProxy);
    }

    private SettingsText throughTheProxy(SettingsText settings) {
        return settings.number("asterisk.ami_port", network.port())
                .number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", Math.toIntExact(GAP.toSeconds()))
                .number("callbacks.ring_seconds", 20);
    }

    /** Answers after this time and wants to speak now. */
    private static Behaviour speaking(Duration ring) {
        return Behaviour.answerAfter(ring)
                .as(Leg.tone(CallCentre.CALLED_TONE))
                .then(Script.pressAt("speak-later-never", Duration.ofSeconds(15), "1"));
    }

    private void keptByOneCall() {
        stage.awaitPromise(Callback.Kept.class::isInstance, LONG);
        stage.awaitNoChannels(LONG);
        new Judge(stage.centre().carrier()).wants(NUMBER, 1, GAP);
    }

    @Test
    void cut_while_a_promised_caller_waits_his_place_is_found_again_and_he_is_called_once() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(20));
        centre.called(NUMBER, speaking(Duration.ofMillis(400)));
        stage.onDuty();
        AmendsProcess amends = amends();
        stage.promised(NUMBER);
        stage.awaitInQueue("support", 1, Duration.ofSeconds(15));

        network.cut();
        amends.awaitSaid(LINKED, 2, MENDED);
        stage.awaitInQueue("support", 1, Duration.ofSeconds(15));
        stage.onDuty("rep1");

        keptByOneCall();
    }

    @Test
    void cut_while_the_phone_rings_the_call_goes_on_and_counts() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(30));
        stage.onDuty("rep1");
        centre.called(NUMBER, speaking(Duration.ofSeconds(4)));
        AmendsProcess amends = amends();
        stage.promised(NUMBER);
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, LONG);

        network.cut();
        called.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(20));
        amends.awaitSaid(LINKED, 2, MENDED);

        keptByOneCall();
    }

    @ParameterizedTest
    @ValueSource(strings = {"THERE", "BACK", "THERE+BACK"})
    void half_open_is_noticed_the_promised_call_goes_on_and_the_link_is_mended(String ways) {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(20));
        centre.called(NUMBER, speaking(Duration.ofMillis(400)));
        stage.onDuty();
        AmendsProcess amends = amends();
        stage.promised(NUMBER);
        stage.awaitInQueue("support", 1, Duration.ofSeconds(15));

        network.hold(set(ways));
        stage.onDuty("rep1");
        amends.awaitSaid(LOST, NOTICED.plusSeconds(5));
        network.heal();
        amends.awaitSaid(LINKED, 2, MENDED);

        keptByOneCall();
    }

    private static Set<Way> set(String ways) {
        return Arrays.stream(ways.split("\\+", -1))
                .map(Way::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
    }

    @Test
    void slow_the_link_holds_and_the_promise_is_kept() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(20));
        stage.onDuty("rep1");
        centre.called(NUMBER, speaking(Duration.ofMillis(400)));
        AmendsProcess amends = amends();

        network.slow(Duration.ofMillis(200));
        stage.promised(NUMBER);

        keptByOneCall();
        assertThat(amends.said()).doesNotContain(LOST);
    }

    @Test
    void never_reached_at_the_start_callers_go_to_the_ordinary_queue_and_it_is_said() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(3));
        stage.onDuty("rep1");
        stage.pbx().cli("dialplan set global AMENDS_BEAT 0");
        network.refuse();
        AmendsProcess amends = amends();
        amends.awaitSaid("still trying to reach Asterisk", Duration.ofSeconds(1));
        amends.awaitSaid(LOST, Duration.ofSeconds(1));

        Call call = centre.call(NUMBER);
        call.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(10));
        assertThat(call.ear().promptNames()).isEmpty();

        network.heal();
        amends.awaitSaid(LINKED, MENDED);
        stage.awaitHeartbeat();
        centre.call("+12025550144").awaitPrompt("choice", Duration.ofSeconds(10));
    }

    @Test
    void a_promise_made_while_the_link_is_cut_is_called_once_the_link_is_back() {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(20));
        stage.onDuty("rep1");
        centre.called(NUMBER, speaking(Duration.ofMillis(400)));
        AmendsProcess amends = amends();
        Call call = centre.call(NUMBER);
        call.awaitPrompt("choice", Duration.ofSeconds(10));

        call.press("2");
        call.awaitPrompt("if-right-press-1", Duration.ofSeconds(12));
        network.refuse();
        amends.awaitSaid(LOST, NOTICED);
        call.press("1");
        call.awaitPrompt("we-will-call-you", Duration.ofSeconds(5));
        call.awaitEnded(Duration.ofSeconds(8));
        assertThat(stage.promises()).hasSize(1);
        assertThat(centre.carrier().inviteLog().all()).isEmpty();
        network.heal();

        keptByOneCall();
    }
}
