package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Invite;
import dev.amends.bench.Phone;

import java.time.Duration;
import java.util.List;

/** The judge of who was dialled how often: the carrier's own list of INVITEs. */
record Judge(Phone carrier) {

    /** So many calls in all, none of them within the gap after another one to the same number. */
    void wants(String number, int calls, Duration gap) {
        assertThat(carrier.inviteLog().all()).as("all INVITEs").hasSize(calls);
        List<Invite> each = carrier.inviteLog().to(number);
        assertThat(each).as("INVITEs for " + number).hasSize(calls);
        for (int i = 1; i < each.size(); i++) {
            assertThat(Duration.between(each.get(i - 1).at(), each.get(i).at()))
                    .as("time between two calls to " + number)
                    .isGreaterThanOrEqualTo(gap);
        }
    }
}
