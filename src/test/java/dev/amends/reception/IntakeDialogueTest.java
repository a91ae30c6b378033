package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.Concern;
import dev.amends.care.Concern.Same;
import dev.amends.care.Consent;
import dev.amends.care.IntakeQuestion;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Matter;
import dev.amends.care.MatterId;
import dev.amends.care.MatterNote;
import dev.amends.care.Said;
import dev.amends.care.StoryOffer;
import dev.amends.care.StoryPolicy;
import dev.amends.line.LineName;
import dev.amends.reception.IntakeDialogue.Then;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The questions on arrival, one after the other. */
class IntakeDialogueTest {

    static final IntakeTerms TERMS =
            new IntakeTerms(
                    true,
                    List.of("billing", "delivery", "fault", "order", "other"),
                    List.of("refund", "repair", "explanation", "callback", "other"));
    private static final List<String> KEYS =
            List.of(
                    "", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#", "12",
                    "TIMEOUT");

    @Test
    void a_first_caller_is_asked_what_it_is_about_and_what_he_would_like() {
        Turn.Ask reason = asks(IntakeDialogue.begin(Scene.NOW, facts(TERMS, Optional.empty())));
        assertThat(reason.say())
                .extracting(Prompt::file)
                .containsExactly(
                        "amends/what-is-it-about",
                        "amends/reason-billing",
                        "amends/press",
                        "digits/1",
                        "amends/reason-delivery",
                        "digits/2",
                        "amends/reason-fault",
                        "digits/3",
                        "amends/reason-order",
                        "digits/4",
                        "amends/reason-other",
                        "digits/5",
                        "amends/or-press-pound");
        IntakeDialogue.Reply then = hear(reason, "2", Optional.empty());
        assertThat(then.note()).contains(new MatterNote.Reason(new Said("delivery")));
        Turn.Ask wish = asks(then);
        assertThat(wish.say().getFirst()).isEqualTo(CataloguePrompt.HOW_CAN_WE_HELP.prompt());

        IntakeDialogue.Reply end = hear(wish, "1", Optional.empty());
        assertThat(end.note()).contains(new MatterNote.Wish(new Said("refund")));
        assertThat(arrived(end))
                .isEqualTo(
                        new FirstArrival(
                                Scene.NOW,
                                new Concern(
                                        Same.NOT_SAID,
                                        Optional.of(new Said("delivery")),
                                        Optional.of(new Said("refund")),
                                        0)));
    }

    @Test
    void who_calls_again_about_the_same_matter_is_asked_nothing_more_and_hears_nothing_of_it() {
        Optional<Matter> open = Optional.of(matter("billing", "refund"));
        Turn.Ask same = asks(IntakeDialogue.begin(Scene.NOW, facts(TERMS, open)));
        assertThat(same.say()).containsExactly(CataloguePrompt.SAME_MATTER.prompt());

        IntakeDialogue.Reply yes = hear(same, "1", open);
        assertThat(yes.note()).contains(new MatterNote.CalledAgain());
        assertThat(arrived(yes).concern())
                .isEqualTo(
                        new Concern(
                                Same.THE_SAME,
                                Optional.of(new Said("billing")),
                                Optional.of(new Said("refund")),
                                0));
    }

    @Test
    void another_matter_is_asked_about_anew() {
        Optional<Matter> open = Optional.of(matter("billing", "refund"));
        Turn.Ask same = asks(IntakeDialogue.begin(Scene.NOW, facts(TERMS, open)));

        IntakeDialogue.Reply no = hear(same, "2", open);
        assertThat(no.note()).contains(new MatterNote.Another());
        IntakeDialogue.Reply reason = hear(asks(no), "", Optional.of(fresh()));
        assertThat(reason.note()).contains(new MatterNote.Reason(Said.NOTHING));
        assertThat(arrived(hear(asks(reason), "5", Optional.of(matter("", null)))).concern())
                .isEqualTo(
                        new Concern(
                                Same.ANOTHER,
                                Optional.of(Said.NOTHING),
                                Optional.of(new Said("other")),
                                0));
    }

