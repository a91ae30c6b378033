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
import dev.amends.promise.Callback;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody hears his own language: the caller that of his call, the called person the one in which
 * he asked, the rep that of his phone.
 */
@Tag("live")
class LanguageLiveTest {

    private static final String CALLER = "+12025550131";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> GREETING =
            List.of("es/company", "es/you-asked-us-to-call", "es/speak-later-never");

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", 60)
                .number("callbacks.ring_seconds", 5);
    }

    @Test
    void who_asks_in_spanish_is_called_in_spanish_and_his_rep_hears_english() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(CALLER, pressing("1"));
        stage.amends(LanguageLiveTest::choiceForEveryone);

        Call call = promisedInSpanish();

        List<String> heard = new ArrayList<>(List.of("es/choice", "es/we-will-call-you-on"));
        "2025550131".chars().forEach(digit -> heard.add("es/digits/" + (char) digit));
        heard.addAll(List.of("es/if-right-press-1", "es/we-will-call-you", "es/thank-you-goodbye"));
        assertThat(call.ear().promptNames()).containsExactlyElementsOf(heard);
        IncomingCall called = centre.carrier().awaitIncoming(CALLER, 1, SOON);
        IncomingCall rep = centre.reps().incomingCalls().getFirst();
        called.awaitTone(CallCentre.voice(rep.invite().calledUser()), SOON);
        assertThat(called.ear().promptNames()).containsExactlyElementsOf(GREETING);
        assertThat(rep.ear().promptNames()).containsExactly("callback-for-you");
        Callback kept = stage.awaitPromise(Callback.Kept.class::isInstance, SOON);
        assertThat(kept.terms().language()).isEqualTo(new Language("es"));
    }

    /** The rep's half of the call is a channel of its own, which says these things to him. */
    @ParameterizedTest
    @CsvSource({"2, es/later-when, wants-it-later", "3, es/cancelled-goodbye, no-longer-needed"})
    void what_the_called_person_decides_is_told_to_each_in_his_own_language(
            String key, String toHim, String toTheRep) {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(CALLER, pressing(key));
        stage.amends(LanguageLiveTest::choiceForEveryone);

        promisedInSpanish();

        IncomingCall called = centre.carrier().awaitIncoming(CALLER, 1, SOON);
        called.awaitPrompt(toHim, SOON);
        IncomingCall rep = centre.reps().incomingCalls().getFirst();
        rep.awaitPrompt(toTheRep, SOON);
        assertThat(rep.ear().promptNames()).containsExactly("callback-for-you", toTheRep);
    }

    @Test
    void a_rep_whose_telephone_is_spanish_hears_spanish_about_a_caller_who_speaks_english()
            throws IOException {
        CallCentre centre = stage.centre();
        stage.onDuty("rep2");
        centre.rep("rep2", CallCentre.listening("rep2"));
        stage.amends(LanguageLiveTest::choiceForEveryone);
        try (SpanishPhone _ = SpanishPhone.of("rep2", stage)) {
            stage.promised(CALLER);

            IncomingCall rep = centre.reps().awaitIncoming("rep2", 1, SOON);
            rep.awaitPrompt("es/callback-for-you", SOON);
            rep.awaitPrompt("es/nobody-there", SOON);
        }
    }

    @Test
    void without_amends_the_called_person_is_still_spoken_to_in_spanish() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(
                CALLER,
                Behaviour.answerAfter(Duration.ofSeconds(2))
                        .as(Leg.tone(CallCentre.CALLED_TONE))
                        .then(Script.pressAt("es/speak-later-never", SOON, "2")));
        AmendsProcess amends = stage.amends(LanguageLiveTest::choiceForEveryone);
        promisedInSpanish();
        IncomingCall called = centre.carrier().awaitIncoming(CALLER, 1, SOON);

        amends.kill();

        called.awaitPrompt("es/we-will-try-later", SOON);
        assertThat(called.ear().promptNames())
                .startsWith(GREETING.toArray(String[]::new))
                .hasSize(GREETING.size() + 1);
        IncomingCall rep = centre.reps().incomingCalls().getFirst();
        rep.awaitPrompt("wants-it-later", SOON);
    }

    /** Before the queue the dialplan has nothing to say; to one who is to hold it has. */
    @Test
    void while_amends_is_frozen_the_dialplan_speaks_spanish_to_whom_it_speaks_at_all() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        stage.onDuty("rep1");
        AmendsProcess amends = stage.amends(LanguageLiveTest::choiceForEveryone);
        Call served = centre.spanishCall(CALLER);
        served.awaitPrompt("es/choice", SOON);
        served.press("1");
        served.awaitTone(CallCentre.voice("rep1"), SOON);
        IncomingCall rep = centre.reps().awaitIncoming("rep1", 1, SOON);
        rep.press("*75");
        served.awaitPrompt("es/later-choice", SOON);
        Call choosing = centre.spanishCall("+12025550132");
        choosing.awaitPrompt("es/choice", SOON);
        stage.onDuty();

        amends.freeze();
        stage.queuedInTime(choosing, "2");
        served.press("2");
        Instant asked = Instant.now();

        HeardPrompt told = served.awaitPrompt("es/later-please-hold", SOON);
        assertThat(stage.took(asked, told.from())).isLessThan(Duration.ofMillis(3500));
        rep.awaitPrompt("later-he-holds", SOON);
        stage.awaitInQueue("support", 1, SOON);
        for (Call call : List.of(choosing, served)) {
            assertThat(call.ear().promptNames()).allMatch(name -> name.startsWith("es/"));
        }
    }

    /** A telephone behind a Local channel is not known to Asterisk there: its default language. */
    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/rep2", "Local/801@from-callers/n"})
    void what_a_rep_hears_before_he_is_bridged_is_not_in_the_callers_language(String member) {
        CallCentre centre = stage.centre();
        stage.onDuty();
        stage.amends(LanguageLiveTest::choiceForEveryone);
        Call first = centre.spanishCall(CALLER);
        first.awaitPrompt("es/choice", SOON);
        first.press("1");
        stage.awaitInQueue("support", 1, SOON);
        first.hangUp();
        stage.awaitInQueue("support", 0, SOON);
        stage.awaitHistory(CALLER, history -> history.hungUpWaitingAt().isPresent());
        Call again = centre.spanishCall(CALLER);
        again.awaitPrompt("es/choice", SOON);
        again.press("1");
        again.awaitPrompt("es/keep-waiting", SOON);
        centre.rep("rep2", CallCentre.listening("rep2"));

        try (Member _ = Member.onDuty(member, stage)) {
            IncomingCall rep = centre.reps().awaitIncoming("rep2", 1, SOON);
            rep.awaitPrompt("redialled", SOON);
            again.awaitTone(CallCentre.voice("rep2"), SOON);
            assertThat(rep.ear().promptNames()).containsExactly("redialled");
        }
    }

    /** Asterisk looks for es_MX, then for es; for what is not there at all it takes English. */
    @ParameterizedTest
    @CsvSource({"702, es_MX, es/", "703, fr, ''", "704, ../es, ''"})
    void a_dialect_counts_as_its_language_and_an_unknown_one_as_english(
            String dialled, String language, String prefix) {
        stage.onDuty();
        stage.amends(LanguageLiveTest::choiceForEveryone);
        stage.pbx()
                .cli(
                        "dialplan add extension "
                                + dialled
                                + ",1,Set(CHANNEL(language)="
                                + language
                                + ") into from-callers replace");
        stage.pbx()
                .cli(
                        "dialplan add extension "
                                + dialled
                                + ",2,Goto(amends-line,support,1) into from-callers replace");

        Call call = stage.centre().call(CALLER, dialled);
        call.awaitPrompt(prefix + "choice", SOON);
        call.press("2");
        call.awaitPrompt(prefix + "if-right-press-1", SOON);
        assertThat(call.ear().promptNames()).contains(prefix + "digits/2");
        call.press("1");
        call.awaitEnded(SOON);

        Callback promise = stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        assertThat(promise.terms().language().code()).isEqualTo(prefix.isEmpty() ? "en" : "es");
    }

    /** The limit of the English prompts, on what is really spoken: two keys and 25 seconds. */
    @Test
    void in_spanish_too_two_keys_and_25_seconds_lead_to_the_spoken_promise() throws IOException {
        stage.playSpeech();
        stage.onDuty();
        stage.amends(LanguageLiveTest::choiceForEveryone);

        Call call = stage.centre().spanishCall(CALLER);

        ChoiceLiveTest.awaitEndOfSpeech(call, 1);
        call.press("2");
        ChoiceLiveTest.awaitEndOfSpeech(call, 2);
        call.press("1");
        call.awaitEnded(SOON);
        Path goodbye = Path.of("asterisk-conf/sounds/es/amends/thank-you-goodbye.wav");
        Duration afterThePromise = Duration.ofMillis((Files.size(goodbye) - 44) / 16);
        Duration spoken = Duration.ofMillis(20 * call.ear().packets()).minus(afterThePromise);
        System.out.printf("Spanish, from the answer to the promise spoken: %s%n", spoken);
        assertThat(spoken).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
        stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
    }

    private Call promisedInSpanish() {
        Call call = stage.centre().spanishCall(CALLER);
        call.awaitPrompt("es/choice", SOON);
        call.press("2");
        call.awaitPrompt("es/if-right-press-1", SOON);
        call.press("1");
        call.awaitEnded(SOON);
        return call;
    }

    private static Behaviour pressing(String key) {
        return CallCentre.answering(
                Script.pressAt("es/speak-later-never", SOON, key)
                        .then(Script.hangUpAfter(Duration.ofSeconds(13))));
    }

    /** A member of the ordinary queue who takes calls, for a while. */
    private record Member(String name, Stage stage) implements AutoCloseable {

        static Member onDuty(String name, Stage stage) {
            stage.pbx()
                    .cli("dialplan add extension 801,1,Dial(PJSIP/rep2) into from-callers replace");
            stage.onDuty();
            if (name.startsWith("Local")) {
                stage.pbx().cli("queue add member " + name + " to support");
            } else {
                stage.onDuty("rep2");
            }
            return new Member(name, stage);
        }

        @Override
        public void close() {
            if (name.startsWith("Local")) {
                stage.pbx().cli("queue remove member " + name + " from support");
            }
        }
    }

    /** A rep's telephone set to Spanish, for a while. */
    private record SpanishPhone(Path file, String before, Stage stage) implements AutoCloseable {

        static SpanishPhone of(String rep, Stage stage) throws IOException {
            Path file = stage.pbx().etc().resolve("pjsip.conf");
            String before = Files.readString(file);
            Path shipped = Path.of("asterisk-conf/demo/pjsip.conf").toAbsolutePath();
            String section = "[" + rep + "](phone)\n";
            String spanish =
                    Files.readString(shipped).replace(section, section + "language = es\n");
            Files.writeString(file, before.replaceAll("#include \".*\"", "").concat(spanish));
            stage.pbx().cli("module reload res_pjsip.so");
            return new SpanishPhone(file, before, stage);
        }

        @Override
        public void close() throws IOException {
            Files.writeString(file, before);
            stage.pbx().cli("module reload res_pjsip.so");
        }
    }
}
