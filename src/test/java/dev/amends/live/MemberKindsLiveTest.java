package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.callcentre.CallCentre;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/**
 * Whatever a queue's members are made of: the rep has the codes, the caller has none of them. The
 * phone behind a Local member is dialled by a foreign dialplan, as FreePBX does.
 */
@Tag("live")
class MemberKindsLiveTest {

    private static final String PJSIP = "PJSIP/%s";
    private static final String LOCAL_KEPT = "Local/%s@foreign/n";
    private static final String LOCAL = "Local/%s@foreign";
    private static final int REP = CallCentre.voice("rep1");
    private static final int SENIOR = CallCentre.voice("senior1");
    private static final int CALLER = CallCentre.CALLER_TONE;

    @RegisterExtension final Stage stage = new Stage();
    private String rep = "";
    private String senior = "";

    @AfterEach
    void as_before() {
        if (!rep.startsWith("PJSIP")) {
            stage.pbx().cli("queue remove member " + rep + " from support");
            stage.pbx().cli("queue remove member " + senior + " from support-senior");
            stage.pbx().cli("queue unpause member PJSIP/senior1 queue support-senior");
        }
    }

    private HandOver staffedBy(String kind) {
        HandOver story = HandOver.on(stage);
        rep = kind.formatted("rep1");
        senior = kind.formatted("senior1");
        if (!kind.equals(PJSIP)) {
            for (String phone : List.of("rep1", "senior1")) {
                stage.pbx()
                        .cli(
                                "dialplan add extension %s,1,Dial,PJSIP/%s into foreign"
                                        .formatted(phone, phone));
            }
            stage.centre().pauseIn("support", List.of("rep1"));
            stage.centre().pauseIn("support-senior", List.of("senior1"));
            stage.pbx().cli("queue add member " + rep + " to support");
            stage.pbx().cli("queue add member " + senior + " to support-senior");
        }
        return story;
    }

    @ParameterizedTest
    @ValueSource(strings = {PJSIP, LOCAL_KEPT, LOCAL})
    void a_caller_who_keys_the_codes_does_nothing_with_them(String kind) {
        HandOver story = staffedBy(kind);
        Call caller = story.served();

        for (String code : List.of("*71", "*72", HandOver.TO_SENIOR, HandOver.TO_SUPERVISOR)) {
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
    @ValueSource(strings = {PJSIP, LOCAL_KEPT, LOCAL})
    void a_rep_hands_over_to_a_senior_of_the_same_kind_who_hands_it_on(String kind) {
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
}
