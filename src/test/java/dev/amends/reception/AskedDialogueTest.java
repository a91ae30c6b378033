package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Deed;
import dev.amends.promise.PromiseId;
import dev.amends.reception.AskedDialogue.Answer;
import dev.amends.reception.AskedDialogue.Reply;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** A rep is asked on his own phone whether what he promised is done. */
class AskedDialogueTest {

    private static final AttemptId ATTEMPT = new AttemptId("a".repeat(32));
    private static final List<String> HEARD =
            List.of("", "1", "2", "3", "4", "*", "#", "12", "HUNGUP", "NOANSWER", "BUSY");

    @Test
    void he_hears_what_it_is_and_the_end_of_the_callers_number() {
        Turn.Ask ask = (Turn.Ask) says(begun(), "", true);
        assertThat(ask.say())
                .extracting(Prompt::file)
                .containsExactly(
                        "amends/you-promised",
                        "amends/action-refund",
                        "amends/to-the-caller",
                        "digits/1",
                        "digits/2",
                        "digits/3",
                        "amends/done-not-or-later");
        assertThat(ask.most()).isOne();
        assertThat(((Turn.Ask) says(begun(), "", false)).say().getLast())
                .isEqualTo(CataloguePrompt.DONE_OR_NOT.prompt());
    }

    @ParameterizedTest
    @CsvSource({"1, true, DONE", "2, true, NOT_DONE", "3, true, LATER", "1, false, DONE"})
    void a_key_is_an_answer(String key, boolean later, Answer answer) {
        Reply.Notes notes = (Reply.Notes) AskedDialogue.next(asked(0), key, facts(later));
        assertThat(notes.answer()).isEqualTo(answer);
        assertThat(said(notes.done())).containsExactly("amends/noted");
        assertThat(said(notes.failed())).containsExactly("amends/not-noted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUNGUP", "NOANSWER", "BUSY", "CONGESTION", "CHANUNAVAIL", "CANCEL"})
    void who_did_not_pick_up_or_hung_up_has_said_nothing(String heard) {
        assertThat(AskedDialogue.next(begun(), heard, facts(true)))
                .isEqualTo(new Reply.Notes(Answer.NONE, new Turn.Nothing(), new Turn.Nothing()));
    }

    @Test
    void what_is_no_answer_is_asked_again_twice() {
        assertThat(said(says(asked(0), "7", true)).getFirst()).isEqualTo("amends/not-understood");
        assertThat(said(says(asked(1), "", true)).getFirst()).isEqualTo("amends/you-promised");
        assertThat(said(says(asked(0), "3", false)).getFirst()).isEqualTo("amends/not-understood");
        Reply.Notes end = (Reply.Notes) AskedDialogue.next(asked(2), "", facts(true));
        assertThat(end.answer()).isEqualTo(Answer.NONE);
        assertThat(said(end.done())).containsExactly("amends/goodbye");
    }

    @Test
    void whatever_he_keys_it_ends_and_says_only_what_exists() {
        List<Prompt> heard = new ArrayList<>();
        for (AskedState state : List.of(begun(), asked(0), asked(1), asked(2))) {
            for (String first : HEARD) {
                for (boolean later : List.of(true, false)) {
                    walk(state, first, later, heard);
                }
            }
        }
        assertThat(ShippedSounds.english().missing(heard)).isEmpty();
        assertThat(ShippedSounds.of(new Language("es")).missing(List.copyOf(ours(heard))))
                .isEmpty();
    }

    private static List<Prompt> ours(List<Prompt> heard) {
        return heard.stream().filter(prompt -> prompt.file().startsWith("amends/")).toList();
    }

    private void walk(AskedState state, String first, boolean later, List<Prompt> heard) {
        Reply reply = AskedDialogue.next(state, first, facts(later));
        for (int turn = 0; reply instanceof Reply.Says(Turn.Ask ask); turn++) {
            assertThat(turn).isLessThan(4);
            heard.addAll(ask.say());
            AskedState next = AskedState.read(ask.next().state()).orElseThrow();
            assertThat(ask.next().dialogue()).isEqualTo(AskedDialogue.NAME);
            reply = AskedDialogue.next(next, HEARD.get((turn * 5 + 4) % 7), facts(later));
        }
        assertThat(reply).isInstanceOf(Reply.Notes.class);
        Reply.Notes end = (Reply.Notes) reply;
        said(end.done()).forEach(file -> heard.add(new Prompt(file)));
        said(end.failed()).forEach(file -> heard.add(new Prompt(file)));
    }

    @Test
    void each_code_that_is_shipped_has_its_prompt() {
        for (String code : Deed.SHIPPED) {
            assertThat(ShippedSounds.english().missing(List.of(CataloguePrompt.action(code))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2:0:x", "1:0:abc", "1:x:aaaa"})
    void a_state_that_is_not_ours_is_none(String text) {
        assertThat(AskedState.read(text)).isEmpty();
    }

    private Turn says(AskedState state, String heard, boolean later) {
        return ((Reply.Says) AskedDialogue.next(state, heard, facts(later))).turn();
    }

    private static List<String> said(Turn turn) {
        return switch (turn) {
            case Turn.Ask ask -> ask.say().stream().map(Prompt::file).toList();
            case Turn.Goodbye bye -> bye.say().stream().map(Prompt::file).toList();
            default -> List.of();
        };
    }

    private static AskedState begun() {
        return AskedState.read(ATTEMPT.value()).orElseThrow();
    }

    private static AskedState asked(int repeats) {
        return new AskedState(ATTEMPT, true, repeats);
    }

    private static AskedDialogue.Facts facts(boolean later) {
        ActionTerms terms =
                new ActionTerms(
                        new PromiseId("1".repeat(32)),
                        Deed.of("refund of order 17", List.of()),
                        new ActionOwner("PJSIP/rep1"),
                        new PhoneNumber("+12025550123"),
                        new LineName("support"),
                        Scene.NOW,
                        Scene.NOW,
                        Language.ENGLISH);
        return new AskedDialogue.Facts(terms, later, new EnglishSpelling());
    }
}
