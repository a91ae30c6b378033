package dev.amends.supervision;

import dev.amends.line.Line;
import dev.amends.supervision.Learning.Span;

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

    /** Of how many days a report is where nothing else is said. */
    public static final int USUAL_DAYS = 30;

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
     * @param days so many before the end, {@link #USUAL_DAYS} where nothing is said; not together
     *     with {@code from}
     * @param from the first day, such as {@code 2026-11-01}
     * @param to the last day; nothing for now
     */
    public record Wanted(
            About about,
            Optional<String> line,
            Optional<Integer> days,
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
            return new Answer.Refused(Addressees.noSuchLine(lines));
        }
        if (wanted.days().isPresent() && wanted.from().isPresent()) {
            return new Answer.Refused("either so many days, or from a day on, not both");
        }
        Instant now = clock.instant();
        ZoneId days = line.map(Line::zone).orElse(zone);
        Optional<LocalDate> first = wanted.from().flatMap(Day::read);
        Optional<LocalDate> last = wanted.to().flatMap(Day::read);
        if (first.isEmpty() != wanted.from().isEmpty() || last.isEmpty() != wanted.to().isEmpty()) {
            return new Answer.Refused(Day.WRONG);
        }
        Instant to = last.map(day -> begin(day.plusDays(1), days)).orElse(now);
        Instant from =
                first.map(day -> begin(day, days))
                        .orElse(to.minus(wanted.days().orElse(USUAL_DAYS), ChronoUnit.DAYS));
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
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
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
