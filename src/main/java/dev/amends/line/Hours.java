package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a line is open, or a person may be called. A time of day means the first moment at which the
 * clock on the wall there shows it or a later one: what begins in an hour that is skipped begins
 * when the clock is put forward, and what ends in an hour that comes twice ends the first time.
 * What lies between two moments is true time, whatever the clocks show.
 *
 * @param cutOff so long before closing no call is promised any more for the same day
 * @param zone where it is
 */
public record Hours(WeeklyHours weekly, Holidays holidays, Duration cutOff, ZoneId zone) {

    /** So many days are searched for the next opening. */
    static final int HORIZON_DAYS = 400;

    /** What is open longer than this without a break counts as closing never. */
    private static final int LONGEST_OPEN_DAYS = 40;

    private static final OpenPeriod FOREVER = new OpenPeriod(Instant.MIN, Instant.MAX);

    /** Without a break. */
    public static Hours always(ZoneId zone) {
        return new Hours(WeeklyHours.ALWAYS, Holidays.NONE, Duration.ZERO, zone);
    }

    /** Whether it never closes. */
    public boolean always() {
        return weekly.equals(WeeklyHours.ALWAYS) && holidays.equals(Holidays.NONE);
    }

    /** Whether it is open at this moment. */
    public boolean open(Instant at) {
        return period(at).filter(period -> period.has(at)).isPresent();
    }

    /**
     * The open time that this moment is in, or else the next one; nothing when it does not open for
     * more than a year.
     */
    public Optional<OpenPeriod> period(Instant at) {
        if (always()) {
            return Optional.of(FOREVER);
        }
        LocalDate first = at.atZone(zone).toLocalDate().minusDays(1);
        for (int day = 0; day <= HORIZON_DAYS; day++) {
            for (OpenPeriod found : on(first.plusDays(day))) {
                if (found.to().isAfter(at)) {
                    return Optional.of(whole(found, first.plusDays(day)));
                }
            }
        }
        return Optional.empty();
    }

    /** When it closes, if it is open at this moment and closes within weeks. */
    public Optional<Instant> closes(Instant at) {
        return period(at)
                .filter(period -> period.has(at))
                .map(OpenPeriod::to)
                .filter(to -> to.isBefore(Instant.MAX));
    }

    /** The next moment from this one on at which it is open. */
    public Optional<Instant> opens(Instant at) {
        return period(at).map(period -> period.has(at) ? at : period.from());
    }

    /**
     * The next moment from this one on at which a call can be promised: it is open, and does not
     * close too soon.
     */
    public Optional<Instant> promises(Instant at) {
        Optional<OpenPeriod> next = period(at);
        for (int skipped = 0; next.isPresent() && skipped < HORIZON_DAYS; skipped++) {
            Instant start = next.get().has(at) ? at : next.get().from();
            Instant to = next.get().to();
            if (to.equals(Instant.MAX) || start.isBefore(to.minus(cutOff))) {
                return Optional.of(start);
            }
            next = period(to);
        }
        return Optional.empty();
    }

    /**
     * How long it is open between these two moments.
     *
     * @throws IllegalArgumentException if they are more than a year apart
     */
    public Duration openTime(Instant from, Instant to) {
        if (Duration.between(from, to).toDays() > HORIZON_DAYS) {
            throw new IllegalArgumentException("more than a year");
        }
        Duration open = Duration.ZERO;
        Optional<OpenPeriod> next = period(from);
        while (next.isPresent() && next.get().from().isBefore(to)) {
            open = open.plus(next.get().within(from, to));
            next = next.get().to().isBefore(to) ? period(next.get().to()) : Optional.empty();
        }
        return open;
    }

    /** To the end of the last period that follows without a break. */
    private OpenPeriod whole(OpenPeriod begin, LocalDate on) {
        Instant from = begin.from();
        Instant to = begin.to();
        for (int day = 0; day <= LONGEST_OPEN_DAYS; day++) {
            Instant before = to;
            for (OpenPeriod next : on(on.plusDays(day))) {
                to = next.from().equals(to) ? next.to() : to;
            }
            if (day > 0 && to.equals(before)) {
                return new OpenPeriod(from, to);
            }
        }
        return new OpenPeriod(from, Instant.MAX);
    }

    private List<OpenPeriod> on(LocalDate day) {
        if (holidays.on(day)) {
            return List.of();
        }
        List<OpenPeriod> periods = new ArrayList<>();
        for (WeeklyHours.Span span : weekly.on(day.getDayOfWeek())) {
            Instant from = first(day.atTime(span.begins()));
            Instant to =
                    first(
                            span.toMidnight()
                                    ? day.plusDays(1).atStartOfDay()
                                    : day.atStartOfDay().plusMinutes(span.to()));
            if (from.isBefore(to)) {
                periods.add(new OpenPeriod(from, to));
            }
        }
        return periods;
    }

    /** The first moment at which the clock on the wall shows this or later. */
    private Instant first(LocalDateTime shown) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(shown);
        return offsets.isEmpty()
                ? rules.getTransition(shown).getInstant()
                : shown.toInstant(offsets.getFirst());
    }
}
