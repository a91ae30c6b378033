package dev.amends.supervision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Says times as the people who read say them: today's without the date. */
record WallClock(ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** The same moment in this zone. */
    ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    String says(Instant at) {
        boolean today = local(at).toLocalDate().equals(local(now).toLocalDate());
        return (today ? TIME : DAY).format(local(at));
    }
}
