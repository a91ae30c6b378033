package dev.amends.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.TemperSettings;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.routing.SeniorTerms;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Upset callers reach seniors, and the others pay little for it: 20 reps and 4 seniors, each caller
 * in so many hundred upset, the same callers under each rule.
 */
class UpsetCallersTest {

    private static final Rehearsal.Days DAYS = new Rehearsal.Days(20261128, 5);
    private static final int REPS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration TALK = Duration.ofSeconds(180);

    /** The settings that are compared. */
    private enum Way {
        FIRST_COME(0, 0, false),
        HEAD_START(25, 0, false),
        SENIORS_FIRST(25, 10, false),
        ONE_KEPT_FREE(25, 10, true);

        private final int mostPercent;
        private final int seniorsOnly;
        private final boolean keepsOneFree;

        Way(int mostPercent, int seniorsOnly, boolean keepsOneFree) {
            this.mostPercent = mostPercent;
            this.seniorsOnly = seniorsOnly;
            this.keepsOneFree = keepsOneFree;
        }
    }

    @Test
    void on_a_full_line_one_senior_kept_free_brings_two_of_three_upset_callers_to_a_senior() {
        Outcome firstCome = play(Way.FIRST_COME, 0.98, 0.15);
        Outcome kept = play(Way.ONE_KEPT_FREE, 0.98, 0.15);

        assertThat(kept.withSenior()).isGreaterThanOrEqualTo(0.65);
        assertThat(upset(kept, firstCome)).isLessThanOrEqualTo(0.55);
        assertThat(others(kept, firstCome)).isLessThanOrEqualTo(1.30);
    }

    @Test
    void on_a_line_with_air_it_is_nearly_three_of_four() {
        Outcome firstCome = play(Way.FIRST_COME, 0.85, 0.15);
        Outcome kept = play(Way.ONE_KEPT_FREE, 0.85, 0.15);

        assertThat(kept.withSenior()).isGreaterThanOrEqualTo(0.72);
        assertThat(upset(kept, firstCome)).isLessThanOrEqualTo(0.85);
        assertThat(others(kept, firstCome)).isLessThanOrEqualTo(1.30);
        Outcome headStart = play(Way.HEAD_START, 0.85, 0.15);
        assertThat(upset(headStart, firstCome)).isLessThanOrEqualTo(0.5);
        assertThat(others(headStart, firstCome)).isLessThanOrEqualTo(1.12);
    }

    @Test
    void the_head_start_alone_halves_their_wait_and_costs_the_others_little() {
        Outcome firstCome = play(Way.FIRST_COME, 0.98, 0.15);
        Outcome headStart = play(Way.HEAD_START, 0.98, 0.15);

        assertThat(upset(headStart, firstCome)).isLessThanOrEqualTo(0.5);
        assertThat(others(headStart, firstCome)).isLessThanOrEqualTo(1.12);
    }

    @Test
    void some_seconds_for_seniors_alone_bring_more_of_them_to_a_senior_and_cost_them_time() {
        Outcome firstCome = play(Way.FIRST_COME, 0.98, 0.15);
        Outcome first = play(Way.SENIORS_FIRST, 0.98, 0.15);

        assertThat(first.withSenior()).isGreaterThanOrEqualTo(0.38);
        assertThat(upset(first, firstCome)).isBetween(0.6, 0.9);
        assertThat(others(first, firstCome)).isLessThanOrEqualTo(1.12);
        Outcome firstComeInCalm = play(Way.FIRST_COME, 0.85, 0.15);
        Outcome firstInCalm = play(Way.SENIORS_FIRST, 0.85, 0.15);
        assertThat(firstInCalm.withSenior()).isGreaterThanOrEqualTo(0.48);
        assertThat(upset(firstInCalm, firstComeInCalm)).isLessThanOrEqualTo(1.55);
        assertThat(others(firstInCalm, firstComeInCalm)).isLessThanOrEqualTo(1.12);
    }

    @Test
    void where_two_of_five_are_upset_the_others_still_do_not_starve() {
        Outcome firstCome = play(Way.FIRST_COME, 0.98, 0.4);
        for (Way way : List.of(Way.HEAD_START, Way.SENIORS_FIRST, Way.ONE_KEPT_FREE)) {
            Outcome outcome = play(way, 0.98, 0.4);
            assertThat(
                            outcome.othersWaits().quantile(0.99)
                                    / firstCome.othersWaits().quantile(0.99))
                    .as(way.name())
                    .isLessThanOrEqualTo(1.35);
        }
    }

    private static double upset(Outcome one, Outcome other) {
        return one.upsetWaits().mean() / other.upsetWaits().mean();
    }

    private static double others(Outcome one, Outcome other) {
        return one.othersWaits().mean() / other.othersWaits().mean();
    }

    private static Outcome play(Way way, double load, double upset) {
        return new Rehearsal(rules(way), world(load, upset)).play(DAYS, _ -> {});
    }

    private static World world(double load, double upset) {
        double callsAnHour = load * REPS * 3600 / TALK.toSeconds();
        return new World(
                List.of(
                        new World.Spell(Duration.ofHours(1), callsAnHour, false),
                        new World.Spell(Duration.ofHours(20), callsAnHour, true)),
                new World.People(PATIENCE, TALK, 0, upset),
                new World.Phones(1, 0, 0, Duration.ofSeconds(12), Duration.ofSeconds(8), TALK),
                new World.Team(REPS, 4, Duration.ZERO, Duration.ofHours(2), Duration.ZERO),
                true);
    }

    private static Rules rules(Way way) {
        TemperSettings usual = TemperSettings.USUAL;
        return new Rules(
                new Line(
                        new LineName("support"),
                        "support",
                        "support-senior",
                        1000,
                        Duration.ofSeconds(way.seniorsOnly),
                        Duration.ofSeconds(60),
                        Duration.ofHours(2),
                        ZoneOffset.UTC),
                new RecognitionSettings(
                        2,
                        Duration.ofDays(7),
                        Duration.ofMinutes(10),
                        Duration.ofDays(14),
                        new TemperSettings(
                                usual.strainedFrom(),
                                usual.upsetFrom(),
                                usual.points(),
                                usual.halfLife(),
                                usual.longWait(),
                                way.mostPercent)),
                new SeniorTerms(way.keepsOneFree, Duration.ZERO, Duration.ofSeconds(8)),
                new RetryPolicy(new RetrySettings(2, 5, Duration.ofMinutes(5))),
                new Rules.Calls(
                        Duration.ofSeconds(25), 50, LaunchSettings.of(LaunchWay.REP_FIRST)));
    }
}
