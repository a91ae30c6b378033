package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Promises kept on a bad day, three hundred times, in every other one with the caller first: Amends
 * is killed, the telephone system is restarted, orders, answers, hints and marks are lost, late or
 * doubled, and promised callers ring again. Nobody is called twice within the gap or by two calls
 * at once, while he waits himself or after he was served, and no promise that was heard is ever
 * lost. What a rep promised for a time is not called before it, rings nobody but him while it is
 * his alone, and him only when he is free, once at a time.
 */
class DialingSimulationTest {

    private static final int RUNS = 300;
    private static final int FIRST_SEED = 1000;
    private static final int PROMISES = 3;
    private static final int ROUGH_STEPS = 1000;
    private static final int CALM_STEPS = 4000;
    private static final Comparator<PromiseId> BY_ID = Comparator.comparing(PromiseId::value);

    @Test
    void every_promise_that_was_heard_is_kept_withdrawn_or_broken_and_nobody_is_called_twice() {
        for (int run = 0; run < RUNS; run++) {
            new Run(FIRST_SEED + run).lives();
        }
    }

    private static final class Run {
        private final Office office = new Office();
        private final Random random;
        private final String name;
        private final RoughPbx pbx;
        private final Set<PromiseId> heard = new HashSet<>();
        private final List<Caller> callers;

        /**
         * Calls at some time, is promised a callback, and hears it or hangs up before; some are
         * promised it by a rep for a later time.
         */
        private record Caller(int callsAt, boolean hears, Optional<String> rep, int inSeconds) {}

        Run(int seed) {
            this.random = new Random(seed);
            this.name = "seed " + seed;
            if (random.nextBoolean()) {
                office.pace(Duration.ofSeconds(20)); // the caller comes first then
            }
            this.pbx = new RoughPbx(office, random, name);
            this.callers = IntStream.range(0, PROMISES).mapToObj(n -> caller()).toList();
        }

        private Caller caller() {
            return new Caller(
                    random.nextInt(60),
                    random.nextInt(4) > 0,
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(RoughPbx.REPS.get(random.nextInt(2))),
                    random.nextInt(400));
        }

        void lives() {
            for (int step = 0; step < ROUGH_STEPS; step++) {
                callersCall(step);
                heard.stream()
                        .sorted(BY_ID)
                        .filter(_ -> random.nextInt(200) == 0)
                        .forEach(pbx::ringsAgain);
                goesOn(Duration.ofMillis(500 + random.nextInt(1500)));
            }
            pbx.calmsDown();
            for (int step = 0; step < CALM_STEPS && anyOpen(); step++) {
                goesOn(Duration.ofSeconds(2));
            }
            assertThat(office.ledger.list(true, PROMISES))
                    .as(name)
                    .hasSize(PROMISES)
                    .allSatisfy(this::endedWell);
        }

        private void goesOn(Duration time) {
            office.clock.passes(time);
            pbx.lives();
            office.tick(pbx.hints());
            assertThat(office.ledger.liveAttempts())
                    .as("%s: two attempts for one promise", name)
                    .extracting(found -> found.promise().id())
                    .doesNotHaveDuplicates();
        }

        private void callersCall(int step) {
            for (Caller caller : callers) {
                if (caller.callsAt() == step) {
                    callerHears(caller);
                }
            }
        }

        private void callerHears(Caller caller) {
            PromiseId id =
                    caller.rep()
                            .map(rep -> office.unspokenBy(rep, caller.inSeconds()))
                            .orElseGet(() -> office.unspoken(30));
            if (caller.hears()) {
                heard.add(id);
                pbx.speaks(id);
            }
            office.telephone.ends(office.promise(id).terms().askedIn().value());
        }

        private boolean saidNoMore(PromiseId id) {
            return office.ledger.attemptsOf(id).stream()
                    .anyMatch(attempt ->
                            attempt.outcome().equals(Optional.of(AttemptOutcome.NO_LONGER_NEEDED)));
        }

        private boolean anyOpen() {
            return office.ledger.list(true, PROMISES).stream().anyMatch(Callback::open);
        }

        private void endedWell(Callback callback) {
            assertThat(callback.open()).as("%s: still open, %s", name, callback).isFalse();
            if (callback instanceof Callback.Withdrawn && heard.contains(callback.id())) {
                assertThat(pbx.served(callback.id()) || saidNoMore(callback.id()))
                        .as("%s: heard and lost, %s", name, callback)
                        .isTrue();
            }
            if (callback instanceof Callback.Broken) {
                assertThat(callback.tries().made() > 3 || callback.tries().forgiven() > 5)
                        .as("%s: broken too early, %s", name, callback)
                        .isTrue();
            }
        }
    }
}
