package dev.amends.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.caller.Temper.Level;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TemperPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550123");
    private static final long DAY = 86_400;

    private final RecognitionSettings settings =
            new RecognitionSettings(
                    2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14));
    private final TemperPolicy policy = new TemperPolicy(settings);

    @ParameterizedTest(name = "{0} calls, hung up {1} s ago, flag fades in {2} s: {3}")
    @CsvSource({
        "0,    ,     , CALM",
        "1,    ,     , CALM",
        "2,    ,     , UPSET",
        "9,    ,     , UPSET",
        "0,   1,     , UPSET",
        "0, 600,     , UPSET",
        "0, 601,     , CALM",
        "2, 600,     , UPSET",
        "0,    ,    1, UPSET",
        "0,    ,    0, CALM",
        "0,    ,   -1, CALM"
    })
    void repeat_callers_those_who_hung_up_just_now_and_flagged_ones_are_upset(
            int calls, Long hungUpAgo, Long flagFadesIn, Level level) {
        Temper temper = policy.decide(history(calls, hungUpAgo, flagFadesIn), NOW);
        assertThat(temper.level()).isEqualTo(level);
        assertThat(temper.first()).isEqualTo(level == Level.UPSET);
        assertThat(temper.reason()).endsWith(level.word());
    }

    @ParameterizedTest
    @CsvSource({
        "0, , , 'first call lately, calm'",
        "1, , , '1 earlier call, calm'",
        "3, , , '3 earlier calls in 7 days: 10 points, upset'",
        "0, 45, , 'hung up waiting 45 s ago: 10 points, upset'",
        "0, 150, , 'hung up waiting 2 min ago: 10 points, upset'",
        "0, 7200, , 'hung up waiting 2 h ago: 3 points, calm'",
        "0, , 60, 'flagged: shouted at us: 10 points, upset'",
        "2, 45, 60, 'flagged: shouted at us, hung up waiting 45 s ago, 2 earlier calls in 7 days:"
                + " 30 points, upset'"
    })
    void the_reason_is_one_sentence(int calls, Long hungUpAgo, Long flagFadesIn, String reason) {
        assertThat(policy.decide(history(calls, hungUpAgo, flagFadesIn), NOW).reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest(name = "called {0} s ago: {1} points")
    @CsvSource({"0, 4", "600, 4", "601, 2", "86400, 2", "86401, 0"})
    void an_earlier_call_counts_by_how_long_ago_it_was(long ago, double points) {
        CallerHistory history =
                calls(new CallerHistory.Calls(1, ago(ago), Optional.empty(), Optional.empty()));
        assertThat(policy.decide(history, NOW).points()).isEqualTo(points);
    }

    @ParameterizedTest(name = "waited {0} s: {1} points")
    @CsvSource({"599, 0", "600, 3", "7200, 3"})
    void a_long_wait_of_today_counts(long seconds, double points) {
        CallerHistory history =
                calls(
                        new CallerHistory.Calls(
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Duration.ofSeconds(seconds))));
        assertThat(policy.decide(history, NOW).points()).isEqualTo(points);
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void what_was_seen_counts_half_after_each_half_life(SignalKind kind) {
        double fresh = policy.decide(seen(0, kind), NOW).points();
        assertThat(fresh)
                .isEqualTo(TemperCause.of(kind).map(TemperCause::usualPoints).orElse(0).intValue());
        assertThat(policy.decide(seen(7 * DAY, kind), NOW).points())
                .isCloseTo(fresh / 2, within(1e-9));
        assertThat(policy.decide(seen(21 * DAY, kind), NOW).points())
                .isCloseTo(fresh / 8, within(1e-9));
    }

    @Test
    void what_will_be_seen_after_the_clock_was_put_back_counts_no_more_than_now() {
        assertThat(policy.decide(seen(-DAY, SignalKind.LOW_MARK), NOW).points()).isEqualTo(5);
    }

    @Test
    void small_things_add_up() {
        CallerHistory history = seen(3600, SignalKind.PROMISE_LATE, SignalKind.LOW_MARK);
        Temper strained = policy.decide(history, NOW);
        assertThat(strained.level()).isEqualTo(Level.STRAINED);
        assertThat(strained.first()).isFalse();

        Temper upset =
                policy.decide(seen(0, SignalKind.PROMISE_BROKEN, SignalKind.HAMMERED_KEYS), NOW);
        assertThat(upset.first()).isTrue();
        assertThat(upset.leading()).contains(TemperCause.PROMISE_BROKEN);
        assertThat(upset.reason())
                .isEqualTo(
                        "a promise was not kept 0 s ago, hammered keys 0 s ago: 11 points, upset");
    }

    @Test
    void an_abusive_caller_is_known_as_such_and_comes_no_sooner_for_it() {
        Flag abusive = new Flag(FlagKind.ABUSIVE, "abusive", "", NOW, NOW.plusSeconds(1));
        CallerHistory blank = CallerHistory.BLANK;
        CallerHistory history =
                new CallerHistory(blank.calls(), blank.flag(), Optional.of(abusive), List.of());
        Temper temper = policy.decide(history, NOW);
        assertThat(temper.level()).isEqualTo(Level.ABUSIVE);
        assertThat(temper.first()).isFalse();
        assertThat(temper.reason()).isEqualTo("flagged as abusive, first call lately, abusive");
        assertThat(policy.decide(history, NOW.plusSeconds(1)).level()).isEqualTo(Level.CALM);

        CallerHistory often =
                new CallerHistory(
                        history(2, null, null).calls(),
                        blank.flag(),
                        Optional.of(abusive),
                        List.of());
        assertThat(policy.decide(often, NOW).first()).isTrue();
        assertThat(policy.decide(often, NOW).level()).isEqualTo(Level.ABUSIVE);
    }

    @Test
    void what_counts_for_nothing_is_not_told() {
        TemperSettings usual = TemperSettings.USUAL;
        TemperSettings nothing =
                new TemperSettings(
                        5, 10, TemperSettings.all(_ -> 0), usual.halfLife(), usual.longWait(), 25);
        RecognitionSettings deaf =
                new RecognitionSettings(
                        2,
                        settings.repeatWindow(),
                        settings.redialWindow(),
                        settings.flagFades(),
                        nothing);
        assertThat(new TemperPolicy(deaf).decide(history(5, 1L, 1L), NOW).reason())
                .isEqualTo("5 earlier calls, calm");
    }

    @Test
    void a_call_is_counted_for_seven_days_and_not_a_moment_longer() {
        FakeCallerBook book = new FakeCallerBook();
        book.arrived(arrival("a", NOW.minus(Duration.ofDays(7))));
        book.arrived(arrival("b", NOW.minus(Duration.ofDays(7)).plusMillis(1)));
        assertThat(level(book, NOW)).isEqualTo(Level.UPSET);
        assertThat(level(book, NOW.plusMillis(1))).isEqualTo(Level.CALM);
    }

    @Test
    void a_flag_fades_out_by_itself() {
        FakeCallerBook book = new FakeCallerBook();
        Instant fades = NOW.plus(settings.flagFades());
        book.flag(NUMBER, new Flag("shouted", NOW, fades));
        assertThat(level(book, fades.minusMillis(1))).isEqualTo(Level.UPSET);
        assertThat(level(book, fades)).isEqualTo(Level.CALM);
    }

    @Test
    void a_signal_is_forgotten_after_four_half_lives() {
        FakeCallerBook book = new FakeCallerBook();
        book.record(Signal.of(NUMBER, SignalKind.LOW_MARK, "support", NOW, "1 of 5"));
        Tempers tempers = new Tempers(book, book, settings);
        Optional<PhoneNumber> number = Optional.of(NUMBER);
        assertThat(tempers.of(number, NOW.plusSeconds(28 * DAY)).points()).isPositive();
        assertThat(tempers.of(number, NOW.plusSeconds(28 * DAY + 1)).points()).isZero();
        assertThat(tempers.of(Optional.empty(), NOW).reason()).isEqualTo("first call lately, calm");
    }

    private Level level(FakeCallerBook book, Instant now) {
        return new Tempers(book, book, settings).of(Optional.of(NUMBER), now).level();
    }

    private static Arrival arrival(String call, Instant at) {
        return new Arrival(
                new CallId(call), Optional.of(NUMBER), "support", at, at, "ordinary", "first");
    }

    private static CallerHistory history(
            int calls, @Nullable Long hungUpAgo, @Nullable Long flagFadesIn) {
        return new CallerHistory(
                calls,
                Optional.ofNullable(hungUpAgo).map(NOW::minusSeconds),
                Optional.ofNullable(flagFadesIn)
                        .map(s -> new Flag("shouted at us", NOW, NOW.plusSeconds(s))));
    }

    private static CallerHistory calls(CallerHistory.Calls calls) {
        return new CallerHistory(calls, Optional.empty(), Optional.empty(), List.of());
    }

    private static CallerHistory seen(long secondsAgo, SignalKind... kinds) {
        return CallerHistory.BLANK.with(
                Stream.of(kinds)
                        .map(kind ->
                                Signal.of(
                                        NUMBER, kind, "support", NOW.minusSeconds(secondsAgo), ""))
                        .toList());
    }

    private static Optional<Instant> ago(long seconds) {
        return Optional.of(NOW.minusSeconds(seconds));
    }
}
