package dev.amends.measure;

import dev.amends.rehearsal.InOrder;
import dev.amends.rehearsal.Launching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * As other systems do it: every now and then it is looked whether a rep is free and nobody waits on
 * the line; then his phone is bound and the first promised caller is rung.
 */
final class Polled implements Launching {

    private static final Duration EVERY = Duration.ofMillis(2500);

    @Override
    public List<Ring> ring(Moment moment) {
        return List.of();
    }

    @Override
    public boolean repFirst(InOrder due, Moment moment) {
        return moment.order().stream().noneMatch(InOrder::onTheLine) && looksAt(moment.now());
    }

    private static boolean looksAt(Instant now) {
        return now.getNano() % 1_000_000 == 0 && now.toEpochMilli() % EVERY.toMillis() == 0;
    }

    @Override
    public Optional<Duration> keep(InOrder ringing, Moment moment) {
        return Optional.empty();
    }

    @Override
    public Duration beat() {
        return EVERY;
    }
}
