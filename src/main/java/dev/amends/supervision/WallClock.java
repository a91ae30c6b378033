package dev.amends.supervision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Says times as the people who read say them: today's without the date. */
record WallClock(ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** The same time, by the clock of another zone. */
    WallClock in(ZoneId other) {
        return new WallClock(other, now);
    }

    /** The same moment in this zone. */
    ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    String says(Instant at) {
        return (today(at) ? TIME : DAY).format(local(at));
    }

    /** To the minute. */
    String minute(Instant at) {
        return (today(at) ? MINUTE : DAY_MINUTE).format(local(at));
    }

    private boolean today(Instant at) {
        return local(at).toLocalDate().equals(local(now).toLocalDate());
    }
}