    @ParameterizedTest
    @CsvSource({"1, YES", "2, NO", "'', SILENT"})
    void whether_he_may_be_recorded_is_asked_before_anything_else(
            String key, Consent.Answer answer) {
        Turn.Ask may = asks(IntakeDialogue.begin(Scene.NOW, recording(Optional.empty())));
        assertThat(may.say()).containsExactly(CataloguePrompt.MAY_WE_RECORD.prompt());

        IntakeDialogue.Reply reply = hear(may, key, recording(Optional.empty()));

        assertThat(reply.consent()).contains(answer);
        assertThat(reply.note()).isEmpty();
        if (answer == Consent.Answer.YES) {
            assertThat(asks(reply).say()).containsExactly(CataloguePrompt.STORY_OFFER.prompt());
        } else {
            assertThat(arrived(reply).at()).isEqualTo(Scene.NOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "9", "0", "*", "#", "12"})
    void a_key_that_is_no_answer_is_no_consent_however_often_he_presses_it(String key) {
        Turn.Ask may = asks(IntakeDialogue.begin(Scene.NOW, recording(Optional.empty())));
        for (int nth = 1; nth <= 2; nth++) {
            IntakeDialogue.Reply again = hear(may, key, recording(Optional.empty()));
            assertThat(again.consent()).isEmpty();
            may = asks(again);
        }
        IntakeDialogue.Reply end = hear(may, key, recording(Optional.empty()));
        assertThat(end.consent()).contains(Consent.Answer.SILENT);
        assertThat(arrived(end).at()).isEqualTo(Scene.NOW);
    }

    @Test
    void he_tells_his_story_and_then_goes_on_to_where_he_is_routed() {
        Optional<Consent.Answer> yes = Optional.of(Consent.Answer.YES);
        Turn.Ask may = asks(IntakeDialogue.begin(Scene.NOW, recording(Optional.empty())));
        Turn.Ask offer = asks(hear(may, "1", recording(Optional.empty())));

        Turn.Next after = ((Then.Tells) hear(offer, "1", recording(yes)).then()).after();
        assertThat(
                        arrived(
                                        IntakeDialogue.next(
                                                IntakeState.read(after.state()).orElseThrow(),
                                                "",
                                                recording(yes)))
                                .at())
                .isEqualTo(Scene.NOW);
        assertThat(arrived(hear(offer, "2", recording(yes))).at()).isEqualTo(Scene.NOW);
        assertThat(arrived(hear(offer, "", recording(yes))).at()).isEqualTo(Scene.NOW);
    }

    private static IntakeDialogue.Facts recording(Optional<Consent.Answer> answered) {
        return new IntakeDialogue.Facts(
                new IntakeTerms(false, List.of(), List.of(), true, StoryOffer.EVERYBODY),
                Optional.empty(),
                false,
                true,
                new StoryPolicy.Facts(StoryOffer.EVERYBODY, false, answered, 0),
                new EnglishSpelling());
    }

    private static IntakeDialogue.Reply hear(Turn.Ask ask, String key, IntakeDialogue.Facts facts) {
        IntakeState state = IntakeState.read(ask.next().state()).orElseThrow();
        return IntakeDialogue.next(state, key, facts);
    }

    @Test
    void silence_skips_one_question_after_the_other() {
        Optional<Matter> open = Optional.of(fresh());
        Turn.Ask same = asks(IntakeDialogue.begin(Scene.NOW, facts(TERMS, open)));
        IntakeDialogue.Reply first = hear(same, "", open);
        assertThat(first.note()).isEmpty();
        IntakeDialogue.Reply second = hear(asks(first), "", open);
        FirstArrival came = arrived(hear(asks(second), "", open));
        assertThat(came.at()).isEqualTo(Scene.NOW);
        assertThat(came.concern())
                .isEqualTo(
                        new Concern(
                                Same.NOT_SAID,
                                Optional.of(Said.NOTHING),
                                Optional.of(Said.NOTHING),
                                0));
    }

    @ParameterizedTest
    @CsvSource({"7, amends/not-understood", "*, amends/what-is-it-about"})
    void what_is_no_answer_is_asked_again_twice_and_then_skipped(String key, String first) {
        Turn.Ask ask = asks(IntakeDialogue.begin(Scene.NOW, facts(TERMS, Optional.empty())));
        for (int nth = 1; nth <= 2; nth++) {
            IntakeDialogue.Reply again = hear(ask, key, Optional.empty());
            assertThat(again.note()).isEmpty();
            ask = asks(again);
            assertThat(ask.say().getFirst().file()).isEqualTo(first);
        }
        IntakeDialogue.Reply skipped = hear(ask, key, Optional.empty());
        assertThat(skipped.note()).contains(new MatterNote.Reason(Said.NOTHING));
        assertThat(asks(skipped).say().getFirst())
                .isEqualTo(CataloguePrompt.HOW_CAN_WE_HELP.prompt());
    }

    @Test
    void a_question_that_is_no_longer_in_the_settings_is_passed_over() {
        IntakeState asked =
                new IntakeState(IntakeQuestion.REASON, Scene.NOW, 0, Set.of(), Concern.NONE)
                        .asked(IntakeQuestion.REASON);
        IntakeDialogue.Reply reply =
                IntakeDialogue.next(asked, "1", facts(IntakeTerms.NONE, Optional.empty()));
        assertThat(arrived(reply).at()).isEqualTo(Scene.NOW);
    }

    /** Every question, how often it was asked again, and every key: he always gets on. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatever_he_keys_he_gets_on_and_hears_only_what_exists(int repeats) {
        List<Prompt> heard = new ArrayList<>();
        for (IntakeQuestion question : IntakeQuestion.values()) {
            for (String key : KEYS) {
                for (Optional<Matter> open : matters()) {
                    IntakeState state =
                            new IntakeState(question, Scene.NOW, 0, Set.of(), Concern.NONE)
                                    .asked(question);
                    walk(again(state, repeats), key, open, heard);
                }
            }
        }
        assertThat(ShippedSounds.english().missing(heard)).isEmpty();
    }

    private static IntakeState again(IntakeState state, int repeats) {
        IntakeState again = state;
        while (again.repeats() < repeats) {
            again = again.again();
        }
        return again;
    }

    private static void walk(
            IntakeState state, String key, Optional<Matter> open, List<Prompt> heard) {
        IntakeDialogue.Reply reply = IntakeDialogue.next(state, key, facts(TERMS, open));
        for (int turn = 0; reply.then() instanceof Then.Asks(Turn.Ask ask); turn++) {
            assertThat(turn).isLessThan(10);
            assertThat(ask.most()).isOne();
            assertThat(ask.next().dialogue()).isEqualTo(IntakeDialogue.NAME);
            heard.addAll(ask.say());
            reply = hear(ask, KEYS.get((turn * 7 + key.length()) % KEYS.size()), open);
        }
        if (!(reply.then() instanceof Then.Tells)) {
            assertThat(arrived(reply).at()).isEqualTo(Scene.NOW);
        }
    }

    private static List<Optional<Matter>> matters() {
        return List.of(
                Optional.empty(),
                Optional.of(fresh()),
                Optional.of(matter("billing", null)),
                Optional.of(matter("", "refund")));
    }

    private static Matter matter(@Nullable String reason, @Nullable String wish) {
        return matter(
                reason == null ? null : new Said(reason), wish == null ? null : new Said(wish));
    }

    private static Matter fresh() {
        return matter((Said) null, null);
    }

    /** An hour old. */
    static Matter matter(@Nullable Said reason, @Nullable Said wish) {
        return new Matter(
                new MatterId(1),
                new LineName("support"),
                Scene.NOW.minusSeconds(3600),
                Scene.NOW.minusSeconds(60),
                Optional.ofNullable(reason),
                Optional.ofNullable(wish),
                Optional.empty(),
                Optional.empty());
    }

    private static IntakeDialogue.Reply hear(Turn.Ask ask, String key, Optional<Matter> open) {
        IntakeState state = IntakeState.read(ask.next().state()).orElseThrow();
        return IntakeDialogue.next(state, key, facts(TERMS, open));
    }

    private static Turn.Ask asks(IntakeDialogue.Reply reply) {
        return ((Then.Asks) reply.then()).turn();
    }

    private static FirstArrival arrived(IntakeDialogue.Reply reply) {
        return ((Then.Arrives) reply.then()).came();
    }

    private static IntakeDialogue.Facts facts(IntakeTerms terms, Optional<Matter> open) {
        return new IntakeDialogue.Facts(
                terms, open, false, true, StoryPolicy.Facts.NONE, new EnglishSpelling());
    }
}
