package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Appointment;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class LaunchPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private static final RepDevice REP = new RepDevice("Local/5001@from-queue/n");
    private static final Duration PATIENCE = Duration.ofSeconds(900);
    private static final LaunchPolicy.Reps NO_REPS =
            new LaunchPolicy.Reps(any -> Optional.empty(), Set.of(), PATIENCE);

    @ParameterizedTest(name = "after {0} voids, the last {1} ms ago: {2}")
    @CsvSource({
        "0,     0, true",
        "1,   999, false",
        "1,  1000, true",
        "2,  1999, false",
        "2,  2000, true",
        "6, 31999, false",
        "6, 32000, true",
        "7, 59999, false",
        "7, 60000, true",
        "900, 59999, false",
        "900, 60000, true"
    })
    void a_placeholder_that_keeps_vanishing_is_placed_again_ever_more_slowly_up_to_a_minute(
            int voids, long agoMillis, boolean launched) {
        Optional<Instant> last =
                voids == 0 ? Optional.empty() : Optional.of(NOW.minusMillis(agoMillis));
        List<Launchable> due = List.of(new Launchable(promised(1), voids, last));
        assertThat(LaunchPolicy.choose(due, 5, NO_REPS, NOW)).hasSize(launched ? 1 : 0);
    }

    @Test
    void one_that_vanished_by_a_clock_that_was_put_back_since_holds_nobody_up() {
        Launchable due = new Launchable(promised(1), 1, Optional.of(NOW.plusSeconds(3600)));
        assertThat(LaunchPolicy.choose(List.of(due), 5, NO_REPS, NOW)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "0, 0", "1, 1", "2, 2", "9, 3"})
    void there_is_only_so_much_room(int room, int launched) {
        List<Launchable> due = List.of(fresh(1), fresh(2), fresh(3));
        assertThat(LaunchPolicy.choose(due, room, NO_REPS, NOW)).hasSize(launched);
    }

    @Test
    void who_rests_does_not_take_the_room_of_the_next() {
        Launchable resting = new Launchable(promised(1), 5, Optional.of(NOW));
        assertThat(LaunchPolicy.choose(List.of(resting, fresh(2)), 1, NO_REPS, NOW))
                .containsExactly(promised(2));
    }

    @ParameterizedTest(name = "{0}, {1} s after its time: launched {2}")
    @CsvSource({
        "FREE,     -1, false",
        "FREE,      0, true",
        "FREE,    899, true",
        "TALKING,   0, false",
        "RINGING,   0, false",
        "PAUSED,  899, false",
        "GONE,    899, false",
        "TALKING, 900, true",
        "GONE,    900, true"
    })
    void what_a_rep_promised_waits_for_him_for_a_while_and_then_goes_to_anybody(
            RepState state, long secondsAfter, boolean launched) {
        List<Launchable> due =
                secondsAfter < 0 ? List.of() : List.of(fresh(byRep(1, -secondsAfter)));
        assertThat(LaunchPolicy.choose(due, 5, reps(state), NOW)).hasSize(launched ? 1 : 0);
    }

    @Test
    void a_rep_of_whom_nothing_is_known_is_not_rung() {
        assertThat(LaunchPolicy.choose(List.of(fresh(byRep(1, 0))), 5, NO_REPS, NOW)).isEmpty();
    }

    @Test
    void a_rep_is_rung_for_one_promise_at_a_time() {
        List<Launchable> due = List.of(fresh(byRep(1, -5)), fresh(byRep(2, -5)));
        assertThat(LaunchPolicy.choose(due, 5, reps(RepState.FREE), NOW))
                .containsExactly(byRep(1, -5));
        LaunchPolicy.Reps taken =
                new LaunchPolicy.Reps(any -> Optional.of(RepState.FREE), Set.of(REP), PATIENCE);
        assertThat(LaunchPolicy.choose(due, 5, taken, NOW)).isEmpty();
    }

    @ParameterizedTest(name = "rang him {0} s ago, {1} s after its time: launched {2}")
    @CsvSource({
        "59, 100, false",
        "60, 100, true",
        "10, 899, false",
        "10, 909, true", // his time was over 9 s ago, after that ring
        "10, 911, false", // a placeholder in the queue vanished: the usual pause, 16 s at the fifth
        "16, 917, true"
    })
    void a_rep_who_did_not_answer_is_left_alone_and_when_his_time_is_over_nobody_waits_any_longer(
            long rangSecondsAgo, long secondsAfter, boolean launched) {
        Launchable rung =
                new Launchable(
                        byRep(1, -secondsAfter), 5, Optional.of(NOW.minusSeconds(rangSecondsAgo)));
        assertThat(LaunchPolicy.choose(List.of(rung), 5, reps(RepState.FREE), NOW))
                .hasSize(launched ? 1 : 0);
    }

    @Test
    void who_waits_for_his_rep_does_not_take_the_room_of_the_next() {
        List<Launchable> due = List.of(fresh(byRep(1, 0)), fresh(2));
        assertThat(LaunchPolicy.choose(due, 1, reps(RepState.TALKING), NOW))
                .containsExactly(promised(2));
    }

    private static LaunchPolicy.Reps reps(RepState state) {
        return new LaunchPolicy.Reps(any -> Optional.of(state), Set.of(), PATIENCE);
    }

    /** Promised by the rep for so many seconds from now, and heard. */
    private static Callback.Promised byRep(int n, long inSeconds) {
        Instant from = NOW.plusSeconds(inSeconds);
        CallbackTerms terms = promised(n).terms().with(new Appointment(REP, from));
        return new Callback.Unspoken(terms, 1).spoken(NOW.minusSeconds(10_000));
    }

    private static Launchable fresh(Callback.Promised promise) {
        return new Launchable(promise, 0, Optional.empty());
    }

    private static Launchable fresh(int n) {
        return new Launchable(promised(n), 0, Optional.empty());
    }

    private static Callback.Promised promised(int n) {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("%032x".formatted(n)),
                        new PhoneNumber("+1202555014" + n),
                        new LineName("support"),
                        new EffectiveArrival(NOW),
                        NOW,
                        new CallId("call-" + n),
                        1,
                        Language.ENGLISH);
        return new Callback.Promised(terms, 1, Tries.NONE, NOW);
    }
}
