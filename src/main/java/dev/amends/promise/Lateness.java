package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By when somebody has to be called so that it is what he was told: until the end of his window, or
 * soon after the time that was agreed, ordered, or named as the opening. Who was told no time is
 * never late, nor is he whose phone has rung, unless he then chose another time.
 *
 * @param tolerance how long after such a time it is still in time
 */
public record Lateness(Duration tolerance) {

    /** By when; nothing when there is no such time. */
    public Optional<Instant> latest(Callback callback) {
        return callback.tries().made() == 0 ? told(callback.terms()) : chosen(callback);
    }

    /** Since when it is overdue, if it is. */
    public Optional<Instant> overdueSince(Callback callback, Instant now) {
        boolean owed =
                callback instanceof Callback.Promised || callback instanceof Callback.Dialing;
        return latest(callback).filter(latest -> owed && latest.isBefore(now));
    }

    private Optional<Instant> told(CallbackTerms terms) {
        Stream<Instant> times =
                Stream.of(
                                terms.appointment().map(Appointment::from),
                                terms.opening(),
                                terms.ordered())
                        .flatMap(Optional::stream)
                        .map(time -> time.plus(tolerance));
        return Stream.concat(times, terms.window().map(PromisedWindow::to).stream())
                .max(Instant::compareTo);
    }

    private Optional<Instant> chosen(Callback callback) {
        return callback instanceof Callback.Promised promised
                        && promised.tries().of(Setback.NOT_NOW) > 0
                ? Optional.of(promised.notBefore().plus(tolerance))
                : Optional.empty();
    }
}
