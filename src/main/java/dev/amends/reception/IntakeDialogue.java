package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.HOW_CAN_WE_HELP;
import static dev.amends.speech.CataloguePrompt.MAY_WE_RECORD;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.OR_PRESS_POUND;
import static dev.amends.speech.CataloguePrompt.PRESS;
import static dev.amends.speech.CataloguePrompt.SAME_MATTER;
import static dev.amends.speech.CataloguePrompt.STORY_OFFER;
import static dev.amends.speech.CataloguePrompt.WHAT_IS_IT_ABOUT;

import dev.amends.care.Concern;
import dev.amends.care.Concern.Same;
import dev.amends.care.Consent;
import dev.amends.care.IntakePolicy;
import dev.amends.care.IntakeQuestion;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Matter;
import dev.amends.care.MatterNote;
import dev.amends.care.Said;
import dev.amends.care.StoryPolicy;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a caller is asked on arrival, one question after the other, before he is routed: by one key
 * each, and skipped by pound or no key. Only his caller id speaks for him, so he hears nothing of
 * what was said before. Pure.
 */
final class IntakeDialogue {

    static final String NAME = "intake";

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_REPEATS = 2;
    private static final String YES = "1";
    private static final String NO = "2";

    private IntakeDialogue() {}

    /**
     * What the dialogue may look at.
     *
     * @param open his open matter, if his number is known and he has one
     * @param promised whether he was promised a call on this line that is still to come
     * @param tells whether he may tell what happened, as far as that is known
     * @param spelling how his language says the keys
     */
    record Facts(
            IntakeTerms terms,
            Optional<Matter> open,
            boolean promised,
            boolean lineOpen,
            StoryPolicy.Facts tells,
            Spelling spelling) {

        private Facts with(Consent.Answer answer) {
            return new Facts(terms, open, promised, lineOpen, tells.with(answer), spelling);
        }
    }

    /**
     * What comes of a turn.
     *
     * @param note what is to be committed; how it goes on does not depend on that
     * @param consent what he answered, if he was asked whether he may be recorded; nothing is
     *     recorded unless that is committed
     */
    record Reply(Optional<MatterNote> note, Optional<Consent.Answer> consent, Then then) {

        private static Reply of(Then then) {
            return new Reply(Optional.empty(), Optional.empty(), then);
        }
    }

    /** How it goes on. */
    sealed interface Then {

        /** He is asked something. */
        record Asks(Turn.Ask turn) implements Then {}

        /** He tells what happened, and is then asked next with this. */
        record Tells(Turn.Next after) implements Then {}

        /** That was all: on to where he is routed. */
        record Arrives(FirstArrival came) implements Then {}
    }

    /** The first turn of a call. */
    static Reply begin(Instant now, Facts facts) {
        return Reply.of(goOn(now, Set.of(), Concern.NONE, facts));
    }

    /** Every later turn: {@code heard} is a key, or nothing. */
    static Reply next(IntakeState state, String heard, Facts facts) {
        Optional<Answer> answer = answer(state, heard, facts.terms());
        boolean more = facts.terms().asks(state.at()) && state.repeats() < MOST_REPEATS;
        if (answer.isEmpty() && more) {
            List<Prompt> first = heard.equals("*") ? List.of() : List.of(NOT_UNDERSTOOD.prompt());
            return Reply.of(new Then.Asks(ask(state.again(), first, facts)));
        }
        if (state.at() == IntakeQuestion.STORY && heard.equals(YES)) {
            return Reply.of(new Then.Tells(next(state)));
        }
        Answer given = answer.or(() -> answer(state, "", facts.terms())).orElseThrow();
        IntakeState then = state.saying(given.said());
        Facts known = given.consent().map(facts::with).orElse(facts);
        return new Reply(
                given.note(), given.consent(), goOn(then.came(), then.asked(), then.said(), known));
    }

