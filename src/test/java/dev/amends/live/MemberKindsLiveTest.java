package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.supervision.Learning;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whatever a queue's members are made of: the rep has the codes, the caller has none of them. The
 * phone behind a Local member is dialled by a foreign dialplan, as FreePBX does.
 */
@Tag("live")
class MemberKindsLiveTest {

    private static final int REP = CallCentre.voice("rep1");
    private static final int SENIOR = CallCentre.voice("senior1");
    private static final int CALLER = CallCentre.CALLER_TONE;

    @RegisterExtension final Stage stage = new Stage();
    private MemberKind kind = MemberKind.PJSIP;

    @AfterEach
    void as_before() {
        kind.leave(stage);
    }

    private HandOver staffedBy(MemberKind kind) {
        this.kind = kind;
        HandOver story = HandOver.on(stage);
        kind.staff(stage);
        return story;
    }

    @ParameterizedTest
    @EnumSource
    void a_caller_who_keys_the_codes_does_nothing_with_them(MemberKind kind) {
        HandOver story = staffedBy(kind);
        Call caller = story.served();

        for (String code :
                List.of("*71", "*72", "*70", "*78", HandOver.TO_SENIOR, HandOver.TO_SUPERVISOR)) {
            caller.press(code);
            caller.stay(Duration.ofMillis(1500));
        }

        HandOver.talk(caller, CALLER, story.rep(), REP);
        assertThat(story.rep().ear().promptNames()).isEmpty();
        assertThat(caller.ear().promptNames()).isEmpty();
        assertThat(stage.centre().reps().incomingCalls()).hasSize(1);
        caller.hangUp();
        story.rep().awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void a_rep_hands_over_to_a_senior_of_the_same_kind_who_hands_it_on(MemberKind kind) {
        HandOver story = staffedBy(kind);
        Call caller = story.served();

        story.rep().press(HandOver.TO_SENIOR);

        IncomingCall taker = story.asked("senior1", 1);
        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);
        HandOver.talk(caller, CALLER, taker, SENIOR);
        story.rep().awaitPrompt("taken-over", HandOver.SOON);
        story.rep().awaitEnded(HandOver.SOON);
        taker.press(HandOver.TO_SUPERVISOR);
        IncomingCall supervisor = story.asked("sup1", 1);
        caller.awaitTone(HandOver.SUPERVISOR_TONE, HandOver.SOON);
        supervisor.awaitTone(CALLER, HandOver.SOON);
        taker.awaitEnded(HandOver.SOON);
        supervisor.hangUp();
        caller.awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    /** As he is in the middle of a code, his channel may be sent nowhere else. */
    @ParameterizedTest
    @EnumSource(
            value = MemberKind.class,
            names = {"PJSIP", "LOCAL"})
    void a_rep_who_says_what_came_of_it_is_not_cut_off_when_his_caller_is_taken_over(
            MemberKind kind) {
        HandOver story = staffedBy(kind);
        story.senior(Script.listen());
        AmendsProcess amends =
                stage.amends(settings ->
                        settings.number("lines.support.offer_when_waiting", 99)
                                .yes("lines.support.closing"));
        stage.awaitHeartbeat();
        Call caller = story.served();
        IncomingCall rep = story.rep();
        rep.press(HandOver.TO_SENIOR);
        IncomingCall senior = story.asked("senior1", 1);
        senior.awaitPrompt("take-over-or-decline", HandOver.SOON);
        rep.press("*82");
        rep.awaitPrompt("closing-came", HandOver.SOON);

        senior.press("1");
        caller.awaitPrompt("colleague-takes-over", HandOver.SOON);
        rep.press("2");
        rep.awaitPrompt("closing-mistake", HandOver.SOON);
        rep.press("1");
        rep.awaitPrompt("closing-remedy", HandOver.SOON);
        rep.press("3");
        rep.awaitPrompt("noted", HandOver.SOON);
        HandOver.talk(caller, CALLER, senior, SENIOR);

        rep.awaitEnded(HandOver.SOON);
        amends.awaitSaid("not-solved", HandOver.SOON);
        caller.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void whatever_is_told_of_a_rep_is_told_of_the_member_that_his_queue_has() {
        HandOver story = staffedBy(MemberKind.LOCAL_KEPT);
        stage.amends(settings -> settings.number("lines.support.offer_when_waiting", 99));
        Call caller = story.served();

        story.rep().press("*72");
        story.rep().awaitPrompt("noted", HandOver.SOON);
        story.rep().press("*78");

        Awaitility.await()
                .atMost(HandOver.SOON)
                .untilAsserted(() ->
                        assertThat(seen())
                                .contains(
                                        "flagged by Local/rep1@foreign/n",
                                        "limit_spoken by Local/rep1@foreign/n"));
        caller.hangUp();
        story.rep().awaitEnded(HandOver.SOON);
        story.nothingIsLeft();
    }

    private List<String> seen() {
        Instant now = Instant.now();
        Learning.Span lately = new Learning.Span(now.minusSeconds(600), now.plusSeconds(600));
        return stage.onRecord(store -> store.learning().seen(lately)).stream()
                .map(one -> one.kind() + " by " + one.rep())
                .toList();
    }
}
