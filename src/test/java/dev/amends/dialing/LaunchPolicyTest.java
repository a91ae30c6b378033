package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class LaunchPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

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
        assertThat(LaunchPolicy.choose(due, 5, NOW)).hasSize(launched ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "0, 0", "1, 1", "2, 2", "9, 3"})
    void there_is_only_so_much_room(int room, int launched) {
        List<Launchable> due = List.of(fresh(1), fresh(2), fresh(3));
        assertThat(LaunchPolicy.choose(due, room, NOW)).hasSize(launched);
    }

    @Test
    void who_rests_does_not_take_the_room_of_the_next() {
        Launchable resting = new Launchable(promised(1), 5, Optional.of(NOW));
        assertThat(LaunchPolicy.choose(List.of(resting, fresh(2)), 1, NOW))
                .containsExactly(promised(2));
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
