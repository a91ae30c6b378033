package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** A rep gets a breather after a hard call; who ends it, and what a crash makes of it. */
@Tag("live")
class BreatherLiveTest extends HandOverScene {

    private static final String BREATHER = "paused:breather";

    @BeforeEach
    void the_supervisor_only_listens() {
        story.supervisor(Script.listen());
    }

    private AmendsProcess amends(UnaryOperator<SettingsText> changes) {
        return stage.amends(settings ->
                changes.apply(
                        settings.number("lines.support.offer_when_waiting", 99)
                                .number("breather.minutes", 3)
                                .number("breather.at_least_reps", 0)
                                .number("breather.at_least_percent", 0)));
    }

    private AmendsProcess amends() {
        return amends(settings -> settings);
    }

    /** A call that the rep has flagged as abusive, up to its end. */
    private void hardCall() {
        Call caller = story.served();
        IncomingCall rep = story.rep();
        rep.press("*72");
        rep.awaitPrompt("noted", HandOver.SOON);
        caller.hangUp();
        rep.awaitEnded(HandOver.SOON);
    }

    private String rep(String name) {
        return stage.pbx()
                .cli("queue show support")
                .lines()
                .filter(line -> line.contains("PJSIP/" + name))
                .findFirst()
                .orElseThrow();
    }

    private void awaitRep(String name, String state, Duration patience) {
        Awaitility.await("for " + name + " to be " + state)
                .atMost(patience)
                .until(() -> rep(name).contains(state));
    }

    private void awaitNoPause(String name) {
        Awaitility.await("for " + name + " to be free")
                .atMost(HandOver.SOON)
                .until(() -> !rep(name).contains("paused"));
    }

    @Test
    void it_begins_with_the_end_of_the_call_and_the_rep_ends_it_by_code_though_amends_is_dead() {
        AmendsProcess amends = amends();
        hardCall();
        awaitRep("rep1", BREATHER, Duration.ofSeconds(3));
        assertThat(amends.cli("breathers", "list")).contains("PJSIP/rep1", "(abusive)", "until ");

        amends.kill();
        Call code =
                stage.centre()
                        .reps()
                        .call("rep1", "*81", stage.centre().ports().sip(), Leg.silent());
        code.awaitPrompt("breather-over", HandOver.SOON);
        awaitNoPause("rep1");
        code.awaitEnded(HandOver.SOON);

        AmendsProcess again = amends();
        again.awaitSaid("he ended it himself", HandOver.SOON);
        assertThat(rep("rep1")).doesNotContain("paused");
    }

    @Test
    void who_spoke_with_a_caller_who_came_upset_needs_no_code_for_it() {
        AmendsProcess amends = amends();
        amends.cli("flag", HandOver.NUMBER, "--reason", "third call");
        stage.everybodyOnDuty();
        stage.centre().rep("senior1", CallCentre.listening("senior1"));
        Call caller = stage.centre().call(HandOver.NUMBER);
        caller.awaitTone(SENIOR, HandOver.SOON);

        caller.hangUp();

        awaitRep("senior1", BREATHER, Duration.ofSeconds(3));
        assertThat(rep("rep1")).doesNotContain("paused");
        assertThat(amends.cli("breathers", "list")).contains("PJSIP/senior1", "(upset)");
    }

    @Test
    void a_supervisor_ends_it() {
        AmendsProcess amends = amends();
        hardCall();
        awaitRep("rep1", BREATHER, Duration.ofSeconds(3));

        assertThat(amends.cli("breathers", "end", "PJSIP/rep1")).contains("is over");

        awaitNoPause("rep1");
    }

    @Test
    void where_too_few_would_be_left_it_is_owed_and_given_when_there_is_room() {
        AmendsProcess amends = amends(settings -> settings.number("breather.at_least_reps", 1));
        hardCall();
        Awaitility.await()
                .atMost(HandOver.SOON)
                .until(() -> amends.cli("breathers", "list").contains("owed"));
        assertThat(rep("rep1")).doesNotContain("paused");

        stage.pbx().cli("queue unpause member PJSIP/rep2");

        awaitRep("rep1", BREATHER, HandOver.SOON);
    }

    @Test
    void a_lunch_is_left_alone_with_its_reason() {
        AmendsProcess amends = amends();
        Call caller = story.served();
        story.rep().press("*72");
        story.rep().awaitPrompt("noted", HandOver.SOON);
        stage.pbx().cli("queue pause member PJSIP/rep1 queue support reason lunch");

        caller.hangUp();
        story.rep().awaitEnded(HandOver.SOON);

        amends.awaitSaid("he has a pause anyway (lunch)", HandOver.SOON);
        assertThat(rep("rep1")).contains("paused:lunch");
    }

    @Test
    void it_outlives_asterisk_and_one_that_nobody_owes_does_not() {
        AmendsProcess amends = amends();
        hardCall();
        awaitRep("rep1", BREATHER, Duration.ofSeconds(3));

        stage.pbx().kill();
        // Before Amends is back: as app_queue restores it for members who were added.
        amends.freeze();
        stage.pbx().startAgain();
        stage.pbx().cli("queue pause member PJSIP/rep2 queue support reason breather");
        stage.pbx().cli("queue pause member PJSIP/senior1 queue support reason lunch");
        amends.thaw();

        awaitRep("rep1", BREATHER, Duration.ofSeconds(40));
        amends.awaitSaid("Linked to the PBX", 2, HandOver.SOON);
        awaitNoPause("rep2");
        assertThat(rep("senior1")).contains("paused:lunch");
    }
}
