package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.caller.CallId;
import dev.amends.care.Consent;
import dev.amends.care.MatterId;
import dev.amends.care.MatterNote;
import dev.amends.care.RecordingId;
import dev.amends.care.Stories;
import dev.amends.care.Story;
import dev.amends.care.Wording;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What callers told goes with their matter, for as long as it is kept. */
class SqlStoriesTest extends OnSqlite {

    private static final CallId CALL = new CallId("1732219200.17");

    private MatterId matter = new MatterId(0);

    @BeforeEach
    void a_matter() {
        matter = store.matters().note(number(1), SUPPORT, new MatterNote.TellsStory(), NOON).id();
    }

    @Test
    void a_story_is_found_by_its_matter_and_by_its_call_the_oldest_first() {
        Story later = begun(1, noonPlus(60), Optional.of(matter));
        Story first = begun(2, NOON, Optional.of(matter));
        Story withheld = begun(3, noonPlus(90), Optional.empty());

        assertThat(stories().of(matter)).containsExactly(first, later);
        assertThat(stories().of(CALL)).containsExactly(first, later, withheld);
        assertThat(stories().of(new MatterId(7))).isEmpty();
        assertThat(stories().find(first.id())).contains(first);
    }

    @Test
    void without_an_answer_on_record_there_is_no_story() {
        Story unasked =
                new Story(id(9), CALL, Optional.empty(), NOON, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> stories().begun(unasked)).isInstanceOf(StoreFailure.class);
    }

    @Test
    void an_empty_one_and_an_erased_one_are_none() {
        begun(1, NOON, Optional.of(matter));
        begun(2, NOON, Optional.of(matter));
        stories().empty(id(1));
        store.consents().erased(id(2), "by order", noonPlus(9));

        assertThat(stories().of(matter)).isEmpty();
        assertThat(stories().find(id(2))).isEmpty();
    }

    @Test
    void what_is_told_waits_for_its_text_and_then_has_it() {
        begun(1, NOON, Optional.of(matter));
        begun(2, noonPlus(60), Optional.of(matter));
        begun(3, noonPlus(90), Optional.of(matter));
        assertThat(stories().withoutText(NOON, 9)).isEmpty();
        stories().told(id(1), Duration.ofSeconds(40));
        stories().told(id(2), Duration.ofSeconds(50));
        assertThat(stories().withoutText(NOON, 9))
                .extracting(Story::id)
                .containsExactly(id(1), id(2));
        assertThat(stories().withoutText(NOON, 1)).extracting(Story::id).containsExactly(id(1));
        assertThat(stories().withoutText(noonPlus(1), 9))
                .extracting(Story::id)
                .containsExactly(id(2));

        stories().text(id(1), "it broke", noonPlus(99));

        assertThat(stories().withoutText(NOON, 9)).extracting(Story::id).containsExactly(id(2));
        Story story = stories().find(id(1)).orElseThrow();
        assertThat(story.text()).contains("it broke");
        assertThat(story.told()).contains(Duration.ofSeconds(40));
    }

    @Test
    void its_text_goes_with_the_sound_and_is_not_asked_for_again() throws SQLException {
        begun(1, NOON, Optional.of(matter));
        stories().told(id(1), Duration.ofSeconds(40));
        stories().text(id(1), "it broke", noonPlus(99));

        store.consents().erased(id(1), "by order", noonPlus(100));

        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("amends.db"));
                ResultSet rows =
                        file.createStatement().executeQuery("SELECT count(text) FROM story")) {
            assertThat(rows.getInt(1)).isZero();
        }
        assertThat(stories().withoutText(NOON, 9)).isEmpty();
    }

    private Stories stories() {
        return store.stories();
    }

    private Story begun(int digit, Instant at, Optional<MatterId> of) {
        store.consents()
                .note(
                        new Consent(
                                id(digit),
                                CALL,
                                SUPPORT,
                                Optional.empty(),
                                Consent.Answer.YES,
                                "1",
                                new Wording("story-offer", "en 0123456789abcdef"),
                                at));
        Story story = new Story(id(digit), CALL, of, at, Optional.empty(), Optional.empty());
        stories().begun(story);
        return story;
    }

    private static RecordingId id(int digit) {
        return new RecordingId(Integer.toString(digit).repeat(32));
    }
}
