package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.DialplanLog;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Matter;
import dev.amends.care.Story;
import dev.amends.line.LineName;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void aWaitingCallerHasTheKeyForIt() {
        keys("amends-key-story");
    }

    private void keys(String context) {
        stage.queues(conf -> conf + "\n[support](+)\ncontext = " + context + "\n");
    }

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
    void who_hangs_up_before_he_begins_has_told_nothing_and_nobody_is_offered_it() {
        stage.onDuty("rep1");
        stage.centre().repsListen();
        AmendsProcess amends = stage.amends(this::told);
        Call caller = stage.centre().call(NUMBER, Leg.tone(AFTER));
        caller.awaitPrompt("story-offer", SOON);
        caller.press("1");
        caller.awaitPrompt("story-speak", SOON);
        caller.hangUp();
        amends.awaitSaid("is empty", SOON);

        assertThat(stories()).isEmpty();
        assertThat(amends.cli("recordings", "list")).contains("No recordings.");
        Call again = declines(NUMBER);
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", 1, SOON);
        talk(again, rep);
        rep.press("*77");
        rep.awaitPrompt("no-story", SOON);
        assertThat(rep.ear().promptNames()).containsExactly("no-story");
        again.hangUp();
        nothingIsLeft();
    }

    @Test
    void on_a_line_without_stories_the_key_is_none_and_he_never_leaves_the_queue() {
        keys("amends-key");
        stage.onDuty();
        stage.amends(this::recording);
        Call caller = answers(NUMBER, "2");
        stage.awaitInQueue("support", 1, SOON);
        caller.stay(Duration.ofSeconds(3));

        caller.press("5");
        caller.stay(Duration.ofSeconds(2));

        // Who leaves and joins again waits from nothing.
        assertThat(stage.pbx().cli("queue show support")).containsPattern("wait: 0:(0[5-9]|[1-5])");
        caller.hangUp();
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

    /** In real speech: to ask him takes more than three seconds. */
    @Test
    void a_key_in_the_prompt_has_him_begin_at_once_and_silence_is_no_story() {
        stage.playSpeech();
        stage.onDuty();
        AmendsProcess amends = stage.amends(this::told);
        Call caller = stage.centre().call(NUMBER, Leg.silent());
        caller.stay(Duration.ofSeconds(3));
        DialplanLog log = stage.pbx().dialplanLog();
        caller.press("1");
        log.await(step -> step.is("amends-do", "Read"), SOON);

        caller.press("#");
        log.await(step -> step.is("amends-do", "Record"), SOON);
        Awaitility.await().atMost(SOON).until(() -> !files("").isEmpty());
        assertThat(files("")).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
        caller.press("#");

        amends.awaitSaid("is empty", SOON);
        stage.awaitInQueue("support", 1, SOON);
        assertThat(files("")).isEmpty();
        assertThat(stories()).isEmpty();
        caller.hangUp();
        nothingIsLeft();
    }

    /** Who did not agree to be recorded is not asked, and the key costs him nothing. */
    @Test
    void who_may_not_be_recorded_tells_no_story() {
        stage.onDuty();
        stage.amends(settings -> told(settings).text("lines.support.record", "ask"));
        Call caller = answers(NUMBER, "2");
        stage.awaitInQueue("support", 1, SOON);
        caller.press("5");
        caller.awaitPrompt("keep-waiting", SOON);
        stage.awaitInQueue("support", 1, SOON);
        assertThat(caller.ear().promptNames()).containsExactly("may-we-record", "keep-waiting");
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
