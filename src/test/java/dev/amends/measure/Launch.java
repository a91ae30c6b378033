package dev.amends.measure;

import dev.amends.dialing.LaunchWay;
import dev.amends.rehearsal.Outcome;
import dev.amends.rehearsal.Rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The benchmark {@code launch}: when to ring promised callers, in an hour with more callers than
 * the reps can serve. First the ways that the literature compares, on a line that knows its
 * callers, beside what was published of them; then Amends' own, on one that has to learn.
 */
final class Launch {

    static final long SEED = 20261121;
    private static final int HOURS = 40;
    private static final int QUICK_HOURS = 6;
    private static final Duration RESERVE = Duration.ofSeconds(8);

    private static final double LEAST_OF_ORACLE = 0.98;
    private static final double MOST_REP_SECONDS = 2.4;
    private static final double WITHIN = 0.1;

    private Launch() {}

    /** What there is to compare: with 24 reps and with 60. */
    private enum Size {
        SMALL(24, 11),
        LARGE(60, 5);

        private final int reps;

        /** Goal: how long called persons hold at most, on average. */
        private final double mostHold;

        Size(int reps, double mostHold) {
            this.reps = reps;
            this.mostHold = mostHold;
        }
    }

    /** What was published of a way: abandonment and rings in time in %, rep and hold seconds. */
    private record Published(double abandoned, double inTime, double rep, double hold) {}

    /** A way, how it is made for so many reps, and what was published of it. */
    private record Row(IntFunction<Surge.Way> way, Published small, Published large) {
        Published published(Size size) {
            return size == Size.SMALL ? small : large;
        }
    }

    private static final List<Row> PUBLISHED =
            List.of(
                    new Row(
                            _ -> Surge.none(),
                            new Published(13.0, 0, 0, 0),
                            new Published(12.0, 0, 0, 0)),
                    new Row(
                            _ -> Surge.oracle(),
                            new Published(12.4, 97.7, 0, 0),
                            new Published(11.6, 99.2, 0, 0)),
                    new Row(
                            _ -> Surge.shipped("rep first, by events", LaunchWay.REP_FIRST),
                            new Published(12.6, 99.0, 16.2, 0),
                            new Published(12.0, 99.8, 16.2, 0)),
                    new Row(
                            _ -> Surge.other("rep first, polled", Polled::new),
                            new Published(5.1, 13.8, 16.2, 0),
                            new Published(3.7, 4.4, 16.2, 0)),
                    new Row(
                            reps -> lead(60, Duration.ZERO, reps),
                            new Published(12.0, 99.5, 0, 14.6),
                            new Published(11.3, 100, 0, 6.7)),
                    new Row(
                            reps -> lead(50, RESERVE, reps),
                            new Published(11.8, 97.7, 1.7, 10.7),
                            new Published(11.4, 99.5, 2.1, 4.5)),
                    new Row(
                            reps -> lead(20, RESERVE, reps),
                            new Published(8.1, 28.5, 2.4, 4.7),
                            new Published(7.3, 18.1, 3.9, 1.6)));

    private static Surge.Way lead(int seconds, Duration reserve, int reps) {
        return Surge.other(
                "lead %d s, reserve %d s".formatted(seconds, reserve.toSeconds()),
                () -> new FixedLead(seconds, reserve, reps));
    }

    /** Amends, caller first, on a line that has to learn. */
    static Surge.Way amends() {
        return Surge.shipped("Amends, caller first", LaunchWay.CALLER_FIRST).learning();
    }

    public static void main(String[] words) throws Exception {
        Arguments.program(words, Launch::run);
    }

    private static int run(Arguments arguments) {
        Rehearsal.Days hours = new Rehearsal.Days(SEED, arguments.quick() ? QUICK_HOURS : HOURS);
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d hours with each way and 24 / 60 reps; published figures in brackets%n"
                        + "%-23s %22s %24s %24s %24s%n",
                SEED,
                hours.count(),
                "way",
                "abandoned %",
                "first ring in time %",
                "rep s per ring",
                "hold s");
        Figures figures = new Figures("launch", Machine.here(Map.of()), arguments.quick());
        int cells = 0;
        int near = 0;
        for (Row row : PUBLISHED) {
            Line line = new Line(row.way().apply(Size.SMALL.reps).name());
            for (Size size : Size.values()) {
                Outcome outcome = Surge.play(row.way().apply(size.reps), size.reps, hours);
                line.add(outcome, row.published(size));
            }
            System.out.println(line.text());
            cells += line.cells;
            near += line.near;
        }
        figures.tell("published figures that come out within 10 %, of " + cells, near, "");
        for (Size size : Size.values()) {
            judge(size, hours, figures);
        }
        return figures.conclude(arguments.json());
    }

    private static void judge(Size size, Rehearsal.Days hours, Figures figures) {
        String name = size.reps + " reps: ";
        Outcome oracle = Surge.play(Surge.oracle().learning(), size.reps, hours);
        Outcome amends = Surge.play(amends(), size.reps, hours);
        figures.tell(name + "oracle, first ring in time", 100 * oracle.rungInTime(), "%");
        figures.tell(name + "first ring in time", 100 * amends.rungInTime(), "%");
        figures.tell(name + "abandoned", 100 * amends.abandonment(), "%");
        figures.judge(
                name + "first ring in time, Amends / oracle",
                amends.rungInTime() / oracle.rungInTime(),
                "×",
                Figure.Goal.atLeast(LEAST_OF_ORACLE));
        figures.judge(
                name + "reps wait for a called person",
                amends.repSecondsPerRing(),
                "s",
                Figure.Goal.atMost(MOST_REP_SECONDS));
        figures.judge(
                name + "called persons hold",
                amends.holds().mean(),
                "s",
                Figure.Goal.atMost(size.mostHold));
    }

    /** One line of the table: with 24 reps and with 60. */
    private static final class Line {
        private final String name;
        private final StringBuilder[] columns = new StringBuilder[4];
        private int cells;
        private int near;

        Line(String name) {
            this.name = name;
            for (int i = 0; i < columns.length; i++) {
                columns[i] = new StringBuilder();
            }
        }

        void add(Outcome outcome, Published published) {
            cell(0, 100 * outcome.abandonment(), published.abandoned());
            cell(1, 100 * outcome.rungInTime(), published.inTime());
            cell(2, outcome.repSecondsPerRing(), published.rep());
            cell(3, outcome.holds().mean(), published.hold());
        }

        private void cell(int column, double ours, double theirs) {
            columns[column].append(columns[column].isEmpty() ? "" : " / ");
            if (theirs == 0) {
                columns[column].append(ours == 0 ? "-" : "%.1f".formatted(ours));
                return;
            }
            boolean close = Math.abs(ours / theirs - 1) <= WITHIN;
            cells++;
            near += close ? 1 : 0;
            columns[column].append(
                    String.format(Locale.ROOT, "%.1f (%.1f)%s", ours, theirs, close ? "" : "!"));
        }

        String text() {
            return "%-23s %22s %24s %24s %24s"
                    .formatted(name, columns[0], columns[1], columns[2], columns[3]);
        }
    }
}
