package dev.amends.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.caller.RecognitionSettings;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.PassedOver;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Days of a virtual call centre with twelve reps, two of them seniors, and a busy hour. */
class RehearsalTest {

    private static final Duration WRAP_UP = Duration.ofSeconds(20);

    private static final Assumptions BUSY =
            new Assumptions(
                    new Assumptions.Crowd(180, 140, 3, 10),
                    new Assumptions.Habits(200, 180, 45, 75),
                    new Assumptions.Staffing(12, 2, (int) WRAP_UP.toSeconds(), 10));

    @ParameterizedTest
    @EnumSource(LaunchWay.class)
    void the_same_seed_gives_the_same_day_to_the_last_event(LaunchWay way) {
        List<String> day = trace(way, 7);

        assertThat(day).hasSizeGreaterThan(1000).isEqualTo(trace(way, 7));
        assertThat(day).isNotEqualTo(trace(way, 8));
    }

    @ParameterizedTest
    @EnumSource(LaunchWay.class)
    void nobody_gets_lost(LaunchWay way) {
        Outcome outcome = play(way, BUSY, 1);

        assertThat(outcome.promises()).isGreaterThan(20);
        assertThat(outcome.met() + outcome.broken()).isEqualTo(outcome.promises());
        assertThat(outcome.waits().count() + outcome.promises()).isEqualTo(outcome.callers());
    }

    @ParameterizedTest
    @EnumSource(LaunchWay.class)
    void no_rep_has_two_at_a_time_and_none_has_a_call_in_his_wrap_up(LaunchWay way) {
        Map<String, Instant> until = new HashMap<>();
        for (String line : trace(way, 3)) {
            String[] words = line.split(" ");
            Instant at = Instant.parse(words[0]);
            String rep = words[words.length - 1];
            if (line.contains(" served by ") || line.contains(" speaks with ")) {
                assertThat(at).as(line).isAfterOrEqualTo(until.getOrDefault(rep, Instant.MIN));
                until.put(rep, Instant.MAX);
            } else if (line.contains(" has finished with ")) {
                until.put(rep, at.plus(WRAP_UP));
            }
        }
        assertThat(until).hasSize(12);
    }

    @Test
    void callers_are_the_same_whatever_the_rules() {
        assertThat(comings(LaunchWay.REP_FIRST)).isEqualTo(comings(LaunchWay.CALLER_FIRST));
    }

    private static List<String> comings(LaunchWay way) {
        return trace(way, 5).stream()
                .filter(line -> line.contains(" comes: "))
                .map(line -> line.substring(0, line.indexOf(" comes: ")))
                .toList();
    }

    @Test
    void with_the_rep_first_nobody_holds_and_with_the_caller_first_reps_hardly_wait() {
        Outcome repFirst = play(LaunchWay.REP_FIRST, BUSY, 2);
        Outcome callerFirst = play(LaunchWay.CALLER_FIRST, BUSY, 2);

        assertThat(repFirst.holds().mean()).isZero();
        assertThat(repFirst.repSecondsPerRing()).isGreaterThan(15);
        assertThat(callerFirst.repSecondsPerRing()).isBetween(0.1, 4.0);
        assertThat(callerFirst.holds().mean()).isBetween(1.0, 40.0);
    }

    @Test
    void auto_is_rep_first_where_a_rep_is_seldom_free() {
        Assumptions few =
                new Assumptions(
                        new Assumptions.Crowd(60, 150, 3, 0),
                        BUSY.habits(),
                        new Assumptions.Staffing(4, 0, 0, 0));

        assertThat(play(LaunchWay.AUTO, few, 4).holds().mean()).isZero();
    }

    @Test
    void upset_callers_reach_seniors_more_often_than_chance_would_have_it() {
        assertThat(play(LaunchWay.REP_FIRST, BUSY, 6).withSenior()).isGreaterThan(2.0 / 12);
    }

    @Test
    void a_line_with_many_more_reps_than_callers_lets_nobody_wait() {
        Assumptions idle =
                new Assumptions(
                        new Assumptions.Crowd(30, 100, 3, 0),
                        BUSY.habits(),
                        new Assumptions.Staffing(30, 0, 0, 0));
        Outcome outcome = play(LaunchWay.REP_FIRST, idle, 1);

        assertThat(outcome.waits().mean()).isCloseTo(0, within(0.001));
        assertThat(outcome.promises()).isZero();
    }

