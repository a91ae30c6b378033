package dev.amends.reception;

import java.time.Duration;
import java.util.List;

/**
 * What a caller may choose whose rep says that it will take a while.
 *
 * @param choices how far away the times are at which he can be called, the first by key 1; at most
 *     nine, none longer than a week; none at all: he can only hold
 * @param holdLimit how long he holds before he is asked again
 */
public record LaterTerms(List<Duration> choices, Duration holdLimit) {

    static final int MOST_CHOICES = 9;

    public LaterTerms {
        choices = List.copyOf(choices);
        if (choices.size() > MOST_CHOICES) {
            throw new IllegalArgumentException("more times than keys");
        }
    }
}
