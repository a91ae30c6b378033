package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.bench.Tape;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.care.Consent;
import dev.amends.care.Consent.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Not one byte is recorded of whoever did not agree, nor before he agreed, nor while it rests. */
@Tag("live")
class RecordingLiveTest extends RecordingScene {

    private static final int AT_ONCE = 10;

    private MemberKind kind = MemberKind.PJSIP;
    private final List<String> seats = new ArrayList<>();

    @AfterEach
    void as_before() {
        kind.leave(stage);
        seats.forEach(seat -> stage.pbx().cli("queue remove member " + seat + " from support"));
        stage.everybodyOnDuty();
        stage.pbx().cli("dialplan set global AMENDS_PAUSE_SECONDS 60");
    }

    /** What a caller does in one of the forty flows. */
    private enum Flow {
        REFUSES("2", Answer.NO),
        SAYS_NOTHING("", Answer.SILENT),
        KEYS_SOMETHING_ELSE("777", Answer.SILENT),
        AGREES("1", Answer.YES),
        /** The rep stops the recording, and has it go on. */
        AGREES_AND_IT_RESTS("1", Answer.YES),
        /** The rep stops it, and it goes on by itself. */
        AGREES_AND_IT_RESTS_A_WHILE("1", Answer.YES);

        private final String keys;
        private final Answer answer;

        Flow(String keys, Answer answer) {
            this.keys = keys;
            this.answer = answer;
        }
    }

    @Test
    void forty_callers_and_not_one_byte_of_whoever_did_not_agree()
            throws ExecutionException, InterruptedException {
        manyReps();
        stage.pbx().cli("dialplan set global AMENDS_PAUSE_SECONDS 10");
        AmendsProcess amends = stage.amends(this::recording);
        Map<String, Flow> flows = new TreeMap<>();
        for (int batch = 0; batch < 3; batch++) {
            Map<String, Flow> now = batch(batch);
            flows.putAll(now);
            Stage.atOnce(
                    now.entrySet().stream()
                            .<Runnable>map(one -> () -> plays(one.getKey(), one.getValue()))
                            .toList());
        }
        List<String> last = numbers(3);
        last.forEach(number -> flows.put(number, Flow.AGREES_AND_IT_RESTS));
        withAmendsDead(amends, last);
        nothingIsLeft();

        nothingSecretIsRecorded();
        flows.forEach(this::judge);
        assertThat(flows).hasSize(40);
        assertThat(files("")).hasSize(flows.keySet().stream().mapToInt(this::parts).sum());
    }

