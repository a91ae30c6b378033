package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A call back on another number than the one he calls from: keyed in, ended by pound, read back;
 * what may not be called is not. The carrier's list of INVITEs is the judge.
 */
@Tag("live")
class NumberLiveTest {

    private static final String CALLER = "+12025550151";
    private static final String OTHER = "+12125550152";
    private static final String OTHER_KEYED = "2125550152";
    private static final Duration SOON = Duration.ofSeconds(25);

    @RegisterExtension final Stage stage = new Stage();

    @BeforeEach
    void noRepTakesCalls() {
        stage.onDuty();
        stage.centre().repsListen();
    }

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0);
    }

    @Test
    void the_number_he_keys_in_is_read_back_and_called_and_his_own_is_not() {
        stage.amends(NumberLiveTest::choiceForEveryone);
        stage.centre()
                .called(
                        OTHER,
                        CallCentre.answering(
                                Script.pressAt("speak-later-never", SOON, "1")
                                        .then(Script.hangUpAfter(Duration.ofSeconds(13)))));
        Call call = stage.centre().call(CALLER);
        press(call, "choice", "2");
        press(call, "if-right-press-1", "2");
        press(call, "key-in-number", OTHER_KEYED + "#");
        call.ear().awaitPrompt("if-right-press-1", 2, SOON);
        call.press("1");
        call.awaitPrompt("we-will-call-you", SOON);
        call.awaitEnded(SOON);
        assertThat(readBack(call)).isEqualTo(CALLER.substring(2) + OTHER_KEYED);

        stage.onDuty("rep1");

        IncomingCall called = stage.centre().carrier().awaitIncoming(OTHER, 1, SOON);
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        Callback kept = stage.awaitPromise(Callback.Kept.class::isInstance, SOON);
        assertThat(kept.terms().number().e164()).isEqualTo(OTHER);
        new Judge(stage.centre().carrier()).wants(OTHER, 1, SOON);
    }

    @Test
    void a_caller_who_withholds_his_number_is_asked_for_one_at_once() {
        stage.amends(NumberLiveTest::choiceForEveryone);
        Call call = stage.centre().call("anonymous");
        press(call, "choice", "2");
        press(call, "key-in-number", OTHER_KEYED + "#");
        press(call, "if-right-press-1", "1");
        call.awaitPrompt("we-will-call-you", SOON);

        Callback made = stage.awaitPromise(Callback.Promised.class::isInstance, SOON);

        assertThat(made.terms().number().e164()).isEqualTo(OTHER);
        assertThat(readBack(call)).isEqualTo(OTHER_KEYED);
    }

    @Test
    void two_numbers_that_are_none_bring_him_back_to_his_place_in_the_queue() {
        stage.amends(NumberLiveTest::choiceForEveryone);
        Call call = stage.waiting(CALLER);
        stage.awaitInQueue("support", 1, SOON);
        call.press("2");
        press(call, "if-right-press-1", "2");
        Call later = stage.waiting("+12025550159");
        stage.awaitInQueue("support", 1, SOON);

        press(call, "key-in-number", "12345#");
        call.awaitPrompt("not-a-number", SOON);
        call.ear().awaitPrompt("key-in-number", 2, SOON);
        call.press("911#");

        call.ear().awaitPrompt("not-a-number", 2, SOON);
        call.ear().awaitPrompt("keep-waiting", 2, SOON);
        stage.awaitInQueue("support", 2, SOON);
        stage.onDuty("rep1");
        call.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(later.ear().timeline()).noneMatch(h -> h.has(CallCentre.voice("rep1")));
        assertThat(stage.promises()).isEmpty();
    }

    @Test
    void what_may_not_be_called_is_refused_and_what_may_is_asked_for_once_more() throws Exception {
        stage.amends(s ->
                choiceForEveryone(s)
                        .texts("numbers.allow", "+4420")
                        .texts("numbers.deny", "+1212")
                        .texts("numbers.own_numbers", "+120255501"));
        List<String> refused =
                List.of(
                        "9005550123", // premium
                        "2129765550", // a premium exchange
                        OTHER_KEYED, // denied by its beginning
                        "8765550123", // Jamaica
                        "2025550199", // our own
                        "011881612345678"); // satellite
        List<Runnable> callers = new ArrayList<>();
        for (int i = 0; i < refused.size(); i++) {
            String keyed = refused.get(i);
            String number = "+1202555021" + i;
            callers.add(() -> {
                Call call = stage.centre().call(number);
                press(call, "choice", "2");
                press(call, "if-right-press-1", "2");
                press(call, "key-in-number", keyed + "#");
                call.awaitPrompt("cannot-call-this-number", SOON);
                call.ear().awaitPrompt("key-in-number", 2, SOON);
                call.hangUp();
            });
        }
        callers.add(() -> {
            Call call = stage.centre().call("+12025550219");
            press(call, "choice", "2");
            press(call, "if-right-press-1", "2");
            press(call, "key-in-number", "011442079460958#");
            call.ear().awaitPrompt("if-right-press-1", 2, SOON);
            call.press("1");
            call.awaitPrompt("we-will-call-you", SOON);
        });

        Stage.atOnce(callers);

        Callback allowed = stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        assertThat(allowed.terms().number().e164()).isEqualTo("+442079460958");
    }

    @Test
    void beyond_the_limit_he_is_told_so_without_a_reason_and_keeps_waiting() {
        stage.amends(s -> choiceForEveryone(s).number("limits.per_block_an_hour", 1));
        stage.promised(CALLER);
        Call call = stage.centre().call("+12025550159");
        press(call, "choice", "2");
        press(call, "if-right-press-1", "1");

        call.awaitPrompt("no-callback-now", SOON);

        stage.onDuty("rep1");
        call.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(stage.promises()).hasSize(1);
    }

    @Test
    void a_number_that_is_blocked_after_the_promise_is_not_called() {
        AmendsProcess amends = stage.amends(NumberLiveTest::choiceForEveryone);
        stage.promised(CALLER);
        stage.awaitInQueue("support", 1, SOON);
        assertThat(amends.cli("block", CALLER, "--reason", "asked us not to call"))
                .contains("is never called");

        stage.onDuty("rep1");

        stage.awaitPromise(Callback.Withdrawn.class::isInstance, SOON);
        stage.awaitNoChannels(SOON);
        assertThat(amends.cli("promises", "list", "--all")).contains("on the block list");
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();
    }

    @Test
    void whoever_hangs_up_at_the_number_leaves_nothing_behind() throws Exception {
        stage.amends(NumberLiveTest::choiceForEveryone);
        Stage.atOnce(
                List.of(
                        () -> {
                            Call call = stage.centre().call("+12025550221");
                            press(call, "choice", "2");
                            press(call, "if-right-press-1", "2");
                            call.awaitPrompt("key-in-number", SOON);
                            call.hangUp();
                        },
                        () -> {
                            Call call = stage.centre().call("+12025550222");
                            press(call, "choice", "2");
                            press(call, "if-right-press-1", "2");
                            press(call, "key-in-number", "21255");
                            call.hangUp();
                        },
                        () -> {
                            Call call = stage.centre().call("+12025550223");
                            press(call, "choice", "2");
                            press(call, "if-right-press-1", "2");
                            press(call, "key-in-number", OTHER_KEYED + "#");
                            call.ear().awaitPrompt("we-will-call-you-on", 2, SOON);
                            call.hangUp();
                        }));

        stage.awaitNoChannels(SOON);
        assertThat(stage.promises()).isEmpty();
    }

    @Test
    void amends_killed_at_the_number_sends_him_to_the_ordinary_queue() {
        AmendsProcess amends = stage.amends(NumberLiveTest::choiceForEveryone);
        Call call = stage.centre().call(CALLER);
        press(call, "choice", "2");
        press(call, "if-right-press-1", "2");
        call.awaitPrompt("key-in-number", SOON);

        amends.kill();
        call.press(OTHER_KEYED + "#");

        stage.awaitInQueue("support", 1, Duration.ofSeconds(10));
        stage.onDuty("rep1");
        call.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(stage.promises()).isEmpty();
    }

    @Test
    void amends_frozen_at_the_number_or_when_it_is_read_back_sends_them_to_the_ordinary_queue()
            throws Exception {
        AmendsProcess amends = stage.amends(NumberLiveTest::choiceForEveryone);
        Call typing = stage.centre().call(CALLER);
        Call confirming = stage.centre().call("+12025550158");
        Stage.atOnce(
                List.of(
                        () -> {
                            press(typing, "choice", "2");
                            press(typing, "if-right-press-1", "2");
                            typing.awaitPrompt("key-in-number", SOON);
                        },
                        () -> {
                            press(confirming, "choice", "2");
                            press(confirming, "if-right-press-1", "2");
                            press(confirming, "key-in-number", OTHER_KEYED + "#");
                            confirming.ear().awaitPrompt("if-right-press-1", 2, SOON);
                        }));

        amends.freeze();
        Stage.atOnce(
                List.of(
                        () -> stage.queuedInTime(typing, OTHER_KEYED + "#"),
                        () -> stage.queuedInTime(confirming, "1")));

        amends.thaw();
        stage.onDuty("rep1");
        IncomingCall rep = stage.centre().reps().awaitIncoming("rep1", 1, SOON);
        rep.awaitTone(CallCentre.CALLER_TONE, SOON);
        assertThat(stage.promises()).isEmpty();
    }

    /** Waits for a prompt and presses keys. */
    static void press(Call call, String prompt, String keys) {
        call.awaitPrompt(prompt, SOON);
        call.press(keys);
    }

    /** All digits that were spoken to him, in order. */
    private static String readBack(Call call) {
        StringBuilder digits = new StringBuilder();
        for (String name : call.ear().promptNames()) {
            if (name.startsWith("digits/")) {
                digits.append(name.substring("digits/".length()));
            }
        }
        return digits.toString();
    }
}
