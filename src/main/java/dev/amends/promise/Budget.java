package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What promised calls may cost. Minutes are counted as carriers do, each started one whole, on the
 * day on which the call began.
 *
 * @param minutesADay how many may be talked in a day
 * @param minutesAMonth and in a month of the calendar
 * @param callsAnHour how often somebody may be dialled within an hour, whatever comes of it
 * @param longestMinutes after how many minutes a call is ended
 * @param zone by which clock a day begins
 */
public record Budget(
        int minutesADay, int minutesAMonth, int callsAnHour, int longestMinutes, ZoneId zone) {

    /** Where nothing is too dear. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Everything is allowed; a call ends after a day. */
    public static final Budget NONE =
            new Budget(UNLIMITED, UNLIMITED, UNLIMITED, 24 * 60, ZoneOffset.UTC);

    /** So much before its last minute is over a call is ended, that no further one is started. */
    private static final Duration SPARE = Duration.ofSeconds(5);

    public Budget {
        if (minutesADay < 1 || minutesAMonth < 1 || callsAnHour < 1 || longestMinutes < 1) {
            throw new IllegalArgumentException("a budget that allows nothing");
        }
    }

    /** Whether minutes are counted at all. */
    boolean countsMinutes() {
        return minutesADay < UNLIMITED || minutesAMonth < UNLIMITED;
    }

    /** After which time a call is ended that may take so many minutes. */
    public static Duration lasts(int minutes) {
        return Duration.ofMinutes(minutes).minus(SPARE);
    }

    /** What a call costs whose line was open for so long. */
    public static int minutes(Duration open) {
        return Math.toIntExact((open.toMillis() + 59_999) / 60_000);
    }

    /** When the day began in which this is. */
    public Instant day(Instant at) {
        return begins(date(at));
    }

    /** When the month began in which this is. */
    public Instant month(Instant at) {
        return begins(date(at).withDayOfMonth(1));
    }

    Instant nextDay(Instant at) {
        return begins(date(at).plusDays(1));
    }

    Instant nextMonth(Instant at) {
        return begins(date(at).withDayOfMonth(1).plusMonths(1));
    }

    private LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant begins(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
