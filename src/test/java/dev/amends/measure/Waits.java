package dev.amends.measure;

import dev.amends.line.ExpectedWait;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The benchmark {@code waits}: how good spoken waits are, Amends beside the formulas of Asterisk,
 * VICIdial and Cisco on the same simulated days. Nothing is told to Amends but events; handling
 * time and patience are its own estimates. The first hour of each day is not counted, for anybody.
 */
final class Waits {

    private static final double HANDLING = 240;
    private static final double PATIENCE = 300;
    private static final double DAY = 9 * 3600;
    private static final double FIRST_HOUR = 3600;
    private static final int DAYS = 60;
    private static final int QUICK_DAYS = 15;
    private static final long SEED = 20261121;

    private static final double MOST_OF_ASTERISK = 0.75;
    private static final double LEAST_COVERED = 0.76;
    private static final double MOST_COVERED = 0.87;

    private static final List<BusyDay.Kind> KINDS =
            List.of(
                    new BusyDay.Kind("M/M/10+M, load 1.2", 10, 1.2, HANDLING, false, PATIENCE),
                    new BusyDay.Kind("M/M/50+M, load 1.1", 50, 1.1, HANDLING, false, PATIENCE),
                    new BusyDay.Kind("M/LN/10+M, load 1.1", 10, 1.1, HANDLING, true, PATIENCE));

    private Waits() {}

    public static void main(String[] words) throws Exception {
        Arguments.program(words, Waits::run);
    }

    private static int run(Arguments arguments) {
        int days = arguments.quick() ? QUICK_DAYS : DAYS;
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d days of %.0f h for each kind of line, the first hour not counted%n"
                        + "RMSE / mean wait of everybody who must wait; bias; how many waited no"
                        + " longer than told%n%-21s %8s %6s | %6s %8s %8s %6s | %8s %6s %5s %5s%n",
                SEED,
                days,
                DAY / 3600,
                "line",
                "callers",
                "mean",
                "Amends",
                "Asterisk",
                "VICIdial",
                "Cisco",
                "ratio",
                "bias",
                "P80",
                "P90");
        Figures figures = new Figures("waits", Machine.here(Map.of()), arguments.quick());
        for (BusyDay.Kind kind : KINDS) {
            Score score = measure(kind, days);
            System.out.println(score.line(kind.name()));
            score.judge(kind.name(), figures);
        }
        return figures.conclude(arguments.json());
    }

    /** Plays so many days of a kind, each begun without any experience. */
    static Score measure(BusyDay.Kind kind, int days) {
        Score score = new Score();
        for (int day = 0; day < days; day++) {
            new Watched(kind.reps())
                    .live(
                            BusyDay.draw(kind, DAY, SEED + day),
                            told -> {
                                if (told.at() >= FIRST_HOUR) {
                                    score.add(told);
                                }
                            });
        }
        return score;
    }

    /** Sums over everybody who had to wait. */
    static final class Score {
        private int callers;
        private int silent;
        private int within80;
        private int within90;
        private double waited;
        private double said;
        private double amends;
        private double asterisk;
        private double vicidial;
        private double cisco;

        void add(Watched.Told told) {
            if (told.amends().isEmpty()) {
                silent++;
                return;
            }
            ExpectedWait expected = told.amends().get();
            callers++;
            waited += told.offered();
            said += expected.seconds();
            within80 += told.offered() <= seconds(expected.p80()) ? 1 : 0;
            within90 += told.offered() <= seconds(expected.p90()) ? 1 : 0;
            amends += square(expected.seconds() - told.offered());
            asterisk += square(told.rivals().asterisk() - told.offered());
            vicidial += square(told.rivals().vicidial() - told.offered());
            cisco += square(told.rivals().cisco() - told.offered());
        }

        /** How many were told nothing. */
        int silent() {
            return silent;
        }

        double bias() {
            return said / waited - 1;
        }

        double covered80() {
            return (double) within80 / callers;
        }

        double covered90() {
            return (double) within90 / callers;
        }

        double ratio() {
            return Math.sqrt(amends / asterisk);
        }

        boolean good() {
            return ratio() <= MOST_OF_ASTERISK
                    && covered80() >= LEAST_COVERED
                    && covered80() <= MOST_COVERED;
        }

        void judge(String name, Figures figures) {
            figures.judge(
                    name + ": error, Amends / Asterisk",
                    ratio(),
                    "×",
                    Figure.Goal.atMost(MOST_OF_ASTERISK));
            figures.judge(
                    name + ": waited no longer than told (P80)",
                    100 * covered80(),
                    "%",
                    Figure.Goal.atLeast(100 * LEAST_COVERED));
            figures.judge(
                    name + ": the same, not too careful",
                    100 * covered80(),
                    "%",
                    Figure.Goal.atMost(100 * MOST_COVERED));
            figures.tell(name + ": error / mean wait, Amends", relative(amends), "");
            figures.tell(name + ": error / mean wait, Asterisk", relative(asterisk), "");
            figures.tell(name + ": error / mean wait, VICIdial", relative(vicidial), "");
            figures.tell(name + ": error / mean wait, Cisco", relative(cisco), "");
            figures.tell(name + ": bias", 100 * bias(), "%");
            figures.tell(name + ": P90 covers", 100 * covered90(), "%");
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-21s %8d %4.0f s | %6.3f %8.3f %8.3f %6.3f | %8.2f %+5.1f%% %4.1f%% %4.1f%%"
                            + "%s",
                    name,
                    callers,
                    waited / callers,
                    relative(amends),
                    relative(asterisk),
                    relative(vicidial),
                    relative(cisco),
                    ratio(),
                    100 * bias(),
                    100 * covered80(),
                    100 * covered90(),
                    silent == 0 ? "" : "  (" + silent + " told nothing)");
        }

        private double relative(double squares) {
            return Math.sqrt(squares / callers) / (waited / callers);
        }

        private static double square(double value) {
            return value * value;
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }
    }
}
