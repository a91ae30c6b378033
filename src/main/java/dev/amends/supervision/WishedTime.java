package dev.amends.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** A time at which somebody is to be called, as a person writes it in an order. Pure. */
sealed interface WishedTime {

    /** Nobody promises anything further ahead. */
    Duration FURTHEST = Duration.ofDays(366);

    /** That moment; of an hour that comes twice, the first one. */
    record At(Instant instant) implements WishedTime {}

    /** No time that can be meant, and what to write instead. */
    record Wrong(String why) implements WishedTime {}

    /** Reads {@code 2026-12-01 10:00}, or {@code 10:00} for today, by the clock of this zone. */
    static WishedTime read(String text, ZoneId zone, Instant now) {
        ZonedDateTime here = now.atZone(zone);
        Optional<LocalDateTime> local = local(text.strip(), here);
        if (local.isEmpty()) {
            return new Wrong(
                    "this is no time; write it as \"%s\", or as \"%s\" for today"
                            .formatted(
                                    Words.DAY.format(here.plusDays(1)), Words.TIME.format(here)));
        }
        ZoneOffsetTransition gap = zone.getRules().getTransition(local.get());
        if (gap != null && gap.isGap()) {
            return new Wrong(
                    "there is no such time in %s: clocks go from %s to %s then"
                            .formatted(
                                    zone,
                                    Words.TIME.format(gap.getDateTimeBefore()),
                                    Words.TIME.format(gap.getDateTimeAfter())));
        }
        return future(local.get().atZone(zone), here);
    }

    private static WishedTime future(ZonedDateTime at, ZonedDateTime here) {
        if (at.toInstant().isBefore(here.toInstant())) {
            return new Wrong(
                    "this time is over: it is %s in %s"
                            .formatted(Words.DAY.format(here), here.getZone()));
        }
        return at.toInstant().isAfter(here.toInstant().plus(FURTHEST))
                ? new Wrong("this is more than a year ahead")
                : new At(at.toInstant());
    }

    private static Optional<LocalDateTime> local(String text, ZonedDateTime here) {
        try {
            return Optional.of(
                    text.contains("-")
                            ? LocalDateTime.parse(text.replace('T', ' '), Words.WRITTEN_DAY)
                            : LocalTime.parse(text, Words.WRITTEN_TIME).atDate(here.toLocalDate()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How times are said, and how they may be written: an hour may have one digit. */
    final class Words {
        static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
        static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
        private static final DateTimeFormatter WRITTEN_DAY = strict("uuuu-MM-dd H:mm");
        private static final DateTimeFormatter WRITTEN_TIME = strict("H:mm");

        private Words() {}

        private static DateTimeFormatter strict(String pattern) {
            return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
        }
    }
}
