package dev.amends.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class RecognitionPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private final RecognitionSettings settings =
            new RecognitionSettings(
                    2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14));
    private final RecognitionPolicy policy = new RecognitionPolicy(settings);

    @ParameterizedTest(name = "{0} calls, hung up {1} s ago, flag fades in {2} s: {3}")
    @CsvSource({
        "0,    ,     , Ordinary",
        "1,    ,     , Ordinary",
        "2,    ,     , Repeat",
        "9,    ,     , Repeat",
        "0,   1,     , Redialled",
        "0, 600,     , Redialled",
        "0, 601,     , Ordinary",
        "2, 600,     , Redialled",
        "2, 601,     , Repeat",
        "0,    ,    1, Flagged",
        "0,    ,    0, Ordinary",
        "0,    ,   -1, Ordinary",
        "5,   3,    1, Flagged",
        "5,   3,    0, Redialled"
    })
    void the_first_rule_that_speaks_wins(
            int calls, Long hungUpAgo, Long flagFadesIn, String recognised) {
        Recognition who = policy.decide(history(calls, hungUpAgo, flagFadesIn), NOW);
        assertThat(who.getClass().getSimpleName()).isEqualTo(recognised);
        assertThat(who.wantsSenior()).isEqualTo(!recognised.equals("Ordinary"));
        assertThat(who.reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "0, , , first call lately",
        "1, , , '1 earlier call, not flagged'",
        "3, , , 3 earlier calls in 7 days",
        "0, 45, , hung up waiting 45 s ago",
        "0, 150, , hung up waiting 2 min ago",
        "0, , 60, flagged: shouted at us"
    })
    void the_reason_says_why(int calls, Long hungUpAgo, Long flagFadesIn, String reason) {
        assertThat(policy.decide(history(calls, hungUpAgo, flagFadesIn), NOW).reason())
                .isEqualTo(reason);
    }

    @Test
    void a_call_is_counted_for_seven_days_and_not_a_moment_longer() {
        FakeCallerBook book = new FakeCallerBook();
        PhoneNumber number = new PhoneNumber("+12025550123");
        book.arrived(arrival("a", number, NOW.minus(Duration.ofDays(7))));
        book.arrived(arrival("b", number, NOW.minus(Duration.ofDays(7)).plusMillis(1)));
        assertThat(recognise(book, number, NOW)).isInstanceOf(Recognition.Repeat.class);
        assertThat(recognise(book, number, NOW.plusMillis(1)))
                .isInstanceOf(Recognition.Ordinary.class);
    }

    @Test
    void a_flag_fades_out_by_itself() {
        FakeCallerBook book = new FakeCallerBook();
        PhoneNumber number = new PhoneNumber("+12025550123");
        Instant fades = NOW.plus(settings.flagFades());
        book.flag(number, new Flag("shouted", NOW, fades));
        assertThat(recognise(book, number, fades.minusMillis(1)))
                .isInstanceOf(Recognition.Flagged.class);
        assertThat(recognise(book, number, fades)).isInstanceOf(Recognition.Ordinary.class);
    }

    private Recognition recognise(CallerBook book, PhoneNumber number, Instant now) {
        return policy.decide(book.history(number, now.minus(settings.repeatWindow()), now), now);
    }

    private static Arrival arrival(String call, PhoneNumber number, Instant at) {
        return new Arrival(
                new CallId(call), Optional.of(number), "support", at, at, "ordinary", "first");
    }

    private static CallerHistory history(int calls, Long hungUpAgo, Long flagFadesIn) {
        return new CallerHistory(
                calls,
                Optional.ofNullable(hungUpAgo).map(NOW::minusSeconds),
                Optional.ofNullable(flagFadesIn)
                        .map(s -> new Flag("shouted at us", NOW, NOW.plusSeconds(s))));
    }
}
