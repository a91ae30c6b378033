package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Sipp;
import dev.amends.bench.SippCaller;
import dev.amends.bench.SippRun;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.DialplanLog;
import dev.amends.callcentre.SettingsText;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Amends freezes or dies under twenty calls a second: every caller is in a queue within 3.5 s of
 * his arrival, none is lost, no leg is left up.
 */
@Tag("live")
@Tag("alone")
class FrozenLiveTest {

    private static final Duration LIMIT = Duration.ofMillis(3500);
    private static final int PER_SECOND = 20;
    private static final Duration STAY = Duration.ofSeconds(6);

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText noChoice(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 1000);
    }

    private SippRun callers(int calls) throws IOException {
        List<SippCaller> each =
                IntStream.range(0, calls)
                        .mapToObj(i -> SippCaller.waiting("+1202555%04d".formatted(i), STAY))
                        .toList();
        return new Sipp(Path.of("src/test/sipp"))
                .call(
                        Stage.ports().sip(),
                        "700",
                        each,
                        new Sipp.Load(calls, PER_SECOND, Duration.ofSeconds(90)));
    }

    @Test
    void frozen_for_6_seconds_every_caller_is_in_a_queue_within_three_and_a_half_seconds()
            throws IOException {
        int calls = PER_SECOND * 12;
        stage.onDuty();
        AmendsProcess amends = stage.amendsAtFullSpeed(FrozenLiveTest::noChoice);
        stage.awaitHeartbeat();
        DialplanLog log = stage.pbx().dialplanLog();
        try (SippRun run = callers(calls)) {
            awaitArrivals(log, PER_SECOND * 3);
            Instant frozen = Instant.now();
            amends.freeze();
            awaitUntil(frozen.plusSeconds(6));
            amends.thaw();
            served(run.await(), calls, log);
        }
        assertThat(Arrival.in(log)).as("calls that felt it").anyMatch(a -> a.turnFailed());
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }

    @Test
    void dead_every_caller_is_in_a_queue_at_once_and_after_ten_seconds_not_even_asked_for()
            throws IOException {
        int calls = PER_SECOND * 18;
        stage.onDuty();
        AmendsProcess amends = stage.amendsAtFullSpeed(FrozenLiveTest::noChoice);
        stage.awaitHeartbeat();
        DialplanLog log = stage.pbx().dialplanLog();
        try (SippRun run = callers(calls)) {
            awaitArrivals(log, PER_SECOND * 2);
            Instant dead = Instant.now();
            amends.kill();
            served(run.await(), calls, log);
            List<Arrival> late =
                    Arrival.in(log).stream()
                            .filter(a -> a.at().isAfter(dead.plusSeconds(11)))
                            .toList();
            Delays delays = Delays.of(late);
            System.out.println("dead for more than 10 s: " + delays);
            assertThat(late).hasSizeGreaterThan(PER_SECOND).noneMatch(Arrival::asked);
        }
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }

    private void awaitArrivals(DialplanLog log, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Arrival.in(log).size() >= count);
    }

    private static void awaitUntil(Instant moment) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Instant.now().isAfter(moment));
    }

    private void served(SippRun.Result result, int calls, DialplanLog log) {
        List<Arrival> arrivals = Arrival.in(log);
        Delays delays = Delays.of(arrivals);
        System.out.println("from arrival to music in the queue: " + delays);
        assertThat(result.errors()).isEmpty();
        assertThat(result.successful()).isEqualTo(calls);
        assertThat(arrivals).hasSize(calls).allMatch(Arrival::queued);
        assertThat(delays.most()).isLessThanOrEqualTo(LIMIT);
    }
}