    /** Erlang A: a birth-death process gives 20.8 % abandonment for this line in the long run. */
    @Test
    void abandonment_is_about_what_theory_says() {
        Assumptions overloaded =
                new Assumptions(
                        new Assumptions.Crowd(180, 100, 24, 0),
                        new Assumptions.Habits(240, 300, 0, 100),
                        new Assumptions.Staffing(10, 0, 0, 0));

        assertThat(play(LaunchWay.REP_FIRST, overloaded, 9).abandonment())
                .isCloseTo(0.208, within(0.03));
    }

    @ParameterizedTest
    @EnumSource(LaunchWay.class)
    void nobody_is_passed_who_came_earlier(LaunchWay way) {
        PassedOver passed = play(way, BUSY, 2).passedOver();

        assertThat(passed.served()).isGreaterThan(400);
        assertThat(passed).isEqualTo(new PassedOver(passed.served(), 0, 0, Duration.ZERO));
    }

    @Test
    void where_those_on_the_line_always_win_it_is_counted_that_promised_callers_starve() {
        PassedOver passed = play(LineFirst::new).passedOver();

        assertThat(passed.promised()).isGreaterThan(1000);
        assertThat(passed.onTheLine()).isZero();
        assertThat(passed.longest()).isGreaterThan(Duration.ofMinutes(15));
    }

    @Test
    void where_promised_callers_always_win_it_is_counted_that_those_on_the_line_starve() {
        PassedOver passed = play(HoldersFirst::new).passedOver();

        assertThat(passed.onTheLine()).isGreaterThan(50);
        assertThat(passed.longest()).isGreaterThan(Duration.ofMinutes(5));
    }

    private static Outcome play(Supplier<Launching> launching) {
        return new Rehearsal(rules(LaunchWay.REP_FIRST), BUSY)
                .play(new Rehearsal.Days(2, 1), launching, _ -> {}, _ -> {});
    }

    /** Promised callers get a rep only if nobody waits on the line. */
    private static final class LineFirst implements Launching {
        @Override
        public List<Ring> ring(Moment moment) {
            return List.of();
        }

        @Override
        public boolean repFirst(InOrder due, Moment moment) {
            return moment.order().stream().noneMatch(InOrder::onTheLine);
        }

        @Override
        public Optional<Duration> keep(InOrder ringing, Moment moment) {
            return Optional.empty();
        }
    }

    /** Everybody is rung at once, and who answers comes before those on the line. */
    private static final class HoldersFirst implements Launching {
        @Override
        public List<Ring> ring(Moment moment) {
            return moment.order().stream()
                    .filter(one -> one.stage() == Stage.DUE)
                    .map(one -> new Ring(one.id(), false))
                    .toList();
        }

        @Override
        public boolean repFirst(InOrder due, Moment moment) {
            return false;
        }

        @Override
        public Optional<Duration> keep(InOrder ringing, Moment moment) {
            return Optional.empty();
        }

        @Override
        public boolean holdersFirst() {
            return true;
        }
    }

    private static Outcome play(LaunchWay way, Assumptions assumed, long seed) {
        return new Rehearsal(rules(way), assumed).play(new Rehearsal.Days(seed, 1), _ -> {});
    }

    private static List<String> trace(LaunchWay way, long seed) {
        List<String> lines = new ArrayList<>();
        Rules rules = rules(way);
        new Rehearsal(rules, BUSY)
                .play(
                        new Rehearsal.Days(seed, 1),
                        () -> new Shipped(rules.calls()),
                        _ -> {},
                        lines::add);
        return lines;
    }

    private static Rules rules(LaunchWay way) {
        Line line =
                new Line(
                        new LineName("support"),
                        "support",
                        "support-senior",
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        ZoneOffset.UTC);
        return new Rules(
                line,
                new RecognitionSettings(
                        2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14)),
                new RetryPolicy(new RetrySettings(2, 5, Duration.ofMinutes(5))),
                new Rules.Calls(Duration.ofSeconds(25), 50, LaunchSettings.of(way)));
    }
}
