package dev.amends.caller;

import java.time.Duration;
import java.time.Instant;

/** Recognises a caller; the first rule that speaks wins: flagged, redialled, repeat, ordinary. */
public final class RecognitionPolicy {

    private final RecognitionSettings settings;

    public RecognitionPolicy(RecognitionSettings settings) {
        this.settings = settings;
    }

    /** Decides from what is remembered of him at {@code now}. */
    public Recognition decide(CallerHistory history, Instant now) {
        if (history.flag().isPresent() && history.flag().get().fadesAt().isAfter(now)) {
            return new Recognition.Flagged("flagged: " + history.flag().get().reason());
        }
        if (history.hungUpWaitingAt().isPresent()) {
            Duration since = Duration.between(history.hungUpWaitingAt().get(), now);
            if (since.compareTo(settings.redialWindow()) <= 0) {
                return new Recognition.Redialled("hung up waiting " + spoken(since) + " ago");
            }
        }
        if (history.earlierCalls() >= settings.repeatCalls()) {
            return new Recognition.Repeat(
                    history.earlierCalls()
                            + " earlier calls in "
                            + settings.repeatWindow().toDays()
                            + " days");
        }
        return new Recognition.Ordinary(
                switch (history.earlierCalls()) {
                    case 0 -> "first call lately";
                    case 1 -> "1 earlier call, not flagged";
                    default -> history.earlierCalls() + " earlier calls, not flagged";
                });
    }

    private static String spoken(Duration since) {
        return since.toMinutes() > 0 ? since.toMinutes() + " min" : since.toSeconds() + " s";
    }
}
