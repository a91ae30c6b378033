package dev.amends.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** What is on record of a time, put together call by call. */
class PastTest {

    private static final Instant NOW = Instant.parse("2026-11-21T13:10:00Z");

    private final Past past =
            new Past(
                    new Remembered(),
                    new Learning.Span(NOW.minusSeconds(30 * 86_400), NOW),
                    Optional.empty());

    @Test
    void of_several_words_on_one_call_the_last_one_counts() {
        assertThat(past.followed(past.calls()))
                .filteredOn(one -> one.call().id().equals("call.1"))
                .singleElement()
                .returns(Optional.of(2), Aftermath.Followed::mark)
                .returns(Optional.of(false), Aftermath.Followed::solved)
                .returns(Optional.of("ours"), Aftermath.Followed::mistake);
        assertThat(past.marks()).containsEntry("call.1", 2);
    }
}
