package dev.amends.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.Concern.Same;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;
import dev.amends.speech.Spelling;
import dev.amends.speech.SpokenLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rep hears first. */
class BriefPolicyTest {

    private static final Duration LONGEST = BriefPolicy.LONGEST;
    private static final List<Prompt> REPEAT = List.of(CataloguePrompt.REPEAT_CALLER.prompt());
    private static final List<String> REASONS =
            List.of("billing", "delivery", "fault", "order", "other");
    private static final List<String> WISHES =
            List.of("refund", "repair", "explanation", "callback", "other");

    private final BriefPolicy policy =
            BriefPolicy.spokenBy(new EnglishSpelling(), SpokenLength.in(Language.ENGLISH));

    @Test
    void he_hears_who_it_is_what_it_is_about_how_long_he_waited_and_what_he_wants() {
        Concern concern = concern(Same.NOT_SAID, "billing", "refund", 3);
        assertThat(files(policy, List.of(), concern, Duration.ofSeconds(389)))
                .containsExactly(
                        "digits/h-3",
                        "amends/word-call",
                        "amends/reason-billing",
                        "amends/brief-waited",
                        "digits/6",
                        "minutes",
                        "amends/brief-wants",
                        "amends/wish-refund");
    }

    @Test
    void what_is_not_known_is_not_said() {
        assertThat(files(policy, List.of(), Concern.NONE, Duration.ofSeconds(59))).isEmpty();
        assertThat(files(policy, REPEAT, Concern.NONE, Duration.ZERO))
                .containsExactly("amends/repeat-caller");
        Concern skipped =
                new Concern(Same.ANOTHER, Optional.of(Said.NOTHING), Optional.of(Said.NOTHING), 1);
        assertThat(files(policy, List.of(), skipped, Duration.ZERO)).isEmpty();
    }

    @Test
    void the_same_matter_is_said_in_so_many_words() {
        assertThat(
                        files(
                                policy,
                                List.of(),
                                concern(Same.THE_SAME, "fault", "repair", 2),
                                Duration.ZERO))
                .containsExactly(
                        "digits/h-2",
                        "amends/word-call",
                        "amends/brief-same-matter",
                        "amends/reason-fault",
                        "amends/brief-wants",
                        "amends/wish-repair");
    }

    @Test
    void where_it_is_off_he_hears_who_it_is_and_of_a_story_and_nothing_else() {
        Concern concern = concern(Same.THE_SAME, "billing", "refund", 3);
        assertThat(files(BriefPolicy.OFF, REPEAT, concern, Duration.ofMinutes(6)))
                .containsExactly("amends/repeat-caller");
        assertThat(files(BriefPolicy.OFF, REPEAT, concern.withStory(), Duration.ofMinutes(6)))
                .containsExactly("amends/repeat-caller", "amends/brief-story");
        assertThat(BriefPolicy.OFF.matter(concern)).isEmpty();
    }

    @Test
    void that_there_is_a_story_comes_last_and_goes_before_what_it_tells_itself() {
        Concern concern = concern(Same.THE_SAME, "billing", "refund", 3).withStory();
        assertThat(files(policy, REPEAT, concern, Duration.ofMinutes(6)))
                .startsWith("amends/repeat-caller")
                .contains("amends/reason-billing")
                .endsWith("amends/brief-story")
                .doesNotContain("digits/h-3");
        assertThat(files(policy, List.of(), Concern.NONE.withStory(), Duration.ZERO))
                .containsExactly("amends/brief-story");
    }

    @Test
    void who_knows_already_who_it_is_hears_what_it_is_about() {
        assertThat(policy.matter(concern(Same.THE_SAME, "billing", "refund", 3)))
                .extracting(Prompt::file)
                .containsExactly(
                        "amends/reason-billing", "amends/brief-wants", "amends/wish-refund");
    }

    @Test
    void of_too_much_the_least_important_is_left_out() {
        List<Prompt> longWho = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            longWho.addAll(REPEAT);
        }
        assertThat(
                        files(
                                policy,
                                longWho,
                                concern(Same.THE_SAME, "billing", "refund", 3),
                                Duration.ofMinutes(6)))
                .endsWith("amends/reason-billing", "amends/brief-wants", "amends/wish-refund")
                .doesNotContain("digits/h-3", "amends/brief-waited");
    }

    /** With every shipped prompt, as it is spoken. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void it_takes_two_to_six_seconds(String code) {
        Language language = new Language(code);
        Spelling spelling = Languages.of(List.of("en", "es")).spelling(language);
        BriefPolicy spoken = BriefPolicy.spokenBy(spelling, SpokenLength.in(language));
        ShippedSounds sounds = ShippedSounds.of(language);
        for (CataloguePrompt who :
                List.of(
                        CataloguePrompt.REPEAT_CALLER,
                        CataloguePrompt.REDIALLED,
                        CataloguePrompt.FLAGGED_CALLER)) {
            for (String reason : REASONS) {
                for (String wish : WISHES) {
                    Concern concern = concern(Same.THE_SAME, reason, wish, 23);
                    for (int minutes : new int[] {0, 6, 37, 88, 123}) {
                        for (Concern said : List.of(concern, concern.withStory())) {
                            List<Prompt> brief =
                                    spoken.brief(
                                            new BriefPolicy.Facts(
                                                    List.of(who.prompt()),
                                                    said,
                                                    Duration.ofMinutes(minutes)));
                            assertThat(sounds.missing(brief)).isEmpty();
                            assertThat(sounds.length(brief))
                                    .as("%s", brief)
                                    .isBetween(Duration.ofSeconds(2), LONGEST);
                            assertThat(brief.contains(CataloguePrompt.BRIEF_STORY.prompt()))
                                    .isEqualTo(said.story());
                        }
                    }
                }
            }
        }
    }

    private static List<String> files(
            BriefPolicy policy, List<Prompt> who, Concern concern, Duration waited) {
        return policy.brief(new BriefPolicy.Facts(who, concern, waited)).stream()
                .map(Prompt::file)
                .toList();
    }

    private static Concern concern(Same same, String reason, String wish, int calls) {
        return new Concern(same, Optional.of(new Said(reason)), Optional.of(new Said(wish)), calls);
    }
}
