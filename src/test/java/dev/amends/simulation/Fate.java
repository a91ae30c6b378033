package dev.amends.simulation;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** All chance of a day: a stream of its own for whoever must not disturb the others. */
final class Fate {

    private final SplittableRandom random;

    Fate(long seed) {
        this(new SplittableRandom(seed));
    }

    private Fate(SplittableRandom random) {
        this.random = random;
    }

    Fate split() {
        return new Fate(random.split());
    }

    /** For the rehearsal's people, who draw from a stream of their own. */
    SplittableRandom stream() {
        return random.split();
    }

    /** True one time in so many. */
    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** From 0 on, below this. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    /** Anything from one to the other. */
    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    Duration upTo(Duration most) {
        return between(Duration.ZERO, most);
    }

    Duration seconds(int least, int most) {
        return between(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }

    /** An id that nobody guesses. */
    String id() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
