package dev.amends.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.Concern.Same;
import dev.amends.line.LineName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which question comes next, for every state of what is known. */
class IntakePolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final IntakeTerms ALL =
            new IntakeTerms(true, List.of("billing", "other"), List.of("refund"));
    private static final Said BILLING = new Said("billing");
    private static final Said REFUND = new Said("refund");

    /** What a matter or a caller has said of a question. */
    private enum Word {
        /** Never asked. */
        NO,
        /** Asked and skipped. */
        SKIPPED,
        YES;

        Optional<Said> of(Said said) {
            return switch (this) {
                case NO -> Optional.empty();
                case SKIPPED -> Optional.of(Said.NOTHING);
                case YES -> Optional.of(said);
            };
        }
    }

    /** Matter: none, or what it knows of reason and wish. */
    @ParameterizedTest
    @CsvSource({
        // his matter      asked already        he said        next
        "none,             ,                    NOT_SAID,      REASON",
        "none,             REASON,              NOT_SAID,      WISH",
        "none,             REASON+WISH,         NOT_SAID,      DONE",
        "none,             WISH,                NOT_SAID,      DONE",
        "YES/NO,           REASON,              NOT_SAID,      WISH",
        "NO/NO,            ,                    NOT_SAID,      SAME_MATTER",
        "NO/NO,            SAME_MATTER,         THE_SAME,      REASON",
        "YES/NO,           ,                    NOT_SAID,      SAME_MATTER",
        "YES/NO,           SAME_MATTER,         THE_SAME,      WISH",
        "YES/NO,           SAME_MATTER,         NOT_SAID,      WISH",
        "YES/NO,           SAME_MATTER,         ANOTHER,       REASON",
        "YES/NO,           SAME_MATTER+REASON,  ANOTHER,       WISH",
        "SKIPPED/NO,       SAME_MATTER,         THE_SAME,      WISH",
        "YES/YES,          ,                    NOT_SAID,      SAME_MATTER",
        "YES/YES,          SAME_MATTER,         THE_SAME,      DONE",
        "YES/YES,          SAME_MATTER,         NOT_SAID,      DONE",
        "YES/YES,          SAME_MATTER,         ANOTHER,       REASON",
        "SKIPPED/SKIPPED,  SAME_MATTER,         THE_SAME,      DONE",
        "NO/YES,           SAME_MATTER,         THE_SAME,      REASON",
    })
    void reason_and_wish_are_asked_once_in_a_matter(
            String matter, @Nullable String asked, Same said, String next) {
        assertThat(next(ALL, matter, asked, said)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        // same matter?   reasons   wishes    his matter   next
        "false,           ,         ,         YES/YES,     DONE",
        "false,           billing,  ,         none,        REASON",
        "false,           billing,  ,         NO/NO,       REASON",
        "false,           billing,  ,         YES/NO,      DONE",
        "false,           ,         refund,   none,        WISH",
        "false,           ,         refund,   NO/YES,      DONE",
        "true,            ,         ,         none,        DONE",
        "true,            ,         ,         NO/NO,       SAME_MATTER",
    })
    void what_the_line_does_not_ask_is_not_asked(
            boolean same,
            @Nullable String reasons,
            @Nullable String wishes,
            String matter,
            String next) {
        IntakeTerms terms = new IntakeTerms(same, codes(reasons), codes(wishes));
        assertThat(next(terms, matter, null, Same.NOT_SAID)).isEqualTo(next);
    }

    @Test
    void who_has_a_promise_open_is_asked_about_that_alone() {
        assertThat(IntakePolicy.next(facts(ALL, "NO/NO", null, Same.NOT_SAID, true, true)))
                .isEqualTo(
                        new IntakePolicy.Next.Done(
                                "has been promised a call, and is asked about that"));
    }

    @ParameterizedTest
    @CsvSource({
        // promised  asked            answered  upset   next
        "false,      ,                ,         true,   CONSENT",
        "true,       ,                ,         true,   CONSENT",
        "true,       CONSENT,         YES,      true,   DONE",
        "false,      CONSENT,         YES,      true,   STORY",
        "false,      CONSENT,         YES,      false,  DONE",
        "false,      CONSENT,         NO,       true,   DONE",
        "false,      CONSENT,         SILENT,   true,   DONE",
        "false,      CONSENT+STORY,   YES,      true,   DONE",
    })
    void who_may_be_recorded_is_asked_first_and_no_story_is_told_without_a_yes(
            boolean promised,
            @Nullable String asked,
            Consent.@Nullable Answer answered,
            boolean upset,
            String next) {
        IntakeTerms terms = new IntakeTerms(false, List.of(), List.of(), true, StoryOffer.UPSET);
        IntakePolicy.Facts known = facts(terms, "none", asked, Same.NOT_SAID, promised, true);
        IntakePolicy.Facts facts =
                new IntakePolicy.Facts(
                        terms,
                        known.asked(),
                        known.said(),
                        known.open(),
                        promised,
                        true,
                        new StoryPolicy.Facts(
                                StoryOffer.UPSET, upset, Optional.ofNullable(answered), 0));

        assertThat(word(IntakePolicy.next(facts))).isEqualTo(next);
    }

    @Test
    void nobody_is_asked_while_the_line_is_closed() {
        assertThat(IntakePolicy.next(facts(ALL, "none", null, Same.NOT_SAID, false, false)))
                .isEqualTo(new IntakePolicy.Next.Done("the line is closed"));
    }

    @Test
    void each_question_is_asked_for_a_reason() {
        assertThat(IntakePolicy.next(facts(ALL, "NO/NO", null, Same.NOT_SAID, false, true)))
                .isEqualTo(
                        new IntakePolicy.Next.Ask(
                                IntakeQuestion.SAME_MATTER, "has an open matter"));
        assertThat(IntakePolicy.next(facts(ALL, "none", "REASON", Same.NOT_SAID, false, true)))
                .isEqualTo(new IntakePolicy.Next.Ask(IntakeQuestion.WISH, "his wish is not known"));
    }

    private static String next(
            IntakeTerms terms, String matter, @Nullable String asked, Same said) {
        return word(IntakePolicy.next(facts(terms, matter, asked, said, false, true)));
    }

    private static String word(IntakePolicy.Next next) {
        return switch (next) {
            case IntakePolicy.Next.Ask ask -> ask.question().name();
            case IntakePolicy.Next.Done _ -> "DONE";
        };
    }

    private static IntakePolicy.Facts facts(
            IntakeTerms terms,
            String matter,
            @Nullable String asked,
            Same said,
            boolean promised,
            boolean lineOpen) {
        Set<IntakeQuestion> questions =
                asked == null
                        ? Set.of()
                        : Arrays.stream(asked.split("\\+"))
                                .map(IntakeQuestion::valueOf)
                                .collect(Collectors.toSet());
        return new IntakePolicy.Facts(
                terms,
                questions,
                new Concern(
                        said,
                        questions.contains(IntakeQuestion.REASON)
                                ? Optional.of(Said.NOTHING)
                                : Optional.empty(),
                        questions.contains(IntakeQuestion.WISH)
                                ? Optional.of(REFUND)
                                : Optional.empty(),
                        0),
                matter(matter),
                promised,
                lineOpen);
    }

    private static Optional<Matter> matter(String knows) {
        if (knows.equals("none")) {
            return Optional.empty();
        }
        String[] words = knows.split("/", 2);
        return Optional.of(
                new Matter(
                        new MatterId(1),
                        new LineName("support"),
                        NOW.minusSeconds(3600),
                        NOW.minusSeconds(3600),
                        Word.valueOf(words[0]).of(BILLING),
                        Word.valueOf(words[1]).of(REFUND),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static List<String> codes(@Nullable String code) {
        return code == null ? List.of() : List.of(code);
    }
}
