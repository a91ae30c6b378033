package dev.amends.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.caller.CallId;
import dev.amends.care.Consent.Answer;
import dev.amends.line.LineName;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was recorded is erased in time or by order, and the answers stay. */
class RecordingKeeperTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(90);

    private final FakeConsents consents = new FakeConsents();
    private final FakeRecordings files = new FakeRecordings();
    private final RecordingKeeper keeper = new RecordingKeeper(consents, files, KEPT, () -> NOW);

    @Test
    void what_is_older_than_it_may_be_kept_is_erased_and_nothing_else() {
        agreed("a", NOW.minus(KEPT).minusSeconds(1));
        agreed("b", NOW.minus(KEPT));

        assertThat(keeper.sweep()).isOne();

        assertThat(files.of(Set.of(id("a"), id("b")))).containsOnlyKeys(id("b"));
        assertThat(consents.find(id("a")).orElseThrow().erased())
                .contains(new Consents.Erased(NOW, "kept for 90 days"));
        assertThat(consents.find(id("b")).orElseThrow().erased()).isEmpty();
        assertThat(keeper.sweep()).isZero();
    }

    @Test
    void a_thousand_old_ones_are_erased_in_one_sweep() {
        for (int i = 0; i < 1001; i++) {
            String id = "%032x".formatted(i);
            consents.note(consent(new RecordingId(id), Answer.YES, Instant.EPOCH));
            files.write(new RecordingId(id), Instant.EPOCH);
        }

        assertThat(keeper.sweep()).isEqualTo(1001);
        assertThat(consents.kept(9)).isEmpty();
    }

    @Test
    void a_file_that_was_still_written_when_it_was_erased_goes_with_a_later_sweep() {
        agreed("a", NOW.minusSeconds(100_000));
        keeper.erase(List.of(consents.find(id("a")).orElseThrow().consent()), "by order");
        files.write(id("a"), NOW.minusSeconds(90_000));

        assertThat(keeper.sweep()).isOne();
    }

    @Test
    void a_file_of_which_nothing_is_on_record_is_left_alone_as_long_as_others_are() {
        files.write(id("c"), NOW.minus(KEPT).plusSeconds(1));
        assertThat(keeper.sweep()).isZero();
        files.write(id("d"), NOW.minus(KEPT).minusSeconds(1));
        assertThat(keeper.sweep()).isOne();
    }

    @Test
    void what_cannot_be_erased_is_not_said_to_be() {
        agreed("a", Instant.EPOCH);
        files.vanish();

        assertThatThrownBy(keeper::sweep).isInstanceOf(Recordings.FolderUnusable.class);

        assertThat(consents.find(id("a")).orElseThrow().erased()).isEmpty();
    }

    @Test
    void what_an_erasing_had_to_leave_goes_with_the_next_sweep() {
        agreed("a", NOW);
        agreed("b", NOW);
        consents.callerErased(id("a"));

        keeper.sweep();

        assertThat(consents.find(id("a")).orElseThrow().erased())
                .contains(new Consents.Erased(NOW, "its caller's data was erased"));
        assertThat(files.of(Set.of(id("a"), id("b")))).containsOnlyKeys(id("b"));
    }

    @Test
    void the_list_shows_what_is_kept_and_on_demand_every_answer() {
        agreed("a", NOW.minusSeconds(3));
        consents.note(consent(id("b"), Answer.NO, NOW.minusSeconds(2)));
        agreed("c", NOW.minusSeconds(1));
        keeper.erase(List.of(consents.find(id("c")).orElseThrow().consent()), "by order");

        assertThat(keeper.list(false, 9))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.answer().consent().id()).isEqualTo(id("a"));
                    assertThat(kept.parts()).hasSize(1);
                });
        assertThat(keeper.list(true, 9))
                .extracting(kept -> kept.answer().consent().id())
                .containsExactly(id("c"), id("b"), id("a"));
    }

    private void agreed(String digit, Instant at) {
        consents.note(consent(id(digit), Answer.YES, at));
        files.write(id(digit), at);
    }

    private static Consent consent(RecordingId id, Answer answer, Instant at) {
        return new Consent(
                id,
                new CallId("1.2"),
                new LineName("support"),
                Optional.empty(),
                answer,
                "1",
                new Wording("may-we-record", "en 0123456789abcdef"),
                at);
    }

    private static RecordingId id(String digit) {
        return new RecordingId(digit.repeat(32));
    }
}