    private static List<String> numbers(int batch) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(nth -> "+120255502%02d".formatted(batch * AT_ONCE + nth))
                .toList();
    }

    /** Each flow in each batch, the first ones twice. */
    private static Map<String, Flow> batch(int batch) {
        Map<String, Flow> flows = new TreeMap<>();
        for (String number : numbers(batch)) {
            flows.put(number, Flow.values()[(flows.size() + batch) % Flow.values().length]);
        }
        return flows;
    }

    private void plays(String number, Flow flow) {
        Call caller = answers(number, flow.keys.isEmpty() ? "" : flow.keys.substring(0, 1));
        for (int again = 1; again < flow.keys.length(); again++) {
            caller.ear().awaitPrompt("may-we-record", again + 1, SOON);
            caller.press(flow.keys.substring(again, again + 1));
        }
        IncomingCall rep = repOf(number);
        talk(caller, rep);
        caller.stay(Duration.ofSeconds(1));
        switch (flow) {
            case AGREES_AND_IT_RESTS -> {
                rests(caller, rep);
                rep.press("*80");
                rep.awaitPrompt("recording-goes-on", SOON);
                caller.stay(Duration.ofSeconds(1));
            }
            case AGREES_AND_IT_RESTS_A_WHILE -> {
                rests(caller, rep);
                rep.awaitPrompt("recording-goes-on", SOON);
                caller.stay(Duration.ofSeconds(1));
            }
            case REFUSES, SAYS_NOTHING, KEYS_SOMETHING_ELSE -> {
                rep.press("*80");
                rep.awaitPrompt("not-recorded", SOON);
            }
            case AGREES -> {}
        }
        caller.hangUp();
        rep.awaitEnded(SOON);
    }

    /** He tells something that is nobody's business, and then no more. */
    private static void rests(Call caller, IncomingCall rep) {
        rep.press("*80");
        rep.awaitPrompt("recording-rests", SOON);
        caller.changeTone(SECRET);
        rep.awaitTone(SECRET, SOON);
        caller.stay(Duration.ofSeconds(1));
        caller.changeTone(AFTER);
        rep.awaitTone(AFTER, SOON);
    }

    /** All of them speak with a rep; then Amends dies, and only then the reps key their code. */
    private void withAmendsDead(AmendsProcess amends, List<String> numbers)
            throws ExecutionException, InterruptedException {
        Map<String, Call> callers = new java.util.concurrent.ConcurrentHashMap<>();
        Stage.atOnce(
                numbers.stream()
                        .<Runnable>map(number ->
                                () -> {
                                    Call caller = answers(number, "1");
                                    callers.put(number, caller);
                                    talk(caller, repOf(number));
                                    caller.stay(Duration.ofSeconds(2));
                                })
                        .toList());
        amends.kill();
        Stage.atOnce(
                numbers.stream()
                        .<Runnable>map(number ->
                                () -> {
                                    Call caller = requireNonNull(callers.get(number));
                                    rests(caller, repOf(number));
                                    repOf(number).press("*80");
                                    repOf(number).awaitPrompt("recording-goes-on", SOON);
                                    caller.stay(Duration.ofSeconds(1));
                                    caller.hangUp();
                                    repOf(number).awaitEnded(SOON);
                                })
                        .toList());
    }

    private void judge(String number, Flow flow) {
        List<Consent> answers = answersOf(number);
        assertThat(answers).as("%s %s", number, flow).hasSize(1);
        Consent consent = answers.getFirst();
        assertThat(consent.answer()).as("%s %s", number, flow).isEqualTo(flow.answer);
        assertThat(consent.asked().prompt()).isEqualTo("may-we-record");
        assertThat(consent.asked().version()).isEqualTo("en sound " + checksumOfTheQuestion());
        List<Tape> parts = tapes(consent);
        switch (flow) {
            case REFUSES, SAYS_NOTHING, KEYS_SOMETHING_ELSE -> assertThat(parts).isEmpty();
            case AGREES -> assertThat(parts).singleElement().satisfies(this::bothAreHeard);
            case AGREES_AND_IT_RESTS, AGREES_AND_IT_RESTS_A_WHILE ->
                    assertThat(parts).hasSize(2).allSatisfy(this::bothAreHeard);
        }
    }

    /** Of the sound that the private Asterisk plays, which is not the one that we ship. */
    private String checksumOfTheQuestion() {
        try {
            byte[] sound =
                    Files.readAllBytes(stage.pbx().sounds().resolve("en/amends/may-we-record.wav"));
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(sound);
            return HexFormat.of().formatHex(sum).substring(0, 16);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private int parts(String number) {
        return tapes(answersOf(number).getFirst()).size();
    }

    private void bothAreHeard(Tape tape) {
        assertThat(tape.tones()).as("%s", tape).contains(AFTER, REP);
        assertThat(tape.lengthOf(AFTER)).as("%s", tape).isGreaterThan(Duration.ofMillis(100));
        assertThat(tape.lengthOf(REP)).as("%s", tape).isGreaterThan(Duration.ofMillis(100));
    }

    /** As many reps as there are callers at once, at one phone. */
    private void manyReps() {
        stage.onDuty();
        stage.centre().rep("rep1", CallCentre.listening("rep1"));
        for (int seat = 0; seat < AT_ONCE; seat++) {
            stage.pbx()
                    .cli(
                            "dialplan add extension seat%d,1,Dial,PJSIP/rep1 into foreign replace"
                                    .formatted(seat));
            String member = "Local/seat%d@foreign/n".formatted(seat);
            stage.pbx().cli("queue add member " + member + " to support");
            seats.add(member);
        }
    }

    /** Whatever the members are made of. */
    @ParameterizedTest
    @EnumSource
    void each_leg_is_recorded_and_the_code_is_everybodys_who_speaks_with_him(MemberKind kind) {
        this.kind = kind;
        HandOver story = HandOver.on(stage);
        kind.staff(stage);
        stage.amends(this::recording);
        Call caller = answers(HandOver.NUMBER, "1");
        talk(caller, story.rep());
        caller.stay(Duration.ofSeconds(1));
        // His own digits are no code.
        caller.press("*80");

        story.rep().press(HandOver.TO_SENIOR);
        IncomingCall senior = story.asked("senior1", 1);
        HandOver.talk(caller, AFTER, senior, SENIOR);
        caller.stay(Duration.ofSeconds(1));
        rests(caller, senior);
        caller.hangUp();
        nothingIsLeft();

        nothingSecretIsRecorded();
        Consent consent = answersOf(HandOver.NUMBER).getFirst();
        assertThat(tapes(consent)).hasSize(2);
        Tape first = tapes(consent).getFirst();
        Tape second = tapes(consent).getLast();
        assertThat(first.tones()).as("%s", first).contains(AFTER, REP).doesNotContain(SENIOR);
        assertThat(second.lengthOf(SENIOR)).as("%s", second).isGreaterThan(Duration.ofMillis(200));
        assertThat(second.tones()).as("%s", second).contains(AFTER).doesNotContain(REP);
    }

    @Test
    void a_supervisor_who_joins_and_takes_over_is_recorded_with_him() {
        HandOver story = HandOver.on(stage);
        story.supervisor(Script.listen());
        stage.amends(this::recording);
        Call caller = answers(HandOver.NUMBER, "1");
        talk(caller, story.rep());
        story.rep().press("*70");
        IncomingCall supervisor = story.asked("sup1", 1);
        supervisor.awaitPrompt("help-keys", SOON);
        supervisor.press("3");
        caller.awaitTone(HandOver.SUPERVISOR_TONE, SOON);
        caller.stay(Duration.ofSeconds(2));
        story.rep().hangUp();
        HandOver.talk(caller, AFTER, supervisor, HandOver.SUPERVISOR_TONE);
        caller.stay(Duration.ofSeconds(2));
        supervisor.hangUp();
        caller.awaitEnded(SOON);
        nothingIsLeft();

        nothingSecretIsRecorded();
        List<Tape> parts = tapes(answersOf(HandOver.NUMBER).getFirst());
        assertThat(parts).isNotEmpty();
        assertThat(parts.getFirst().tones()).contains(AFTER, REP);
        assertThat(
                        parts.stream()
                                .map(part -> part.lengthOf(HandOver.SUPERVISOR_TONE))
                                .reduce(Duration.ZERO, Duration::plus))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void a_no_holds_with_whoever_takes_the_call_over() {
        HandOver story = HandOver.on(stage);
        stage.amends(this::recording);
        Call caller = answers(HandOver.NUMBER, "2");
        talk(caller, story.rep());
        story.rep().press(HandOver.TO_SENIOR);
        HandOver.talk(caller, AFTER, story.asked("senior1", 1), SENIOR);
        story.asked("senior1", 1).press("*80");
        story.asked("senior1", 1).awaitPrompt("not-recorded", SOON);
        caller.hangUp();
        nothingIsLeft();

        assertThat(files("")).isEmpty();
    }

    @Test
    void who_is_called_back_is_asked_anew_and_then_his_yes_of_before_counts_for_nothing() {
        String number = "+12025550143";
        CallCentre centre = stage.centre();
        centre.repsListen();
        stage.onDuty();
        centre.called(
                number,
                CallCentre.answering(
                        Script.pressAt("speak-later-never", SOON, "1")
                                .then(Script.pressAt("may-we-record", SOON, "2"))));
        AmendsProcess amends =
                stage.amends(settings ->
                        recording(settings)
                                .number("lines.support.offer_when_waiting", 0)
                                .number("callbacks.gap_seconds", 1));
        Call caller = answers(number, "1");
        caller.awaitPrompt("choice", SOON);
        stage.promises(caller);
        stage.onDuty("rep1");
        IncomingCall called = centre.carrier().awaitIncoming(number, 1, SOON);
        called.awaitTone(REP, SOON);
        IncomingCall rep = centre.reps().awaitIncoming("rep1", 1, SOON);
        rep.awaitTone(CallCentre.CALLED_TONE, SOON);
        rep.press("*80");
        rep.awaitPrompt("not-recorded", SOON);
        called.hangUp();
        nothingIsLeft();

        assertThat(answersOf(number))
                .extracting(Consent::answer)
                .containsExactly(Answer.YES, Answer.NO);
        assertThat(files("")).isEmpty();
        assertThat(amends.cli("recordings", "list", "--all"))
                .contains("yes (1)", "no (2)", "may-we-record en ");
    }

    @Test
    void who_is_called_back_and_agrees_is_recorded_with_his_rep_though_amends_is_dead() {
        String number = "+12025550144";
        CallCentre centre = stage.centre();
        centre.repsListen();
        stage.onDuty("rep1");
        centre.called(
                number,
                CallCentre.answering(
                        Script.pressAt("speak-later-never", SOON, "1")
                                .then(Script.pressAt("may-we-record", SOON, "1"))));
        AmendsProcess amends = stage.amends(this::recording);
        amends.cli("promise", number, "--line", "support");
        IncomingCall called = centre.carrier().awaitIncoming(number, 1, SOON);
        called.awaitTone(REP, SOON);
        amends.kill();
        IncomingCall rep = centre.reps().awaitIncoming("rep1", 1, SOON);
        rep.awaitTone(CallCentre.CALLED_TONE, SOON);
        called.stay(Duration.ofSeconds(1));
        rep.press("*80");
        rep.awaitPrompt("recording-rests", SOON);
        called.changeTone(SECRET);
        rep.awaitTone(SECRET, SOON);
        called.hangUp();
        nothingIsLeft();

        nothingSecretIsRecorded();
        List<Path> all = files("");
        assertThat(all).hasSize(1);
        assertThat(Tape.of(all.getFirst()).tones()).contains(REP, CallCentre.CALLED_TONE);
        assertThat(name(all.getFirst())).startsWith(answersOf(number).getFirst().id().value());
    }
}
