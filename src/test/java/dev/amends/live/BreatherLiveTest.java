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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        return member("support", "PJSIP/" + name);
    }

    private String member(String queue, String name) {
        return stage.pbx()
                .cli("queue show " + queue)
                .lines()
                .filter(line -> line.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** The rep dials the code from his phone and hears this. */
    private void endsIt(String phone, String hears) {
        Call code =
                stage.centre()
                        .reps()
                        .call(phone, "*81", stage.centre().ports().sip(), Leg.silent());
        code.awaitPrompt(hears, HandOver.SOON);
        code.awaitEnded(HandOver.SOON);
    }

    private void awaitPaused(String queue, String name, boolean paused) {
        Awaitility.await("for a breather of " + name)
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(member(queue, name).contains(BREATHER))
                                .as(stage.pbx().cli("queue show " + queue))
                                .isEqualTo(paused));
    }

    private void awaitRep(String name, String state, Duration patience) {
        Awaitility.await("for " + name + " to be " + state)
                .atMost(patience)
                .until(() -> rep(name).contains(state));
    }

    /** He has no pause, and what the code knows of his breather, which goes last, is gone. */
    private void awaitNoPause(String name) {
        Awaitility.await("for " + name + " to be free")
                .atMost(HandOver.SOON)
                .until(() -> !rep(name).contains("paused") && !codeKnows(name));
    }

    private boolean codeKnows(String name) {
        return !stage.pbx().cli("database get amends-breather " + name).contains("not found");
    }

    @Test
    void it_begins_with_the_end_of_the_call_and_the_rep_ends_it_by_code_though_amends_is_dead() {
        AmendsProcess amends = amends();
        hardCall();
        awaitRep("rep1", BREATHER, HandOver.SOON);
        assertThat(amends.cli("breathers", "list")).contains("PJSIP/rep1", "(abusive)", "until ");

        amends.kill();
        endsIt("rep1", "breather-over");
        awaitNoPause("rep1");

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

        awaitRep("senior1", BREATHER, HandOver.SOON);
        assertThat(rep("rep1")).doesNotContain("paused");
        assertThat(amends.cli("breathers", "list")).contains("PJSIP/senior1", "(upset)");
    }

    @ParameterizedTest
    @EnumSource
    void whatever_the_members_are_made_of_the_code_needs_nobody(MemberKind kind) {
        AmendsProcess amends = amends();
        kind.staff(stage);
        try {
            hardCall();
            awaitPaused("support", kind.member("rep1"), true);
            amends.kill();

            endsIt("rep1", "breather-over");

            awaitPaused("support", kind.member("rep1"), false);
        } finally {
            kind.leave(stage);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_they_are_made_of_it_begins_with_the_end_of_an_upset_callers_call(
            MemberKind kind) {
        AmendsProcess amends = amends();
        amends.cli("flag", HandOver.NUMBER, "--reason", "third call");
        stage.everybodyOnDuty();
        kind.staff(stage);
        stage.centre().rep("senior1", CallCentre.listening("senior1"));
        try {
            Call caller = stage.centre().call(HandOver.NUMBER);
            HandOver.talk(caller, CALLER, story.asked("senior1", 1), SENIOR);
            caller.stay(Duration.ofSeconds(3));
            assertThat(amends.cli("breathers", "list")).doesNotContain("senior1");

            caller.hangUp();

            awaitPaused("support-senior", kind.member("senior1"), true);
            assertThat(amends.cli("breathers", "list")).contains("(upset)");
            amends.kill();
            endsIt("senior1", "breather-over");
            awaitPaused("support-senior", kind.member("senior1"), false);
        } finally {
            kind.leave(stage);
        }
    }

    @Test
    void a_caller_who_was_abusive_before_makes_the_call_a_hard_one_though_nobody_keys() {
        AmendsProcess amends = amends();
        Call first = story.served();
        stage.awaitHistory(HandOver.NUMBER, history -> history.earlierCalls() == 1);
        story.rep().press("*72");
        stage.awaitHistory(HandOver.NUMBER, history -> history.abusive().isPresent());
        first.hangUp();
        awaitRep("rep1", BREATHER, HandOver.SOON);
        amends.cli("breathers", "end", "PJSIP/rep1");
        awaitNoPause("rep1");

        Call again = stage.centre().call(HandOver.NUMBER);
        HandOver.talk(again, CALLER, story.asked("rep1", 2), REP);
        again.hangUp();

        awaitRep("rep1", BREATHER, HandOver.SOON);
    }

    @Test
    void who_was_upset_when_he_was_called_back_was_a_hard_call_as_well() {
        AmendsProcess amends = amends(BreatherLiveTest::choiceForEveryone);
        IncomingCall called =
                calledBack(() -> amends.cli("flag", HandOver.NUMBER, "--reason", "third call"));
        called.stay(Duration.ofSeconds(2));
        assertThat(amends.cli("breathers", "list")).doesNotContain("rep1");

        called.hangUp();

        awaitRep("rep1", BREATHER, HandOver.SOON);
        assertThat(amends.cli("breathers", "list")).contains("PJSIP/rep1", "(upset)");
    }

    @Test
    void so_was_who_heard_a_limit_when_he_was_called_back() {
        AmendsProcess amends = amends(BreatherLiveTest::choiceForEveryone);
        IncomingCall called = calledBack(() -> {});
        story.rep().press("*78");
        called.awaitPrompt("limit", HandOver.SOON);

        story.rep().hangUp();

        awaitRep("rep1", BREATHER, HandOver.SOON);
        assertThat(amends.cli("breathers", "list")).contains("PJSIP/rep1", "(limit)");
    }

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0);
    }

    /** Something happens after he was promised a call; he is called, and speaks with the rep. */
    private IncomingCall calledBack(Runnable meanwhile) {
        stage.centre()
                .called(
                        HandOver.NUMBER,
                        CallCentre.answering(
                                Script.pressAt("speak-later-never", HandOver.SOON, "1")));
        stage.pbx().cli("queue pause member PJSIP/rep1");
        stage.promised(HandOver.NUMBER);
        meanwhile.run();
        stage.pbx().cli("queue unpause member PJSIP/rep1");
        IncomingCall called =
                stage.centre().carrier().awaitIncoming(HandOver.NUMBER, 1, Duration.ofSeconds(20));
        called.awaitTone(REP, Duration.ofSeconds(15));
        story.rep().awaitTone(CallCentre.CALLED_TONE, HandOver.SOON);
        return called;
    }

    @Test
    void the_code_ends_a_breather_and_no_other_pause() {
        AmendsProcess amends = amends();
        hardCall();
        awaitRep("rep1", BREATHER, HandOver.SOON);
        amends.cli("breathers", "end", "PJSIP/rep1");
        awaitNoPause("rep1");
        stage.pbx().cli("queue pause member PJSIP/rep1 queue support reason lunch");

        endsIt("rep1", "no-breather");
        amends.kill();
        endsIt("rep1", "no-breather");

        assertThat(rep("rep1")).contains("paused:lunch");
    }

    @Test
    void the_code_leaves_a_lunch_in_one_of_his_queues_alone() {
        AmendsProcess amends = amends();
        amends.cli("flag", HandOver.NUMBER, "--reason", "third call");
        stage.centre().rep("senior1", CallCentre.listening("senior1"));
        stage.pbx().cli("queue pause member PJSIP/senior1 queue support reason lunch");
        Call caller = stage.centre().call(HandOver.NUMBER);
        caller.awaitTone(SENIOR, HandOver.SOON);
        caller.hangUp();
        awaitPaused("support-senior", "senior1", true);
        amends.kill();

        endsIt("senior1", "breather-over");

        awaitPaused("support-senior", "senior1", false);
        assertThat(rep("senior1")).contains("paused:lunch");
    }

    /** Begun while Amends is away: known of those who have logged in. */
    @Test
    void the_code_leaves_a_lunch_alone_that_has_taken_its_place() {
        stage.queues(conf -> conf.replace("persistentmembers = no", "persistentmembers = yes"));
        AmendsProcess amends = amends();
        MemberKind.LOCAL_KEPT.staff(stage);
        String rep = MemberKind.LOCAL_KEPT.member("rep1");
        try {
            hardCall();
            awaitPaused("support", rep, true);
            amends.kill();
            stage.pbx().cli("queue pause member %s queue support reason lunch".formatted(rep));

            endsIt("rep1", "no-breather");
            endsIt("rep1", "no-breather");

            assertThat(member("support", rep)).contains("paused:lunch");
        } finally {
            MemberKind.LOCAL_KEPT.leave(stage);
        }
    }

    @Test
    void a_supervisor_ends_it() {
        AmendsProcess amends = amends();
        hardCall();
        awaitRep("rep1", BREATHER, HandOver.SOON);

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
        awaitRep("rep1", BREATHER, HandOver.SOON);

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
