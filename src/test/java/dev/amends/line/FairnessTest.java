package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One who came and one who came later wait; the times are seconds after the first one came. */
class FairnessTest {

    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String LIVE = "1793606400.1";
    private static final String LATER = "1793606400.2";
    private static final String LATER_PROMISED = "f".repeat(32);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Fairness fairness = new Fairness();

    @ParameterizedTest
    @CsvSource({
        // who came first, who came later, when that was, who is served first; what is counted
        "live,     live,     60,  earlier, 0, 0, 0",
        "live,     live,     60,  later,   0, 1, 60",
        "promised, live,     60,  earlier, 0, 0, 0",
        "promised, live,     60,  later,   1, 0, 60",
        "live,     promised, 90,  earlier, 0, 0, 0",
        "live,     promised, 90,  later,   0, 1, 90",
        "promised, promised, 30,  later,   1, 0, 30",
        "live,     promised, 1,   later,   0, 0, 0",
        "promised, live,     1,   later,   0, 0, 0",
        "promised, live,     2,   later,   1, 0, 2"
    })
    void whoever_is_served_after_one_who_came_later_was_passed(
            String one, String other, long came, String first, int promised, int onLine, long by) {
        String earlier = one.equals("live") ? LIVE : ID;
        String later = other.equals("live") ? LATER : LATER_PROMISED;
        waits(earlier, 0, 100);
        waits(later, came, 100);
        served(first.equals("later") ? later : earlier, 110, AT_ONCE);
        served(first.equals("later") ? earlier : later, 200, AT_ONCE);

        assertThat(fairness.counts())
                .isEqualTo(new PassedOver(2, promised, onLine, Duration.ofSeconds(by)));
    }

    @ParameterizedTest
    @CsvSource({
        // both phones begin to ring together; that of the first in line is picked up later
        "5,  5,  9,  9,  0",
        "5,  5,  9,  8,  0",
        // the second one's phone began to ring when no other did
        "8,  5,  20, 3,  1"
    })
    void whose_turn_came_first_has_not_been_passed_however_long_his_rep_let_it_ring(
            long laterServed, long laterRang, long earlierServed, long earlierRang, int passed) {
        waits(LIVE, 0, 0);
        waits(LATER, 2, 2);
        served(LATER, 100 + laterServed, Duration.ofSeconds(laterRang));
        served(LIVE, 100 + earlierServed, Duration.ofSeconds(earlierRang));

        assertThat(fairness.counts().onTheLine()).isEqualTo(passed);
    }

    @Test
    void who_joins_before_somebody_whose_rep_s_phone_rings_already_is_not_passed() {
        waits(LATER, 60, 60);
        waits(ID, 0, 101);
        served(LATER, 105, Duration.ofSeconds(5));
        served(ID, 200, AT_ONCE);

        assertThat(fairness.counts()).isEqualTo(new PassedOver(2, 0, 0, Duration.ZERO));
    }

    @Test
    void seniors_take_whom_they_like_from_their_own_queue() {
        waits(LIVE, 0, 0);
        fairness.waits("support-senior", waiting(LATER, 60), at(60));
        served(LATER, 70, AT_ONCE);
        served(LIVE, 200, AT_ONCE);

        assertThat(fairness.counts()).isEqualTo(new PassedOver(2, 0, 0, Duration.ZERO));
    }

    @Test
    void who_was_passed_and_hangs_up_counts_too() {
        waits(LIVE, 0, 0);
        waits(LATER, 60, 60);
        served(LATER, 70, AT_ONCE);
        fairness.left(LIVE, at(80));
        assertThat(fairness.counts().onTheLine()).isZero();
        fairness.left("somebody", at(120));

        assertThat(fairness.counts()).isEqualTo(new PassedOver(1, 0, 1, Duration.ofSeconds(60)));
    }

    @Test
    void each_time_counts_and_the_longest_stays() {
        waits(ID, 0, 0);
        for (int i = 1; i <= 3; i++) {
            waits("17." + i, 100 - 10 * i, 100);
            served("17." + i, 101 + i, AT_ONCE);
        }
        served(ID, 200, AT_ONCE);

        assertThat(fairness.counts()).isEqualTo(new PassedOver(4, 3, 0, Duration.ofSeconds(90)));
    }

    @Test
    void of_whom_nothing_is_known_nothing_is_counted() {
        waits(LIVE, 0, 0);
        served("stranger", 50, AT_ONCE);
        fairness.onlyThese(Set.of());
        served(LIVE, 60, AT_ONCE);

        assertThat(fairness.counts()).isEqualTo(PassedOver.NOBODY);
    }

    private void waits(String id, long came, long joined) {
        fairness.waits("support", waiting(id, came), at(joined));
    }

    private static Waiting waiting(String id, long came) {
        return new Waiting(id, new EffectiveArrival(at(came)));
    }

    /** As the telephone system tells it: first that he left the queue. */
    private void served(String id, long when, Duration ringing) {
        fairness.left(id, at(when));
        fairness.served(id, ringing, at(when));
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
