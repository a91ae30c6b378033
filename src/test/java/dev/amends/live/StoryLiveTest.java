package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Matter;
import dev.amends.care.Story;
import dev.amends.line.LineName;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A caller tells what happened, and whoever speaks with him can hear it. */
@Tag("live")
class StoryLiveTest extends RecordingScene {

    private static final String NUMBER = "+12025550181";

    /** How he sounds while he tells it. */
    private static final int STORY = 700;

    private SettingsText told(SettingsText settings) {
        return recording(settings)
                .text("lines.support.record", "no")
                .text("lines.support.stories", "all");
    }

    @Test
    void told_while_he_waits_it_costs_no_place_and_his_rep_hears_it_by_code_while_he_has_music() {
        stage.onDuty();
        stage.centre().repsListen();
        AmendsProcess amends = stage.amends(this::told);
        Call first = declines(NUMBER);
        Call second = declines("+12025550182");
        stage.awaitInQueue("support", 2, SOON);
        first.press("5");
        first.ear().awaitPrompt("story-offer", 2, SOON);
        first.press("1");
        tells(first);
        first.press("#");
        first.awaitPrompt("story-thanks", SOON);
        first.changeTone(AFTER);
        stage.awaitInQueue("support", 2, SOON);

        stage.onDuty("rep1");
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", 1, SOON);
        talk(first, rep);
        assertThat(rep.ear().promptNames()).containsExactly("brief-story");
        assertThat(second.heardBetween(Instant.EPOCH, Instant.now()))
                .noneMatch(heard -> heard.has(REP));
        rep.press("*77");
        rep.awaitTone(STORY, SOON);
        first.awaitTone(CallCentre.MUSIC_TONE, SOON);
        rep.press("1");
        talk(first, rep);
        // His own keys are no code.
        first.press("*77");
        first.stay(Duration.ofSeconds(1));
        talk(first, rep);
        first.hangUp();
        second.hangUp();
        nothingIsLeft();

        assertThat(stories())
                .singleElement()
                .satisfies(story -> {
                    assertThat(story.told().orElseThrow()).isGreaterThan(Duration.ofSeconds(1));
                    assertThat(files(""))
                            .extracting(RecordingScene::name)
                            .containsExactly(story.id().value() + ".wav");
                    amends.cli("recordings", "erase", story.id().value());
                });
        assertThat(files("")).isEmpty();
        assertThat(stories()).isEmpty();
    }

    @Test
    void who_hangs_up_while_he_tells_it_need_not_tell_it_again_when_he_calls_again() {
        stage.onDuty("rep1");
        stage.centre().repsListen();
        AmendsProcess amends = stage.amends(this::told);
        Call caller = stage.centre().call(NUMBER, Leg.tone(AFTER));
        caller.awaitPrompt("story-offer", SOON);
        caller.press("1");
        tells(caller);
        caller.hangUp();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> stories().stream().anyMatch(story -> story.told().isPresent()));

        Call again = declines(NUMBER);
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", 1, SOON);
        talk(again, rep);
        amends.kill();
        rep.press("*77");
        rep.awaitTone(STORY, SOON);
        rep.press("#");
        talk(again, rep);
        again.hangUp();
        nothingIsLeft();
    }

    @Test
    void on_a_callback_the_rep_hears_it_before_he_is_called() {
        CallCentre centre = stage.centre();
        stage.onDuty();
        centre.repsListen();
        centre.called(NUMBER, CallCentre.answering(Script.pressAt("speak-later-never", SOON, "1")));
        stage.amends(settings -> told(settings).number("lines.support.offer_when_waiting", 0));
        Call caller = centre.call(NUMBER, Leg.tone(AFTER));
        caller.awaitPrompt("story-offer", SOON);
        caller.press("1");
        tells(caller);
        caller.press("#");
        caller.awaitPrompt("choice", SOON);
        stage.promises(caller);

        stage.onDuty("rep1");
        IncomingCall rep = centre.reps().awaitIncoming("rep1", 1, SOON);
        rep.awaitPrompt("story-or-go-on", SOON);
        rep.press("1");
        rep.awaitTone(STORY, SOON);
        rep.stay(Duration.ofSeconds(1));
        assertThat(centre.carrier().incomingCalls()).isEmpty();
        rep.press("1");
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitTone(REP, SOON);
        rep.awaitTone(CallCentre.CALLED_TONE, SOON);
        rep.press("*77");
        rep.awaitTone(STORY, SOON);
        called.hangUp();
        rep.awaitEnded(SOON);
        nothingIsLeft();
    }

    /** Who did not agree to be recorded is not asked, and the key means nothing. */
    @Test
    void who_may_not_be_recorded_tells_no_story() {
        stage.onDuty();
        stage.amends(settings -> told(settings).text("lines.support.record", "ask"));
        Call caller = answers(NUMBER, "2");
        stage.awaitInQueue("support", 1, SOON);
        caller.press("5");
        caller.stay(Duration.ofSeconds(1));
        stage.awaitInQueue("support", 1, SOON);
        assertThat(caller.ear().promptNames()).containsExactly("may-we-record");
        caller.hangUp();
        nothingIsLeft();

        assertThat(files("")).isEmpty();
    }

    /** A caller in the queue who told nothing on arrival. */
    private Call declines(String number) {
        Call caller = stage.centre().call(number, Leg.tone(AFTER));
        caller.awaitPrompt("story-offer", SOON);
        caller.press("2");
        return caller;
    }

    private static void tells(Call caller) {
        caller.awaitPrompt("story-speak", SOON);
        caller.changeTone(STORY);
        caller.stay(Duration.ofSeconds(4));
    }

    private List<Story> stories() {
        return stage.onRecord(store ->
                store.matters()
                        .open(new PhoneNumber(NUMBER), new LineName("support"), Instant.now())
                        .map(Matter::id)
                        .map(store.stories()::of)
                        .orElse(List.of()));
    }
}
