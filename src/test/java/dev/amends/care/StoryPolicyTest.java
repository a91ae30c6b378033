package dev.amends.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.Consent.Answer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** Who may tell what happened. */
class StoryPolicyTest {

    @ParameterizedTest
    @CsvSource({
        // offered    upset  answered  told  decided
        "NOBODY,      true,  ,         0,    the line takes no stories",
        "NOBODY,      true,  YES,      0,    the line takes no stories",
        "UPSET,       false, ,         0,    is not upset",
        "UPSET,       false, YES,      0,    is not upset",
        "UPSET,       true,  ,         0,    MAY: is upset",
        "UPSET,       true,  YES,      2,    MAY: is upset",
        "UPSET,       true,  NO,       0,    did not agree to be recorded",
        "UPSET,       true,  SILENT,   0,    did not agree to be recorded",
        "EVERYBODY,   false, ,         0,    MAY: everybody may",
        "EVERYBODY,   false, YES,      0,    MAY: everybody may",
        "EVERYBODY,   false, NO,       0,    did not agree to be recorded",
        "EVERYBODY,   true,  SILENT,   0,    did not agree to be recorded",
        "EVERYBODY,   true,  YES,      3,    has told 3 stories in this call",
    })
    void his_no_counts_before_everything_else(
            StoryOffer offered, boolean upset, @Nullable Answer answered, int told, String says) {
        StoryPolicy.Decision decision =
                StoryPolicy.decide(
                        new StoryPolicy.Facts(offered, upset, Optional.ofNullable(answered), told));

        String may = decision instanceof StoryPolicy.Decision.May ? "MAY: " : "";
        assertThat(may + decision.reason()).isEqualTo(says);
    }
}
