package dev.amends.simulation;

import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.WeeklyHours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Which day it is, and when the line is open: a morning, an evening just before closing, or the
 * nights in which the clocks are put forward and back.
 */
enum Scenario {
    MORNING("2026-11-04T09:10", "08:00", "20:00", Scenario.MANY_CALLS),
    EVENING("2026-11-04T16:20", "08:00", "18:00", Scenario.MANY_CALLS),
    SPRING("2026-03-08T00:40", "00:00", "24:00", Scenario.MANY_CALLS),
    AUTUMN("2026-11-01T00:40", "00:00", "24:00", Scenario.FEW_CALLS);

    private static final int MANY_CALLS = 60;

    /** After a night everybody is due at once: so few that most of them have to wait for it. */
    private static final int FEW_CALLS = 12;

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Where callers live: their area codes, and the clocks there. */
    static final List<String> AREAS = List.of("212", "312", "415", "808");

    private static final List<ZoneId> ZONES =
            List.of(
                    ZONE,
                    ZoneId.of("America/Chicago"),
                    ZoneId.of("America/Los_Angeles"),
                    ZoneId.of("Pacific/Honolulu"));

    private final String start;
    private final String opens;
    private final String closes;
    private final int callsAnHour;
    private final LocalTime from;

    /** Not this one any more; with "24:00" it never closes. */
    private final Optional<LocalTime> to;

    Scenario(String start, String opens, String closes, int callsAnHour) {
        this.start = start;
        this.opens = opens;
        this.closes = closes;
        this.callsAnHour = callsAnHour;
        this.from = LocalTime.parse(opens);
        this.to = closes.equals("24:00") ? Optional.empty() : Optional.of(LocalTime.parse(closes));
    }

    static ZoneId zone(String areaCode) {
        return ZONES.get(AREAS.indexOf(areaCode));
    }

    Instant start() {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(start), ZONE).toInstant();
    }

    /** Whether somebody is there at this moment: told by the clock on the wall alone. */
    boolean open(Instant wall) {
        LocalTime time = wall.atZone(ZONE).toLocalTime();
        return to.isEmpty() || !time.isBefore(from) && time.isBefore(to.get());
    }

    /** As many may be dialled within an hour. */
    int callsAnHour() {
        return callsAnHour;
    }

    Line line(int offerWhenWaiting) {
        WeeklyHours weekly = WeeklyHours.read("mon-sun " + opens + "-" + closes).orElseThrow();
        return new Line(
                Daemon.SUPPORT,
                "support",
                "support-senior",
                offerWhenWaiting,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                new Hours(weekly, Holidays.NONE, Duration.ZERO, ZONE));
    }
}
