package dev.amends.promise;

import dev.amends.line.Hours;
import dev.amends.line.Pace;
import dev.amends.line.PastArrivals;
import dev.amends.line.WeeklyReps;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The times that a caller may choose from to be called at: each an hour, in which the reps have
 * room for him besides those who will call. The first begins in about an hour; then comes the hour
 * with the most room of each half day, up to four in all. None where too little is known.
 */
public final class SlotPolicy {

    /** As many are told. */
    public static final int MOST = 4;

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final int DAYS = 7;
    private static final int NOON = 12;
    private static final int MIDNIGHT = 24;

    private SlotPolicy() {}

    /**
     * What decides.
     *
     * @param line when the line is open
     * @param called when he may be called
     * @param reps how many the line has when
     * @param pace how long one call takes; nothing while that is not known
     * @param booked for when calls were promised already
     */
    public record Facts(
            Hours line,
            CallingHours called,
            WeeklyReps reps,
            PastArrivals past,
            Optional<Pace> pace,
            List<Instant> booked) {

        /** Nothing is known. */
        public static final Facts NONE =
                new Facts(
                        Hours.always(ZoneOffset.UTC),
                        CallingHours.ANYTIME,
                        WeeklyReps.UNKNOWN,
                        PastArrivals.NONE,
                        Optional.empty(),
                        List.of());

        public Facts {
            booked = List.copyOf(booked);
        }

        private boolean enough(Instant now) {
            return pace.isPresent() && !reps.equals(WeeklyReps.UNKNOWN) && past.enough(now);
        }
    }

    /**
     * The times that have room, earliest first.
     *
     * @param after when his turn would come anyway: no time before is worth choosing
     */
    public static List<Slot> free(Facts facts, Instant after, Instant now) {
        if (!facts.enough(now)) {
            return List.of();
        }
        List<Slot> free = new ArrayList<>();
        PromisedWindow soon = PromisedWindow.hour(now.plus(AHEAD));
        Instant first = after.isAfter(soon.from()) ? after : soon.from();
        roomIn(facts, soon).filter(_ -> first.equals(soon.from())).ifPresent(free::add);
        Instant rest = free.isEmpty() ? first : soon.to();
        LocalDate today = now.atZone(facts.line().zone()).toLocalDate();
        for (int day = 0; day <= DAYS && free.size() < MOST; day++) {
            best(facts, today.plusDays(day), 0, NOON, rest).ifPresent(free::add);
            best(facts, today.plusDays(day), NOON, MIDNIGHT, rest).ifPresent(free::add);
        }
        return List.copyOf(free.subList(0, Math.min(MOST, free.size())));
    }

    /**
     * The time that begins then, with what it can hold: whether there is room left is only known
     * when it is booked. Nothing when it can't be promised any more, or not to this number.
     */
    public static Optional<Slot> at(Facts facts, Instant from, Instant now) {
        return facts.enough(now) && !from.isBefore(now)
                ? slot(facts, PromisedWindow.hour(from))
                : Optional.empty();
    }

    /** Of the whole hours of a half day the one with the most room, if any has some. */
    private static Optional<Slot> best(
            Facts facts, LocalDate day, int begin, int end, Instant first) {
        return IntStream.range(begin, end)
                .mapToObj(hour -> day.atTime(hour, 0).atZone(facts.line().zone()).toInstant())
                .filter(from -> !from.isBefore(first))
                .map(PromisedWindow::hour)
                .flatMap(window -> roomIn(facts, window).stream())
                .max(
                        Comparator.comparingLong((Slot slot) -> left(facts, slot))
                                .thenComparing(Slot::from, Comparator.reverseOrder()));
    }

    private static Optional<Slot> roomIn(Facts facts, PromisedWindow window) {
        return slot(facts, window).filter(slot -> left(facts, slot) > 0);
    }

    private static Optional<Slot> slot(Facts facts, PromisedWindow window) {
        if (!WhenPolicy.suits(window, facts.line(), facts.called()) || facts.pace().isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble callers = facts.past().expected(window.from(), window.to(), facts.line());
        if (callers.isEmpty()) {
            return Optional.empty();
        }
        double reps = facts.reps().seconds(window.from(), window.to(), facts.line().zone());
        return Optional.of(
                new Slot(
                        window,
                        BookingGuard.most(reps, callers.getAsDouble(), facts.pace().get())));
    }

    private static long left(Facts facts, Slot slot) {
        return slot.most() - facts.booked().stream().filter(slot.window()::has).count();
    }
}
