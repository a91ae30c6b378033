package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Ear;
import dev.amends.bench.Heard;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A rep asks a supervisor for help by a code; all of it without Amends. */
@Tag("live")
class HelpLiveTest extends HandOverScene {

    private static final String HELP = "*70";
    private static final int SUPERVISOR = HandOver.SUPERVISOR_TONE;
    private static final int SECOND = Ear.LEG_TONES.get(7);
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Duration A_WHILE = Duration.ofMillis(1500);

    @BeforeEach
    void the_supervisor_decides_by_himself() {
        story.supervisor(Script.listen());
    }

    @AfterEach
    void nothing_is_left() {
        story.nothingIsLeft();
        stage.pbx().cli("queue remove member PJSIP/rep3 from support-supervisors");
    }

    @Test
    void he_listens_speaks_to_the_rep_alone_joins_and_stays_when_the_rep_leaves() {
        Call caller = story.served();
        IncomingCall rep = story.rep();
        rep.press(HELP);
        rep.awaitPrompt("on-its-way", HandOver.SOON);
        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", HandOver.SOON);
        assertThat(supervisor.invite().fromName()).isEqualTo("Help rep1");

        supervisor.press("1");
        rep.awaitPrompt("supervisor-listens", HandOver.SOON);
        supervisor.awaitTone(REP, HandOver.SOON);
        supervisor.awaitTone(CALLER, HandOver.SOON);
        hearsNothingOf(SUPERVISOR, caller, rep);

        supervisor.press("2");
        rep.awaitTone(SUPERVISOR, HandOver.SOON);
        supervisor.awaitTone(CALLER, HandOver.SOON);
        hearsNothingOf(SUPERVISOR, caller);

        supervisor.press("3");
        caller.awaitTone(SUPERVISOR, HandOver.SOON);
        caller.awaitTone(REP, HandOver.SOON);
        rep.awaitTone(SUPERVISOR, HandOver.SOON);
        supervisor.awaitTone(CALLER, HandOver.SOON);
        supervisor.awaitTone(REP, HandOver.SOON);

        rep.hangUp();
        HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
        hearsNothingOf(REP, caller);
        supervisor.hangUp();
        caller.awaitEnded(HandOver.SOON);
        assertThat(caller.ear().promptNames()).isEmpty();
    }

    @Test
    void he_takes_over_and_the_caller_is_told_that_the_rep_has_told_him_all() {
        Call caller = story.served();
        IncomingCall supervisor = helped(caller);
        supervisor.press("4");

        caller.awaitPrompt("supervisor-takes-over", HandOver.SOON);
        story.rep().awaitPrompt("taken-over", HandOver.SOON);
        HandOver.talk(caller, CALLER, supervisor, SUPERVISOR);
        story.rep().awaitEnded(HandOver.SOON);
        supervisor.hangUp();
        caller.awaitEnded(HandOver.SOON);
        assertThat(caller.ear().promptNames()).containsExactly("supervisor-takes-over");
    }

    @Test
    void all_are_rung_the_first_key_wins_and_the_others_hear_so() {
        secondSupervisor(Script.listen());
        Call caller = story.served();
        IncomingCall first = helped(caller);
        IncomingCall second = story.asked("rep3", 1);
        second.awaitPrompt("help-wanted-by", HandOver.SOON);

        first.press("4");
        caller.awaitPrompt("supervisor-takes-over", HandOver.SOON);
        second.press("4");

        second.awaitPrompt("help-taken", HandOver.SOON);
        second.awaitEnded(HandOver.SOON);
        HandOver.talk(caller, CALLER, first, SUPERVISOR);
        caller.hangUp();
        first.awaitEnded(HandOver.SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"44", "34", "14", "43"})
    void of_two_who_press_at_the_same_moment_one_wins_and_the_caller_is_kept(String keys)
            throws Exception {
        secondSupervisor(Script.listen());
        Call caller = story.served();
        IncomingCall first = helped(caller);
        IncomingCall second = story.asked("rep3", 1);
        second.awaitPrompt("help-keys", HandOver.SOON);

        Stage.atOnce(
                List.of(
                        () -> first.press(keys.substring(0, 1)),
                        () -> second.press(keys.substring(1))));

        Awaitility.await().atMost(HandOver.SOON).until(() -> isTold(first) || isTold(second));
        assertThat(isTold(first)).isNotEqualTo(isTold(second));
        caller.stay(Duration.ofSeconds(2));
        assertThat(caller.isUp()).isTrue();
        caller.hangUp();
        story.nothingIsLeft();
    }

    private static boolean isTold(IncomingCall supervisor) {
        return supervisor.ear().promptNames().contains("help-taken");
    }

