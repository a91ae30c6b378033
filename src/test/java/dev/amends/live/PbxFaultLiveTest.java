package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;

/**
 * The telephone system is killed, restarted and frozen under open promises: each is called once it
 * is back, without a person, and never twice within the gap.
 */
@Tag("live")
class PbxFaultLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final Duration GAP = Duration.ofSeconds(8);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(40);

    @RegisterExtension final Stage stage = new Stage();

    private AmendsProcess amends() {
        return stage.amends(PbxFaultLiveTest::choiceForEveryone);
    }

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", Math.toIntExact(GAP.toSeconds()))
                .number("callbacks.ring_seconds", 20);
    }

    private static Script pressing(String key) {
        return Script.pressAt("speak-later-never", Duration.ofSeconds(15), key);
    }

    /**
     * He speaks with the rep for as long as keeps a promise, counted from his own key: on a busy
     * machine a rep who hung up by his own clock had waited for him for part of that.
     */
    private static Behaviour speaking() {
        return CallCentre.answering(pressing("1").then(Script.hangUpAfter(Duration.ofSeconds(13))));
    }

    private Judge judge() {
        return new Judge(stage.centre().carrier());
    }

    private void aPromisedCallerWaits() {
        stage.centre().repsListen();
        stage.onDuty();
        stage.promised(NUMBER);
        stage.awaitInQueue("support", 1, Duration.ofSeconds(15));
    }

    @Test
    void killed_with_a_promised_caller_waiting_he_is_placed_again_and_called_once() {
        stage.centre().called(NUMBER, speaking());
        amends();
        aPromisedCallerWaits();

        stage.pbx().kill();
        stage.pbx().startAgain();

        // Nobody's break outlives the telephone system here, so a rep is there at once.
        stage.centre().carrier().awaitIncoming(NUMBER, 1, BACK);
        stage.awaitPromise(Callback.Kept.class::isInstance, LONG);
        stage.awaitNoChannels(LONG);
        judge().wants(NUMBER, 1, GAP);
    }

    @Test
    void restarted_in_good_order_with_a_promised_caller_waiting_he_is_called_once() {
        stage.centre().called(NUMBER, speaking());
        AmendsProcess amends = amends();
        aPromisedCallerWaits();

        stage.pbx().restart();
        amends.awaitSaid("Linked to the PBX", 2, BACK);

        stage.centre().carrier().awaitIncoming(NUMBER, 1, BACK);
        stage.awaitPromise(Callback.Kept.class::isInstance, LONG);
        stage.awaitNoChannels(LONG);
        judge().wants(NUMBER, 1, GAP);
    }

    @Test
    void killed_while_the_phone_rings_it_counts_as_a_try_and_he_is_called_again_after_the_gap() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, Behaviour.ringForever(), CallCentre.answering(pressing("3")));
        AmendsProcess amends = amends();
        stage.promised(NUMBER);
        centre.carrier().awaitIncoming(NUMBER, 1, LONG).awaitRinging(Duration.ofSeconds(5));

        stage.pbx().kill();
        stage.pbx().startAgain();

        stage.awaitPromise(callback -> callback.tries().made() == 1, LONG);
        assertThat(amends.cli("promises", "explain", stage.onlyPromise()))
                .contains("it can't be told how the call ended");
        stage.awaitPromise(Callback.Withdrawn.class::isInstance, LONG);
        judge().wants(NUMBER, 2, GAP);
    }

    @Test
    void frozen_for_15_seconds_the_link_is_noticed_as_lost_and_nothing_is_doubled() {
        stage.centre().called(NUMBER, speaking());
        AmendsProcess amends = amends();
        aPromisedCallerWaits();

        Instant frozen = Instant.now();
        stage.pbx().freeze();
        amends.awaitSaid("No link to the PBX", Duration.ofSeconds(15));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Instant.now().isAfter(frozen.plusSeconds(15)));
        stage.pbx().thaw();
        amends.awaitSaid("Linked to the PBX", 2, BACK);
        stage.onDuty("rep1");

        stage.awaitPromise(Callback.Kept.class::isInstance, LONG);
        stage.awaitNoChannels(LONG);
        judge().wants(NUMBER, 1, GAP);
    }
}
