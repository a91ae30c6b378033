package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * By when somebody has to be called so that it is what he was told: until the end of his window, or
 * soon after the time that was agreed, ordered, or named as the opening. Who was told no time is
 * never late, nor is he whose phone has rung, unless he then chose another time; but he, too, is
 * overdue once he has waited for long.
 *
 * @param tolerance how long after such a time it is still in time
 * @param atMost so long anybody waits who could be called, told a time or not, before he is overdue
 */
public record Lateness(Duration tolerance, Duration atMost) {

    /** A quarter of an hour, and two hours. */
    public static final Lateness USUAL = new Lateness(Duration.ofMinutes(15), Duration.ofHours(2));

    /** By when; nothing when there is no such time. */
    public Optional<Instant> latest(Callback callback) {
        return callback.tries().made() == 0 ? told(callback.terms()) : chosen(callback);
    }

    /** Since when it is overdue, if it is. */
    public Optional<Instant> overdueSince(Callback callback, Instant now) {
        boolean owed =
                callback instanceof Callback.Promised || callback instanceof Callback.Dialing;
        return latest(callback)
                .or(() -> longWait(callback))
                .filter(latest -> owed && latest.isBefore(now));
    }

    private Optional<Instant> longWait(Callback callback) {
        if (!(callback instanceof Callback.Promised promised)) {
            return Optional.empty();
        }
        Instant asked = promised.terms().askedAt();
        Instant callable = promised.notBefore().isAfter(asked) ? promised.notBefore() : asked;
        return Optional.of(callable.plus(atMost));
    }

    /** The latest of all that he was told. */
    private Optional<Instant> told(CallbackTerms terms) {
        Optional<Instant> from = later(terms.appointment().map(Appointment::from), terms.opening());
        Optional<Instant> soonAfter = later(from, terms.ordered()).map(at -> at.plus(tolerance));
        return later(soonAfter, terms.window().map(PromisedWindow::to));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? one : other;
    }

    private Optional<Instant> chosen(Callback callback) {
        return callback instanceof Callback.Promised promised
                        && promised.tries().of(Setback.NOT_NOW) > 0
                ? Optional.of(promised.notBefore().plus(tolerance))
                : Optional.empty();
    }
}