    @Test
    void a_phone_stops_ringing_as_soon_as_another_supervisor_has_keyed_something() {
        secondSupervisor(Script.listen());
        stage.centre().rep("rep3", Behaviour.ringForever());
        Call caller = story.served();
        IncomingCall first = helped(caller);
        IncomingCall second = story.asked("rep3", 1);
        second.awaitRinging(HandOver.SOON);

        first.press("1");

        assertThat(second.awaitEnded(Duration.ofSeconds(4)).status()).isEqualTo(487);
        caller.hangUp();
        first.awaitPrompt("caller-has-gone", HandOver.SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {HELP, "*72", "*78"})
    void without_a_free_supervisor_the_rep_hears_so_at_once(String code) {
        stage.pbx().cli("queue pause member PJSIP/sup1");
        Call caller = story.served();

        story.rep().press(code);
        if (code.equals("*78")) {
            caller.awaitPrompt("limit", HandOver.SOON);
            HandOver.talk(caller, CALLER, story.rep(), REP);
            caller.stay(HandOver.NEXT_LIMIT);
            story.rep().press(code);
        }
        story.rep().awaitPrompt("no-supervisor", Duration.ofSeconds(20));

        HandOver.talk(caller, CALLER, story.rep(), REP);
        caller.hangUp();
        stage.pbx().cli("queue unpause member PJSIP/sup1");
    }

    @Test
    void a_supervisor_who_declines_leaves_the_caller_with_his_rep_who_hears_so() {
        stage.centre().rep("sup1", Behaviour.reject(486));
        Call caller = story.served();

        story.rep().press(HELP);
        story.rep().awaitPrompt("no-supervisor", HandOver.SOON);

        HandOver.talk(caller, CALLER, story.rep(), REP);
        caller.hangUp();
    }

    @Test
    void keys_that_mean_nothing_leave_a_supervisor_where_he_is() {
        Call caller = story.served();
        IncomingCall supervisor = helped(caller);
        supervisor.press("9");
        supervisor.ear().awaitPrompt("help-keys", 2, Duration.ofSeconds(20));
        supervisor.press("#");
        supervisor.ear().awaitPrompt("help-keys", 3, Duration.ofSeconds(20));

        supervisor.press("2");
        story.rep().awaitTone(SUPERVISOR, HandOver.SOON);
        for (String key : List.of("5", "0", "*", "#", "9")) {
            supervisor.press(key);
            supervisor.stay(A_MOMENT);
        }
        HandOver.talk(supervisor, SUPERVISOR, story.rep(), REP);
        hearsNothingOf(SUPERVISOR, caller);
        assertThat(supervisor.ear().promptNames().stream().filter("help-keys"::equals)).hasSize(3);
        caller.hangUp();
        supervisor.awaitPrompt("caller-has-gone", HandOver.SOON);
    }

    @Test
    void the_only_one_who_helped_leaves_and_the_rep_hears_so_and_may_ask_again() {
        Call caller = story.served();
        IncomingCall supervisor = helped(caller);
        supervisor.press("1");
        story.rep().awaitPrompt("supervisor-listens", HandOver.SOON);

        supervisor.hangUp();

        story.rep().awaitPrompt("no-supervisor", HandOver.SOON);
        story.rep().press(HELP);
        story.asked("sup1", 2).awaitPrompt("help-keys", HandOver.SOON);
        caller.hangUp();
        story.asked("sup1", 2).awaitPrompt("caller-has-gone", HandOver.SOON.multipliedBy(2));
    }

    @Test
    void abuse_rings_a_supervisor_who_hears_the_reason() {
        Call caller = story.served();

        story.rep().press("*72");

        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", HandOver.SOON);
        assertThat(supervisor.ear().promptNames())
                .startsWith("help-wanted-by", "digits/1", "caller-is-abusive", "help-keys");
        caller.hangUp();
        supervisor.hangUp();
    }

    /** The rep has asked for help, and the supervisor has heard what he can key. */
    private IncomingCall helped(Call caller) {
        story.rep().press(HELP);
        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", HandOver.SOON);
        assertThat(caller.isUp()).isTrue();
        return supervisor;
    }

    private void secondSupervisor(Script script) {
        stage.pbx().cli("queue add member PJSIP/rep3 to support-supervisors");
        stage.centre()
                .rep(
                        "rep3",
                        Behaviour.answerAfter(Duration.ofMillis(300))
                                .as(Leg.tone(SECOND))
                                .then(script));
    }

    /** From a moment after now on: the change of a tone leaves a trace. */
    private static void hearsNothingOf(int tone, Call... calls) {
        for (Call call : calls) {
            Instant from = Instant.now().plusMillis(500);
            call.stay(A_WHILE);
            assertThat(call.heardBetween(from, Instant.now()))
                    .as("of %s Hz", tone)
                    .noneMatch((Heard heard) -> heard.has(tone));
        }
    }
}
