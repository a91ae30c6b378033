package dev.amends.care;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has stories turned into text, one after the other, on a thread of its own. One that can't be is
 * tried a few times and then left as it is: it can still be heard.
 */
public final class StoryScribe {

    private static final Logger log = LoggerFactory.getLogger(StoryScribe.class);

    private static final Duration BEAT = Duration.ofSeconds(5);

    /** What was told longer ago has been heard by now. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final int TRIES = 3;
    private static final int AT_A_TIME = 20;

    private final Stories stories;
    private final StoryHearer hearer;
    private final InstantSource clock;
    private final Map<RecordingId, Integer> failures = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("stories").daemon().unstarted(this::run);

    public StoryScribe(Stories stories, StoryHearer hearer, InstantSource clock) {
        this.stories = stories;
        this.hearer = hearer;
        this.clock = clock;
    }

    /** Starts to listen. */
    public void start() {
        thread.start();
    }

    /** Listens no more, not even to the end of one. */
    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BEAT);
                quietly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void quietly() throws InterruptedException {
        try {
            tick();
        } catch (RuntimeException e) {
            log.warn("stories could not be turned into text; in a moment again", e);
        }
    }

    /** Those that have no text yet. */
    void tick() throws InterruptedException {
        Instant since = clock.instant().minus(FRESH);
        List<RecordingId> told =
                stories.withoutText(since, AT_A_TIME + failures.size()).stream()
                        .map(Story::id)
                        .toList();
        failures.keySet().retainAll(told);
        for (RecordingId story : told) {
            if (failures.getOrDefault(story, 0) < TRIES) {
                hear(story);
            }
        }
    }

    private void hear(RecordingId story) throws InterruptedException {
        Optional<String> text = hearer.text(story);
        if (text.isPresent()) {
            stories.text(story, text.get(), clock.instant());
        } else {
            int times = failures.merge(story, 1, Integer::sum);
            log.warn("story {} has no text, try {} of {}", story, times, TRIES);
        }
    }
}
