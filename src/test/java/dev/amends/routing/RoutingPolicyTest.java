package dev.amends.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;
import dev.amends.staff.Staff;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class RoutingPolicyTest {

    @ParameterizedTest(name = "{0}, known {1}, seniors {2}, {3} wait for them, {4} s: {5}")
    @CsvSource({
        "ordinary, true,  FREE,         0, 10, ordinary,   in good spirits",
        "ordinary, false, '',           0, 10, ordinary,   in good spirits",
        "upset,    false, '',           0, 10, senior,     called often; seniors' state unknown",
        "upset,    true,  FREE,         0, 10, senior,     called often; a senior is free",
        "upset,    true,  FREE FREE,    1, 10, senior,     called often; a senior is free",
        "upset,    true,  FREE,         1, 10, senior,     called often; seniors are on duty",
        "upset,    true,  TALKING,      0, 10, senior,     called often; seniors are on duty",
        "upset,    true,  RINGING GONE, 2, 10, senior,     called often; seniors are on duty",
        "upset,    true,  '',           0, 10, head-start, called often; no senior on duty",
        "upset,    true,  PAUSED GONE,  0, 10, head-start, called often; no senior on duty",
        "upset,    true,  FREE,         0,  0, head-start, called often; this line has no time for"
                + " seniors only"
    })
    void the_first_rule_that_speaks_wins(
            String who,
            boolean known,
            String seniors,
            int waiting,
            long seconds,
            String route,
            String reason) {
        Line line = line(seconds);
        Route decided =
                RoutingPolicy.decide(
                        who.equals("upset")
                                ? new RoutingPolicy.Wish(true, "called often")
                                : new RoutingPolicy.Wish(false, "in good spirits"),
                        line,
                        picture(known, seniors, waiting));
        assertThat(decided.word()).isEqualTo(route);
        assertThat(decided.reason()).isEqualTo(reason);
        if (decided instanceof Route.SeniorsFirst first) {
            assertThat(first.patience()).isEqualTo(line.seniorsOnly());
        }
    }

    private static Line line(long seniorsOnlySeconds) {
        return new Line(
                new LineName("support"),
                "support",
                "support-senior",
                3,
                Duration.ofSeconds(seniorsOnlySeconds),
                Duration.ofSeconds(60));
    }

    private static LinePicture picture(boolean known, String seniors, int waiting) {
        List<Rep> reps =
                Arrays.stream(seniors.split(" "))
                        .filter(state -> !state.isEmpty())
                        .map(state -> new Rep("PJSIP/" + state, RepState.valueOf(state)))
                        .toList();
        List<Waiting> queue =
                IntStream.range(0, waiting)
                        .mapToObj(i -> new Waiting("c" + i, new EffectiveArrival(Instant.EPOCH)))
                        .toList();
        return new LinePicture(known, List.of(), queue, 0, Staff.NOBODY, new Staff(reps));
    }
}
