package dev.amends.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stories get their text, one after the other. */
class StoryScribeTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final FakeStories stories = new FakeStories();
    private final List<RecordingId> heard = new ArrayList<>();
    private Optional<String> says = Optional.of("the parcel never came");
    private final StoryScribe scribe =
            new StoryScribe(
                    stories,
                    story -> {
                        heard.add(story);
                        return says;
                    },
                    () -> NOW);

    @Test
    void what_was_told_lately_gets_its_text_once() throws InterruptedException {
        told("a", NOW.minusSeconds(60));
        told("b", NOW.minus(Duration.ofDays(2)));

        scribe.tick();
        scribe.tick();

        assertThat(heard).containsExactly(id("a"));
        assertThat(stories.find(id("a")).orElseThrow().text()).contains("the parcel never came");
        assertThat(stories.find(id("b")).orElseThrow().text()).isEmpty();
    }

    @Test
    void what_cannot_be_heard_is_tried_three_times_and_keeps_nobody_from_his_text()
            throws InterruptedException {
        told("a", NOW.minusSeconds(60));
        says = Optional.empty();
        for (int tick = 0; tick < 5; tick++) {
            scribe.tick();
        }
        assertThat(heard).hasSize(3);

        told("b", NOW.minusSeconds(30));
        says = Optional.of("thank you");
        scribe.tick();

        assertThat(stories.find(id("b")).orElseThrow().text()).contains("thank you");
        assertThat(stories.find(id("a")).orElseThrow().text()).isEmpty();
    }

    private void told(String digit, Instant at) {
        stories.begun(
                new Story(
                        id(digit),
                        new CallId("1.1"),
                        Optional.empty(),
                        at,
                        Optional.of(Duration.ofSeconds(9)),
                        Optional.empty()));
    }

    private static RecordingId id(String digit) {
        return new RecordingId(digit.repeat(32));
    }
}
