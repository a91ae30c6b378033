package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.care.SurveyMark;
import dev.amends.reception.SurveyDialogue.Reply;
import dev.amends.reception.SurveyState.At;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** The two questions to a caller whose rep has hung up. */
class SurveyDialogueTest {

    private static final CallId CALL = new CallId("1732219200.17");

    /** Every key, silence, and what makes no sense. */
    private static final List<String> HEARD =
            List.of("", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "12", "HUNGUP");

    @Test
    void he_is_asked_for_a_mark_and_whether_it_is_solved() {
        Reply mark = SurveyDialogue.next(SurveyState.read(CALL.value()).orElseThrow(), "");
        assertThat(said(mark)).containsExactly("amends/survey-mark");
        Reply solved = SurveyDialogue.next(after(mark), "4");
        assertThat(((Reply.Marks) solved).mark()).isEqualTo(new SurveyMark(4));
        assertThat(said(solved)).containsExactly("amends/survey-solved");
        Reply end = SurveyDialogue.next(after(solved), "2");
        assertThat(((Reply.Solved) end).solved()).isFalse();
        assertThat(said(end)).containsExactly("amends/thank-you-goodbye");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "4, 4", "5, 5"})
    void a_key_from_1_to_5_is_a_mark(String key, int mark) {
        assertThat(SurveyDialogue.next(at(At.MARK, 0), key))
                .isInstanceOfSatisfying(
                        Reply.Marks.class, r -> assertThat(r.mark().value()).isEqualTo(mark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "9", "#", "12"})
    void a_key_that_is_no_answer_is_asked_about_once_more(String key) {
        for (At at : List.of(At.MARK, At.SOLVED)) {
            assertThat(said(SurveyDialogue.next(at(at, 0), key)))
                    .first()
                    .isEqualTo("amends/not-understood");
            assertThat(said(SurveyDialogue.next(at(at, 1), key)))
                    .containsExactly("amends/thank-you-goodbye");
        }
    }

    @Test
    void star_says_the_question_again_and_silence_lets_him_go() {
        assertThat(said(SurveyDialogue.next(at(At.SOLVED, 0), "*")))
                .containsExactly("amends/survey-solved");
        for (At at : List.of(At.MARK, At.SOLVED)) {
            assertThat(said(SurveyDialogue.next(at(at, 0), "")))
                    .containsExactly("amends/thank-you-goodbye");
        }
    }

    @Test
    void whatever_he_keys_it_ends_after_few_questions_and_says_only_what_exists() {
        List<Prompt> heard = new ArrayList<>();
        for (At at : At.values()) {
            for (int repeats : List.of(0, 1)) {
                for (String first : HEARD) {
                    for (String then : HEARD) {
                        walk(at(at, repeats), first, then, heard);
                    }
                }
            }
        }
        assertThat(ShippedSounds.english().missing(heard)).isEmpty();
        assertThat(ShippedSounds.of(new Language("es")).missing(heard)).isEmpty();
    }

    private static void walk(SurveyState state, String first, String then, List<Prompt> heard) {
        Reply reply = SurveyDialogue.next(state, first);
        for (int turn = 0; reply.turn() instanceof Turn.Ask ask; turn++) {
            assertThat(turn).isLessThan(4);
            assertThat(ask.most()).isOne();
            assertThat(ask.next().dialogue()).isEqualTo(SurveyDialogue.NAME);
            heard.addAll(ask.say());
            reply = SurveyDialogue.next(after(reply), then);
        }
        assertThat(reply.turn()).isInstanceOf(Turn.Goodbye.class);
        heard.addAll(((Turn.Goodbye) reply.turn()).say());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2/mark/0/17.1", "1/mood/0/17.1", "1/mark/x/17.1", "1/mark/0/a b"})
    void a_state_that_is_not_ours_is_none(String text) {
        assertThat(SurveyState.read(text)).isEmpty();
    }

    @Test
    void a_state_survives_the_way_through_the_dialplan() {
        for (At at : List.of(At.MARK, At.SOLVED)) {
            SurveyState state = at(at, 1);
            assertThat(SurveyState.read(state.text())).contains(state);
            assertThat(state.text()).matches("[A-Za-z0-9/_&.:+=;@-]*");
        }
    }

    private static SurveyState at(At at, int repeats) {
        return new SurveyState(CALL, at, repeats);
    }

    private static SurveyState after(Reply reply) {
        return SurveyState.read(((Turn.Ask) reply.turn()).next().state()).orElseThrow();
    }

    private static List<String> said(Reply reply) {
        return switch (reply.turn()) {
            case Turn.Ask ask -> ask.say().stream().map(Prompt::file).toList();
            case Turn.Goodbye bye -> bye.say().stream().map(Prompt::file).toList();
            default -> List.of();
        };
    }
}
