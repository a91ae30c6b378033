package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.dialing.Hint;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asterisk's own database is full, and its dialplan tells by post what it can't write. */
class UnwrittenMarksTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Optional<String> NOTHING = Optional.empty();

    private final List<Hint> hints = new ArrayList<>();
    private final UnwrittenMarks marks = new UnwrittenMarks(hints::add);

    @Test
    void what_was_told_counts_where_nothing_is_written_until_it_is_forgotten() {
        marks.told(ID, "answered:17.5");
        assertThat(marks.or(NOTHING, ID)).contains("answered:17.5");
        marks.forget(ID);
        assertThat(marks.or(NOTHING, ID)).isEmpty();
    }

    @Test
    void it_is_later_than_what_is_written_unless_that_is_an_end() {
        marks.told(ID, "end:BRIDGED:35:60");
        assertThat(marks.or(Optional.of("dialing"), ID)).contains("end:BRIDGED:35:60");
        assertThat(marks.or(Optional.of("end:BUSY:17"), ID)).contains("end:BUSY:17");
    }

    @Test
    void a_post_that_comes_after_the_one_that_told_the_end_changes_nothing() {
        marks.told(ID, "end:BRIDGED:35:60");
        marks.told(ID, "answered:17.5");
        assertThat(marks.or(NOTHING, ID)).contains("end:BRIDGED:35:60");
    }

    @Test
    void it_is_looked_at_at_once() {
        marks.told(ID, "end:BUSY:17");
        marks.told("f".repeat(32), "said");
        marks.told("e".repeat(32), "served:35:17.5");
        assertThat(hints)
                .containsExactly(
                        new Hint.AboutAttempt(new AttemptId(ID)),
                        new Hint.AboutPromise(new PromiseId("f".repeat(32))),
                        new Hint.AboutPromise(new PromiseId("e".repeat(32))));
    }
}
