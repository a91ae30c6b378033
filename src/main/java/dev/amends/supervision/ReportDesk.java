package dev.amends.supervision;

import dev.amends.line.Line;
import dev.amends.supervision.Learning.Span;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be learned from what is on record: reports over a time, of all lines or one. */
public final class ReportDesk {

    private static final int LONGEST_DAYS = 400;

    private final Learning learning;
    private final List<Line> lines;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * @param zone in which days of all lines together begin
     */
    public ReportDesk(Learning learning, List<Line> lines, ZoneId zone, InstantSource clock) {
        this.learning = learning;
        this.lines = List.copyOf(lines);
        this.zone = zone;
        this.clock = clock;
    }

    /** What a report can be about. */
    public enum About {
        CAUSES,
        TREATMENTS,
        PROMISES,
        REPS,
        WAITS;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Of what.
     *
     * @param line its name; nothing for all lines
     * @param from the first day, such as {@code 2026-11-01}; nothing for {@code days} before the
     *     end
     * @param to the last day; nothing for now
     */
    public record Wanted(
            About about,
            Optional<String> line,
            int days,
            Optional<String> from,
            Optional<String> to) {}

    /** What came of it. */
    public sealed interface Answer {

        /** The report. */
        record Told(Report report) implements Answer {}

        /** None, and why. */
        record Refused(String why) implements Answer {}
    }

    /** A report. */
    public Answer report(Wanted wanted) {
        Optional<Line> line = wanted.line().flatMap(this::line);
        if (wanted.line().isPresent() && line.isEmpty()) {
            return new Answer.Refused("there is no such line in the settings");
        }
        Instant now = clock.instant();
        ZoneId days = line.map(Line::zone).orElse(zone);
        try {
            Instant to = wanted.to().map(day -> after(day, days)).orElse(now);
            Instant from =
                    wanted.from()
                            .map(day -> LocalDate.parse(day).atStartOfDay(days).toInstant())
                            .orElse(to.minus(wanted.days(), ChronoUnit.DAYS));
            return span(from, to)
                    .<Answer>map(span ->
                            new Answer.Told(
                                    told(
                                            wanted.about(),
                                            new Reports(
                                                    new Past(learning, span, wanted.line()),
                                                    days,
                                                    now))))
                    .orElseGet(() ->
                            new Answer.Refused(
                                    "the time must be from 1 to %d days, the first before the last"
                                            .formatted(LONGEST_DAYS)));
        } catch (DateTimeException e) {
            return new Answer.Refused("a day is written as 2026-11-01");
        }
    }

    private static Instant after(String day, ZoneId zone) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<Span> span(Instant from, Instant to) {
        boolean fits =
                from.isBefore(to) && !from.plus(LONGEST_DAYS + 1, ChronoUnit.DAYS).isBefore(to);
        return fits ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    private Optional<Line> line(String name) {
        return lines.stream().filter(line -> line.name().value().equals(name)).findFirst();
    }

    private static Report told(About about, Reports reports) {
        Report report =
                switch (about) {
                    case CAUSES -> reports.causes();
                    case TREATMENTS -> reports.treatments();
                    case PROMISES -> reports.promises();
                    case REPS -> reports.reps();
                    case WAITS -> reports.waits();
                };
        List<String> notes = new ArrayList<>(List.of(reports.time()));
        notes.addAll(report.notes());
        return new Report(report.name(), report.columns(), report.rows(), notes);
    }
}
