package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.RecordingId;
import dev.amends.reception.StoryDialogue.Outcome;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Offered, told, and back where he was. */
class StoryDialogueTest {

    private static final RecordingId ID = new RecordingId("0123456789abcdef".repeat(2));
    private static final Turn.Next BACK =
            new Turn.Next("joining", "2:joining:ordinary:1:0:1:0:0:::;x");

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#", "11", "TIMEOUT"})
    void only_one_key_says_yes(String key) {
        StoryState offered = state(StoryDialogue.offer(BACK).next());

        assertThat(StoryDialogue.next(offered, "1", Optional.empty()))
                .isEqualTo(new Outcome.Begins());
        assertThat(StoryDialogue.next(offered, key, Optional.empty()))
                .isEqualTo(new Outcome.Declines());
        assertThat(offered.back()).contains(BACK);
    }

    @ParameterizedTest
    @CsvSource({
        "DTMF.2,      2",
        "DTMF.179,    179",
        "TIMEOUT.180, 180",
        "HANGUP.40,   40",
        "DTMF.1,      0",
        "HANGUP.0,    0",
        "ERROR.9,     0",
        "SILENCE.9,   0",
        "SKIP.9,      0",
        "OPERATOR.9,  0",
        "1,           0",
        "'',          0",
        "DTMF,        0",
        "DTMF.12345,  0",
    })
    void where_its_file_cannot_be_seen_two_seconds_are_a_story_unless_it_could_not_be_recorded(
            String heard, int seconds) {
        Turn.Record tells = StoryDialogue.tells(ID, BACK);
        StoryState telling = state(tells.next());

        assertThat(StoryDialogue.next(telling, heard, Optional.empty()))
                .isEqualTo(
                        seconds == 0
                                ? new Outcome.Empty(ID)
                                : new Outcome.Told(ID, Duration.ofSeconds(seconds)));
        assertThat(telling.back()).contains(BACK);
        assertThat(tells.most()).isEqualTo(Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @CsvSource({
        "DTMF.1,      true,  true",
        "DTMF.2,      true,  true",
        "TIMEOUT.180, true,  true",
        "HANGUP.40,   true,  true",
        "DTMF.1,      false, false",
        "DTMF.9,      false, false",
        "TIMEOUT.180, false, false",
        "HANGUP.40,   false, false",
        "ERROR.9,     true,  false",
    })
    void where_it_can_be_seen_what_is_in_the_file_decides(
            String heard, boolean holdsStory, boolean told) {
        StoryState telling = state(StoryDialogue.tells(ID, BACK).next());

        assertThat(StoryDialogue.next(telling, heard, Optional.of(holdsStory)))
                .isInstanceOf(told ? Outcome.Told.class : Outcome.Empty.class);
    }

    @Test
    void who_hung_up_is_known_by_his_story_alone() {
        StoryState gone = StoryState.read(ID.value()).orElseThrow();

        assertThat(gone).isEqualTo(new StoryState(Optional.of(ID), Optional.empty()));
        assertThat(StoryDialogue.next(gone, "HANGUP.30", Optional.of(true)))
                .isEqualTo(new Outcome.Told(ID, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2::joining:x", "1::joining:", "1:xyz:joining:x", "1::JOINING:x"})
    void a_text_that_is_not_ours_is_no_state(String text) {
        assertThat(StoryState.read(text)).isEmpty();
    }

    @Test
    void he_hears_only_what_exists() {
        List<Prompt> said =
                Stream.of(
                                StoryDialogue.offer(BACK).say(),
                                StoryDialogue.tells(ID, BACK).say(),
                                StoryDialogue.back(true, BACK).say(),
                                StoryDialogue.back(false, BACK).say(),
                                StoryDialogue.mayNot(BACK).say())
                        .flatMap(List::stream)
                        .toList();

        assertThat(said)
                .containsExactly(
                        CataloguePrompt.STORY_OFFER.prompt(),
                        CataloguePrompt.STORY_SPEAK.prompt(),
                        CataloguePrompt.STORY_THANKS.prompt(),
                        CataloguePrompt.STORY_NOTHING.prompt(),
                        CataloguePrompt.KEEP_WAITING.prompt());
        assertThat(ShippedSounds.english().missing(said)).isEmpty();
    }

    private static StoryState state(Turn.Next next) {
        assertThat(next.dialogue()).isEqualTo("story");
        return StoryState.read(next.state()).orElseThrow();
    }
}
