package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.amends.bench.Call;
import dev.amends.bench.Heard;
import dev.amends.bench.HeardPrompt;
import dev.amends.bench.Leg;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The choice between waiting and being called back, with every key, on arrival and while waiting.
 * No rep takes calls until a story lets him.
 */
@Tag("live")
class ChoiceLiveTest {

    private static final String CALLER = "+12025550121";
    private static final String OTHER = "+12025550122";
    private static final String ABROAD = "+442079460123";
    private static final List<String> READ_BACK_OF_CALLER =
            List.of(
                    "we-will-call-you-on",
                    "digits/2",
                    "digits/0",
                    "digits/2",
                    "digits/5",
                    "digits/5",
                    "digits/5",
                    "digits/0",
                    "digits/1",
                    "digits/2",
                    "digits/1",
                    "if-right-press-1");
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    @BeforeEach
    void noRepTakesCalls() {
        stage.onDuty();
        stage.centre().repsTalk(Duration.ofSeconds(1));
    }

    private static SettingsText offeredToEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0);
    }

    @Test
    void the_choice_is_offered_once_as_many_wait_as_the_settings_say() {
        stage.amends(s -> s.number("lines.support.offer_when_waiting", 2));
        Call first = stage.centre().call(CALLER);
        first.awaitAnswered(SOON);
        Call second = stage.centre().call(OTHER);
        stage.awaitInQueue("support", 2, SOON);

        Call third = stage.centre().call("+12025550123");

        third.awaitPrompt("choice", SOON);
        assertThat(first.ear().promptNames()).isEmpty();
        assertThat(second.ear().promptNames()).isEmpty();
    }

    @Test
    void whoever_waits_on_whatever_he_keys_hears_so_and_reaches_a_rep() throws Exception {
        stage.amends(ChoiceLiveTest::offeredToEveryone);
        Map<String, List<String>> heardAfter =
                Map.of(
                        "1", List.of("choice", "keep-waiting"),
                        "", List.of("choice"),
                        "*1", List.of("choice", "choice", "keep-waiting"),
                        "707",
                                List.of(
                                        "choice",
                                        "not-understood",
                                        "choice",
                                        "not-understood",
                                        "choice",
                                        "keep-waiting"));

        Map<String, Call> calls = callersWhoKey(heardAfter.keySet().stream().toList());

        stage.awaitInQueue("support", heardAfter.size(), SOON);
        heardAfter.forEach((keys, prompts) ->
                assertThat(requireNonNull(calls.get(keys)).ear().promptNames())
                        .as("after keys '%s'", keys)
                        .containsExactlyElementsOf(prompts));
        stage.everybodyOnDuty();
        calls.forEach((keys, call) -> awaitAnyRep(keys, call));
        assertThat(stage.promises()).isEmpty();
    }

    @Test
    void whoever_cannot_be_called_is_asked_for_another_number() {
        stage.amends(ChoiceLiveTest::offeredToEveryone);

        Call call = stage.centre().call(ABROAD);

        call.awaitPrompt("choice", SOON);
        call.press("2");
        call.awaitPrompt("key-in-number", SOON);
        assertThat(call.ear().promptNames()).containsExactly("choice", "key-in-number");
    }

    @Test
    void key_2_while_waiting_leads_to_the_number_and_to_the_promise() {
        stage.amends(s -> s);
        Call call = stage.centre().call(CALLER);
        stage.awaitInQueue("support", 1, SOON);

        call.press("2");

        call.awaitPrompt("if-right-press-1", SOON);
        call.press("1");
        call.awaitEnded(SOON);
        List<String> heard = new ArrayList<>(READ_BACK_OF_CALLER);
        heard.addAll(List.of("we-will-call-you", "thank-you-goodbye"));
        assertThat(call.ear().promptNames()).containsExactlyElementsOf(heard);
        Callback promise = stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        assertThat(promise.terms().number().e164()).isEqualTo(CALLER);
    }

    @Test
    void star_while_waiting_brings_the_choice_again_and_costs_no_place() {
        stage.amends(s -> s);
        Call call = stage.centre().call(CALLER);
        stage.awaitInQueue("support", 1, SOON);
        call.press("*");
        call.awaitPrompt("choice", SOON);
        Call later = stage.centre().call(OTHER);
        stage.awaitInQueue("support", 1, SOON);
        call.press("1");
        stage.awaitInQueue("support", 2, SOON);

        stage.centre().rep("rep1", CallCentre.talking("rep1", Duration.ofSeconds(20)));
        stage.onDuty("rep1");

        call.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(call.ear().promptNames()).containsExactly("choice", "keep-waiting");
        assertThat(heardARep(later)).isFalse();
    }

    @Test
    void whoever_waits_in_the_place_of_his_promise_may_still_choose_to_be_called() {
        stage.amends(ChoiceLiveTest::offeredToEveryone);
        stage.promised(CALLER);
        stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        Call again = stage.centre().call(CALLER);
        again.awaitPrompt("keep-wait-or-cancel", SOON);
        again.press("2");
        again.awaitTone(CallCentre.MUSIC_TONE, SOON);

        again.press("2");

        again.awaitPrompt("if-right-press-1", SOON);
        again.press("1");
        again.awaitEnded(SOON);
        assertThat(again.ear().promptNames())
                .endsWith("already-promised", "thank-you-goodbye")
                .doesNotContain("we-will-call-you");
        assertThat(stage.promises()).hasSize(1);
        // That he is gone is seen by two looks, ten seconds apart.
        stage.awaitInQueue("support", 1, Duration.ofSeconds(60));
    }

    @Test
    void keys_count_however_the_telephone_sends_them() throws Exception {
        stage.amends(ChoiceLiveTest::offeredToEveryone);
        Leg leg = Leg.silent();
        List<Leg> legs = List.of(leg, leg.withEventPayload(96), leg.withInfoKeys());

        List<Runnable> callers = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            String number = "+1202555013" + i;
            Leg keys = legs.get(i);
            callers.add(() -> stage.promised(number, keys));
        }
        Stage.atOnce(callers);

        assertThat(stage.promises()).hasSize(legs.size());
    }

    /** The limit, on what is really spoken: two keys and 25 seconds of prompts. */
    @Test
    void two_keys_and_25_seconds_of_prompts_lead_to_the_spoken_promise() throws Exception {
        stage.playSpeech();
        stage.amends(ChoiceLiveTest::offeredToEveryone);

        Call call = stage.centre().call(CALLER);

        awaitEndOfSpeech(call, 1);
        call.press("2");
        awaitEndOfSpeech(call, 2);
        call.press("1");
        call.awaitEnded(SOON);
        Duration spoken = Duration.ofMillis(20 * call.ear().packets());
        Duration afterThePromise = lengthOf("thank-you-goodbye");
        assertThat(spoken.minus(afterThePromise))
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(25));
        stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
    }

    /** Between prompts, while Asterisk waits for a key, nothing is sent at all. */
    static void awaitEndOfSpeech(Call call, int nth) {
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        call.ear().timeline().stream()
                                        .filter(h -> h.kind() == Heard.Kind.NO_RTP)
                                        .filter(h -> h.length().toMillis() > 700)
                                        .count()
                                == nth);
    }

    static Duration lengthOf(String prompt) throws IOException {
        long bytes = Files.size(Stage.SHIPPED_PROMPTS.resolve(prompt + ".wav")) - 44;
        return Duration.ofMillis(bytes / 16);
    }

    private Map<String, Call> callersWhoKey(List<String> each) throws Exception {
        Map<String, Call> calls = new ConcurrentHashMap<>();
        List<Runnable> callers = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            String keys = each.get(i);
            String number = "+1202555014" + i;
            callers.add(() -> {
                Call call = stage.centre().call(number);
                calls.put(keys, call);
                for (int nth = 1; nth <= keys.length(); nth++) {
                    HeardPrompt choice = call.ear().awaitPrompt("choice", nth, SOON);
                    // Cut off and played again without a pause it would sound like one.
                    call.ear().awaitSilence(choice.from(), SOON);
                    call.press(keys.substring(nth - 1, nth));
                }
            });
        }
        Stage.atOnce(callers);
        return calls;
    }

    private static void awaitAnyRep(String keys, Call call) {
        Awaitility.await("a rep for who keyed '" + keys + "'")
                .atMost(Duration.ofSeconds(30))
                .until(() -> heardARep(call));
    }

    private static boolean heardARep(Call call) {
        return call.ear().timeline().stream()
                .anyMatch(h -> CallCentre.REPS.stream().anyMatch(r -> h.has(CallCentre.voice(r))));
    }
}
