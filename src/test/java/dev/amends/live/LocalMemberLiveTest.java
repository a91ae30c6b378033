package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Ended;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

/**
 * A promised call to reps who are not phones of the queue but extensions behind a Local channel, as
 * FreePBX has them.
 */
@Tag("live")
class LocalMemberLiveTest {

    private static final String NUMBER = "+12025550144";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    /** How a queue knows such a rep. */
    enum Member {
        /** As FreePBX does, where the state is not looked at. */
        STAYS("Local/%s@reps/n", ""),
        /** As FreePBX does. */
        STAYS_WITH_STATE("Local/%s@reps/n", " state_interface PJSIP/%s"),
        /** The Local channel goes away once both sides talk. */
        GOES_WITH_STATE("Local/%s@reps", " state_interface PJSIP/%s");

        private final String device;
        private final String state;

        Member(String device, String state) {
            this.device = device;
            this.state = state;
        }

        String of(String rep) {
            return device.formatted(rep);
        }
    }

    @AfterEach
    void noMembersButPhones() {
        for (String rep : CallCentre.REPS) {
            for (Member member : Member.values()) {
                stage.pbx().cli("queue remove member " + member.of(rep) + " from support");
            }
        }
        stage.everybodyOnDuty();
    }

    @ParameterizedTest
    @EnumSource
    void the_promise_is_kept_and_whoever_hangs_up_nobody_is_left(Member member) {
        begins(member, keying("1"));

        onDuty(member, "rep1");

        IncomingCall person = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        person.awaitTone(CallCentre.voice("rep1"), SOON);
        IncomingCall rep = rep(1);
        rep.awaitTone(CallCentre.CALLED_TONE, SOON);
        assertThat(rep.ear().promptNames()).containsExactly("callback-for-you");
        assertThat(person.ear().promptNames())
                .containsExactly("company", "you-asked-us-to-call", "speak-later-never");
        person.stay(Duration.ofSeconds(11));
        rep.hangUp();
        assertThat(person.awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
        stage.awaitPromise(Callback.Kept.class::isInstance, SOON);
        stage.awaitNoChannels(SOON);
        assertThat(stage.centre().carrier().inviteLog().all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_rep_who_talks_is_not_rung_for_the_next_caller(Member member) {
        begins(member, keying("1"));
        onDuty(member, "rep1");
        IncomingCall person = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        person.awaitTone(CallCentre.voice("rep1"), SOON);

        Call next = stage.waiting("+12025550145");
        next.stay(Duration.ofSeconds(8));

        assertThat(stage.centre().reps().incomingCalls()).hasSize(1);
        person.hangUp();
        assertThat(rep(1).awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
        next.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource
    void a_rep_hangs_up_while_he_is_told_what_it_is_and_nobody_is_called(Member member) {
        stage.drawOut("callback-for-you");
        begins(member, keying("1"));
        repDoes(call -> call.awaitPrompt("callback-for-you", SOON));

        onDuty(member, "rep1");

        rep(1).awaitEnded(SOON);
        offDuty(member, "rep1");
        stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_rep_hangs_up_while_the_telephone_rings_and_the_ringing_stops(Member member) {
        begins(member, Behaviour.ringForever());
        repDoes(call -> stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON));

        onDuty(member, "rep1");

        IncomingCall person = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        assertThat(person.awaitEnded(Duration.ofSeconds(4)).by()).isEqualTo(Ended.By.THEM);
        stage.awaitNoChannels(SOON);
    }

    @ParameterizedTest
    @EnumSource
    void a_rep_hangs_up_before_the_answered_person_has_keyed_and_the_next_takes_the_call(
            Member member) {
        begins(member, keying("1"));
        repDoes(call ->
                stage.centre()
                        .carrier()
                        .awaitIncoming(NUMBER, 1, SOON)
                        .awaitPrompt("company", SOON));
        onDuty(member, "rep1");
        IncomingCall person = stage.centre().carrier().awaitIncoming(NUMBER, 1, SOON);
        person.awaitPrompt("lost-the-rep", SOON);

        onDuty(member, "rep2");

        person.awaitTone(CallCentre.voice("rep2"), SOON);
        person.hangUp();
        stage.awaitNoChannels(SOON);
        assertThat(stage.centre().carrier().inviteLog().all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_person_does_not_want_it_now_and_the_rep_hears_so_and_is_free(Member member) {
        // He hangs up when he is asked for a time: he is called after the gap.
        begins(
                member,
                CallCentre.answering(
                        Script.pressAt("speak-later-never", SOON, "2")
                                .then(Script.hangUpAfter(Duration.ofSeconds(3)))));

        onDuty(member, "rep1");

        rep(1).awaitPrompt("wants-it-later", SOON);
        assertThat(rep(1).awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
        stage.awaitNoChannels(SOON);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(stage.outcomes()).containsExactly(AttemptOutcome.NOT_NOW));
    }

    /** One promise is made; when its number is called, this happens. */
    private void begins(Member member, Behaviour person) {
        stage.onDuty();
        for (String rep : CallCentre.REPS) {
            stage.pbx()
                    .cli("dialplan add extension " + rep + ",1,Dial,PJSIP/" + rep + " into reps");
        }
        stage.centre().repsListen();
        stage.centre().called(NUMBER, person);
        stage.amends(settings ->
                settings.number("lines.support.offer_when_waiting", 0)
                        .number("callbacks.gap_seconds", 300)
                        .number("callbacks.ring_seconds", 8));
        stage.promised(NUMBER);
        assertThat(member.of("rep1")).startsWith("Local/");
    }

    private void onDuty(Member member, String rep) {
        stage.pbx()
                .cli(
                        "queue add member "
                                + member.of(rep)
                                + " to support penalty 0 as "
                                + rep
                                + member.state.formatted(rep));
    }

    private void offDuty(Member member, String rep) {
        stage.pbx().cli("queue remove member " + member.of(rep) + " from support");
    }

    private void repDoes(Script until) {
        stage.centre()
                .rep(
                        "rep1",
                        Behaviour.answerAfter(Duration.ofMillis(300))
                                .as(Leg.tone(CallCentre.voice("rep1")))
                                .then(until.then(Call::hangUp)));
    }

    private IncomingCall rep(int nth) {
        return stage.centre().reps().awaitIncoming("rep1", nth, SOON);
    }

    private static Behaviour keying(String key) {
        return CallCentre.answering(Script.pressAt("speak-later-never", SOON, key));
    }
}
