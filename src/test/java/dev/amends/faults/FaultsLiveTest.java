package dev.amends.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.callcentre.Ports;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** The short form of {@code scripts/faults}: three of its cases. */
@Tag("live")
class FaultsLiveTest {

    private static final long SEED = 7;

    @TempDir Path folder;

    @Test
    void killed_at_the_claim_nobody_is_called_twice_and_every_promise_ends() throws Exception {
        holds(KillPoints.at("after Ledger.claim"));
    }

    @Test
    void whatever_a_trunk_answers_is_what_it_means_and_everybody_is_reached_at_the_second_try()
            throws Exception {
        holds(TrunkFaults.cases().getFirst());
    }

    /**
     * What callers hear in each second is judged by the long form: here others share the machine.
     */
    @Test
    void frozen_while_callers_are_asked_nobody_is_recorded_without_a_yes() throws Exception {
        FaultCase frozen = CareFaults.frozen(Duration.ofSeconds(2));
        holds(
                new FaultCase(
                        frozen.fault(),
                        frozen.name(),
                        frozen.takes(),
                        Set.of(
                                Invariant.I1,
                                Invariant.I2,
                                Invariant.I3,
                                Invariant.I5,
                                Invariant.I7),
                        frozen.play()));
    }

    private void holds(FaultCase one) throws IOException, CannotPlay {
        try (Run run = new Run(ports(), folder, SEED)) {
            Run.Result result = run.play(one);
            System.out.println(Report.line(result));
            assertThat(result.violations()).isEmpty();
        }
    }

    /** Beside those of the other live tests in this process. */
    private static Ports ports() {
        String shift = System.getenv("AMENDS_PORT_SHIFT");
        int fork = Integer.getInteger("amends.fork", 1);
        return new Ports((shift == null ? 1000 : Integer.parseInt(shift)) + 200 * (fork - 1) + 50);
    }
}
