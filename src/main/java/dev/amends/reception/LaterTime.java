package dev.amends.reception;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** A time at which a caller can be called: what is said of it, and what is meant. */
record LaterTime(Instant at, ZonedDateTime local, LocalDate today) {

    private static final Duration ROUND_FROM = Duration.ofMinutes(10);
    private static final int FULL_MINUTES = 5;

    /**
     * The time that lies so far from now, as the clock on the wall has it: from ten minutes on up
     * to the next full five minutes, as people make appointments; a whole day stays as it is.
     */
    static LaterTime in(Duration away, Instant now, ZoneId zone) {
        Instant exact = now.plus(away);
        boolean round = away.compareTo(ROUND_FROM) >= 0 && away.compareTo(Duration.ofDays(1)) < 0;
        return at(round ? rounded(exact, zone) : exact, now, zone);
    }

    /** The time at this moment, said now. */
    static LaterTime at(Instant moment, Instant now, ZoneId zone) {
        return new LaterTime(moment, moment.atZone(zone), now.atZone(zone).toLocalDate());
    }

    /** The same, said to him. */
    static LaterTime at(Instant moment, SpokenTo him) {
        return at(moment, him.now(), him.line().zone());
    }

    /** Whether it is on the day on which it is said. */
    boolean isToday() {
        return day().equals(today);
    }

    /** Another moment, on the same clock. */
    LaterTime movedTo(Instant moment) {
        return new LaterTime(moment, moment.atZone(local.getZone()), today);
    }

    /** The day it is on. */
    LocalDate day() {
        return local.toLocalDate();
    }

    private static Instant rounded(Instant exact, ZoneId zone) {
        ZonedDateTime minute = exact.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        boolean full = minute.toInstant().equals(exact) && minute.getMinute() % FULL_MINUTES == 0;
        return full
                ? exact
                : minute.plusMinutes(FULL_MINUTES - minute.getMinute() % FULL_MINUTES).toInstant();
    }
}
