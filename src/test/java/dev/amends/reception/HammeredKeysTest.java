package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.care.Concern;
import dev.amends.care.IntakeQuestion;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptId;
import dev.amends.speech.CataloguePrompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Who is not understood twice at one question, in whichever dialogue, is remembered for it. */
class HammeredKeysTest {

    private static final AttemptId ATTEMPT = new AttemptId("d".repeat(32));
    private static final Turn NOT_UNDERSTOOD = ask(CataloguePrompt.NOT_UNDERSTOOD);
    private static final Turn UNDERSTOOD = ask(CataloguePrompt.THANK_YOU_GOODBYE);

    private final List<Signal> seen = new ArrayList<>();

    private static Turn ask(CataloguePrompt says) {
        return new Turn.Ask(
                List.of(says.prompt()), Duration.ofSeconds(4), new Turn.Next("choice", ""));
    }

    /** A dialogue, its state after so many repeats, and whose signal it is. */
    static Stream<Arguments> dialogues() {
        IntFunction<String> choice = "2:choice:ordinary:1730541600000:0:3:%d:1:::"::formatted;
        IntFunction<String> intake =
                repeats ->
                        new IntakeState(
                                        IntakeQuestion.REASON,
                                        Scene.NOW,
                                        repeats,
                                        Set.of(IntakeQuestion.REASON),
                                        Concern.NONE)
                                .text();
        IntFunction<String> later = repeats -> later(repeats, Optional.empty());
        IntFunction<String> laterCalled = repeats -> later(repeats, Optional.of(ATTEMPT));
        IntFunction<String> called =
                repeats -> new CalledState(ATTEMPT, CalledState.At.WHEN, repeats, Scene.NOW).text();
        return Stream.of(
                Arguments.of("choice", choice, "1.1"),
                Arguments.of("closed", choice, "1.1"),
                Arguments.of("intake", intake, "1.1"),
                Arguments.of("later", later, "1.1"),
                Arguments.of("later", laterCalled, ATTEMPT.value()),
                Arguments.of("answered", called, ATTEMPT.value()));
    }

    private static String later(int repeats, Optional<AttemptId> attempt) {
        return new LaterState(
                        LaterState.At.CHOICE,
                        1003,
                        repeats,
                        Scene.NOW,
                        CallerState.Typing.NOTHING,
                        attempt,
                        "PJSIP/rep1")
                .text();
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void the_second_time_at_one_question_is_a_signal(
            String dialogue, IntFunction<String> state, String call) {
        answer(NOT_UNDERSTOOD, dialogue, state.apply(0));
        answer(UNDERSTOOD, dialogue, state.apply(1));
        assertThat(seen).isEmpty();

        answer(NOT_UNDERSTOOD, dialogue, state.apply(1));
        assertThat(seen)
                .singleElement()
                .returns(SignalKind.HAMMERED_KEYS, Signal::kind)
                .returns(Optional.of(new CallId(call)), Signal::call);
    }

    @Test
    void an_answer_from_memory_is_looked_at_as_well() {
        Dialogues fromMemory =
                new Dialogues() {
                    @Override
                    public Optional<Turn> answer(Question question) {
                        throw new AssertionError("not asked for");
                    }

                    @Override
                    public Optional<Turn> atOnce(Question question) {
                        return Optional.of(NOT_UNDERSTOOD);
                    }
                };
        String state = "2:choice:ordinary:1730541600000:0:3:1:1:::";

        assertThat(watched(fromMemory).atOnce(question("choice", state))).contains(NOT_UNDERSTOOD);
        assertThat(seen).hasSize(1);
    }

    private void answer(Turn turn, String dialogue, String state) {
        assertThat(watched(_ -> Optional.of(turn)).answer(question(dialogue, state)))
                .contains(turn);
    }

    private static Question question(String dialogue, String state) {
        return new Question(
                dialogue, new LineName("support"), state, "9", new CallId("1.1"), "", "en");
    }

    private Dialogues watched(Dialogues dialogues) {
        Signals signals =
                new Signals() {
                    @Override
                    public void record(Signal signal) {
                        seen.add(signal);
                    }

                    @Override
                    public List<Signal> recent(PhoneNumber number, Instant since) {
                        return List.of();
                    }
                };
        return new HammeredKeys(signals, () -> Scene.NOW).seenIn(dialogues);
    }
}