    private static Then goOn(Instant came, Set<IntakeQuestion> asked, Concern said, Facts facts) {
        IntakePolicy.Facts known =
                new IntakePolicy.Facts(
                        facts.terms(),
                        asked,
                        said,
                        facts.open(),
                        facts.promised(),
                        facts.lineOpen(),
                        facts.tells());
        return switch (IntakePolicy.next(known)) {
            case IntakePolicy.Next.Ask(IntakeQuestion question, String _) ->
                    new Then.Asks(
                            ask(
                                    new IntakeState(question, came, 0, asked, said).asked(question),
                                    List.of(),
                                    facts));
            case IntakePolicy.Next.Done _ ->
                    new Then.Arrives(new FirstArrival(came, said.orOf(facts.open())));
        };
    }

    /** What he answered, with what is to be committed of it. */
    private record Answer(
            Concern said, Optional<MatterNote> note, Optional<Consent.Answer> consent) {

        private Answer(Concern said, MatterNote note) {
            this(said, Optional.of(note), Optional.empty());
        }

        private static Answer nothing(Concern said) {
            return new Answer(said, Optional.empty(), Optional.empty());
        }
    }

    /** Nothing for a key that answers nothing. No key is an answer to every question. */
    private static Optional<Answer> answer(IntakeState state, String heard, IntakeTerms terms) {
        Concern said = state.said();
        return switch (state.at()) {
            case CONSENT -> consent(said, heard);
            case SAME_MATTER -> sameMatter(said, heard);
            case REASON ->
                    said(heard, terms.reasons())
                            .map(reason ->
                                    new Answer(
                                            said.because(reason), new MatterNote.Reason(reason)));
            case WISH ->
                    said(heard, terms.wishes())
                            .map(wish -> new Answer(said.wishing(wish), new MatterNote.Wish(wish)));
            case STORY ->
                    heard.isEmpty() || heard.equals(YES) || heard.equals(NO)
                            ? Optional.of(Answer.nothing(said))
                            : Optional.empty();
        };
    }

    private static Optional<Answer> consent(Concern said, String heard) {
        Consent.Answer answer = Consent.Answer.of(heard);
        return answer == Consent.Answer.SILENT && !heard.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(said, Optional.empty(), Optional.of(answer)));
    }

    private static Optional<Answer> sameMatter(Concern said, String heard) {
        return switch (heard) {
            case YES ->
                    Optional.of(new Answer(said.with(Same.THE_SAME), new MatterNote.CalledAgain()));
            case NO -> Optional.of(new Answer(said.with(Same.ANOTHER), new MatterNote.Another()));
            case "" -> Optional.of(Answer.nothing(said));
            default -> Optional.empty();
        };
    }

    private static Optional<Said> said(String heard, List<String> codes) {
        return heard.isEmpty()
                ? Optional.of(Said.NOTHING)
                : Keys.chosen(heard, codes).map(Said::new);
    }

    private static Turn.Ask ask(IntakeState state, List<Prompt> first, Facts facts) {
        List<Prompt> say = new ArrayList<>(first);
        say.addAll(
                switch (state.at()) {
                    case CONSENT -> List.of(MAY_WE_RECORD.prompt());
                    case SAME_MATTER -> List.of(SAME_MATTER.prompt());
                    case REASON ->
                            menu(
                                    WHAT_IS_IT_ABOUT,
                                    facts.terms().reasons(),
                                    CataloguePrompt::reason,
                                    facts.spelling());
                    case WISH ->
                            menu(
                                    HOW_CAN_WE_HELP,
                                    facts.terms().wishes(),
                                    CataloguePrompt::wish,
                                    facts.spelling());
                    case STORY -> List.of(STORY_OFFER.prompt());
                });
        return new Turn.Ask(say, KEY_PATIENCE, next(state));
    }

    private static Turn.Next next(IntakeState state) {
        return new Turn.Next(NAME, state.text());
    }

    /** "What is your call about? Billing, press one. A delivery, two. Or press pound." */
    private static List<Prompt> menu(
            CataloguePrompt question,
            List<String> codes,
            Function<String, Prompt> named,
            Spelling spelling) {
        List<Prompt> say = new ArrayList<>(List.of(question.prompt()));
        for (int key = 1; key <= codes.size(); key++) {
            say.add(named.apply(codes.get(key - 1)));
            if (key == 1) {
                say.add(PRESS.prompt());
            }
            say.addAll(spelling.number(key));
        }
        say.add(OR_PRESS_POUND.prompt());
        return say;
    }
}
