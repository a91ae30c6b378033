package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.HeardPrompt;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Matter;
import dev.amends.care.Said;
import dev.amends.line.LineName;
import dev.amends.promise.RepDevice;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a caller is asked on arrival, on the real telephone system. */
@Tag("live")
class IntakeLiveTest {

    private static final String CALLER = "+12025550161";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText asking(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99)
                .yes("lines.support.welcome_back")
                .texts("lines.support.reasons", "billing", "delivery", "other")
                .texts("lines.support.wishes", "refund", "other")
                .yes("lines.support.brief");
    }

    /** He keys what it is about and what he would like, and waits. */
    private Call asked(String reason, String wish) {
        Call call = stage.centre().call(CALLER);
        call.awaitPrompt("or-press-pound", SOON);
        call.press(reason);
        call.awaitPrompt("how-can-we-help", SOON);
        call.press(wish);
        call.awaitTone(CallCentre.MUSIC_TONE, SOON);
        return call;
    }

    private IncomingCall rep(int nth) {
        return stage.centre().reps().awaitIncoming("rep1", nth, SOON);
    }

    @Test
    void
            the_rep_hears_what_he_said_while_his_music_plays_on_and_when_he_calls_again_skips_it_by_keys() {
        CallCentre centre = stage.centre();
        stage.onDuty();
        stage.amends(IntakeLiveTest::asking);
        Behaviour talks = CallCentre.talking("rep1", Duration.ofSeconds(12));
        Behaviour skips =
                Behaviour.answerAfter(Duration.ofMillis(300))
                        .as(Leg.tone(CallCentre.voice("rep1")))
                        .then(Script.press(Duration.ofMillis(100), "1234567"));
        centre.rep("rep1", talks, talks, skips);
        Call first = asked("1", "1");
        assertThat(first.ear().promptNames())
                .startsWith("what-is-it-about", "reason-billing", "press", "digits/1")
                .contains("or-press-pound", "how-can-we-help")
                .doesNotContain("same-matter");
        stage.onDuty("rep1");

        first.awaitTone(CallCentre.voice("rep1"), SOON);
        IncomingCall heard = rep(1);
        assertThat(heard.ear().promptNames())
                .containsExactly("reason-billing", "brief-wants", "wish-refund");
        HeardPrompt begin = heard.ear().prompts().getFirst();
        assertThat(first.heardBetween(begin.from(), heard.ear().prompts().getLast().from()))
                .isNotEmpty()
                .allMatch(sound -> sound.has(CallCentre.MUSIC_TONE));
        first.awaitEnded(SOON);
        Awaitility.await().atMost(SOON).until(() -> matter().flatMap(Matter::knownBy).isPresent());
        assertThat(matter().flatMap(Matter::knownBy).orElseThrow().rep())
                .isEqualTo(new RepDevice("PJSIP/rep1"));

        Call again = centre.call(CALLER);
        again.awaitPrompt("same-matter", SOON);
        again.press("1");
        again.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(again.ear().promptNames()).containsExactly("same-matter");
        assertThat(rep(2).ear().promptNames())
                .containsExactly(
                        "digits/h-2",
                        "word-call",
                        "brief-same-matter",
                        "reason-billing",
                        "brief-wants",
                        "wish-refund");
        Duration allOfIt = untilHeSpeaks(rep(2));
        again.hangUp();

        Call once = centre.call(CALLER);
        once.awaitPrompt("same-matter", SOON);
        once.press("1");
        // It is longer by now, by "repeat caller".
        assertThat(untilHeSpeaks(rep(3))).isLessThan(allOfIt.multipliedBy(9).dividedBy(10));
        once.hangUp();
    }

    /** From the first that the rep hears until he hears his caller. */
    private static Duration untilHeSpeaks(IncomingCall rep) {
        Instant speaks = rep.awaitTone(CallCentre.CALLER_TONE, SOON).from();
        return Duration.between(rep.ear().prompts().getFirst().from(), speaks);
    }

    @Test
    void a_callback_says_what_it_was_promised_for_and_so_does_who_hands_it_over() {
        CallCentre centre = stage.centre();
        HandOver story = HandOver.on(stage);
        stage.onDuty();
        stage.amends(s -> asking(s).number("lines.support.offer_when_waiting", 0));
        centre.called(CALLER, CallCentre.answering(Script.pressAt("speak-later-never", SOON, "1")));
        Call call = stage.centre().call(CALLER);
        call.awaitPrompt("what-is-it-about", SOON);
        call.press("2");
        call.awaitPrompt("how-can-we-help", SOON);
        call.press("1");
        call.awaitPrompt("choice", SOON);
        stage.promises(call);
        stage.onDuty("rep1");

        IncomingCall called = centre.carrier().awaitIncoming(CALLER, 1, SOON);
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(rep(1).ear().promptNames())
                .containsExactly(
                        "callback-for-you", "reason-delivery", "brief-wants", "wish-refund");
        assertThat(called.ear().promptNames())
                .doesNotContain("what-is-it-about", "how-can-we-help", "same-matter");
        rep(1).press(HandOver.TO_SUPERVISOR);
        IncomingCall supervisor = story.asked("sup1", 1);
        called.awaitTone(HandOver.SUPERVISOR_TONE, SOON);
        assertThat(supervisor.ear().promptNames())
                .containsExactly(
                        "handed-over-by",
                        "digits/1",
                        "reason-delivery",
                        "brief-wants",
                        "wish-refund",
                        "take-over-or-decline");
        assertThat(called.stay(Duration.ofSeconds(10))).isTrue();
        called.hangUp();
        Awaitility.await().atMost(SOON).until(() -> matter().flatMap(Matter::knownBy).isPresent());
        assertThat(matter().flatMap(Matter::knownBy).orElseThrow().rep())
                .isEqualTo(new RepDevice("PJSIP/sup1"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killed_or_frozen_while_he_is_asked_he_is_in_the_ordinary_queue_in_time(boolean frozen) {
        stage.onDuty();
        AmendsProcess amends = stage.amends(IntakeLiveTest::asking);
        Call call = stage.centre().call(CALLER);
        call.awaitPrompt("what-is-it-about", SOON);

        if (frozen) {
            amends.freeze();
        } else {
            amends.kill();
        }

        stage.queuedInTime(call, "1");
        stage.awaitInQueue("support", 1, SOON);
        assertThat(matter()).isEmpty();
    }

    @Test
    void silence_skips_every_question_and_costs_no_place() {
        stage.onDuty();
        stage.amends(IntakeLiveTest::asking);
        Call silent = stage.centre().call(CALLER);
        silent.awaitPrompt("what-is-it-about", SOON);
        Call later = stage.centre().call("+12025550162");
        later.awaitPrompt("what-is-it-about", SOON);
        later.press("1");
        later.awaitPrompt("how-can-we-help", SOON);
        later.press("1");
        later.awaitTone(CallCentre.MUSIC_TONE, SOON);
        silent.awaitTone(CallCentre.MUSIC_TONE, Duration.ofSeconds(40));
        stage.awaitInQueue("support", 2, SOON);
        assertThat(silent.ear().promptNames())
                .contains("what-is-it-about", "how-can-we-help")
                .doesNotContain("not-understood", "same-matter");

        stage.centre().rep("rep1", CallCentre.talking("rep1", Duration.ofSeconds(20)));
        stage.onDuty("rep1");

        silent.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(later.ear().timeline()).noneMatch(heard -> heard.has(CallCentre.voice("rep1")));
        assertThat(matter().flatMap(Matter::reason)).contains(Said.NOTHING);
    }

    private Optional<Matter> matter() {
        return stage.onRecord(store ->
                store.matters()
                        .open(new PhoneNumber(CALLER), new LineName("support"), Instant.now()));
    }
}
