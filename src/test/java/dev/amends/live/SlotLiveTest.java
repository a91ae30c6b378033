package dev.amends.live;

import static dev.amends.live.LaterScene.pressing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromisedWindow;
import dev.amends.store.Store;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** A time of the caller's choosing, on a line that has seen three weeks of calls. */
@Tag("live")
class SlotLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    @Test
    void a_caller_chooses_a_time_by_key_hears_it_and_is_called_then_and_not_before() {
        CallCentre centre = stage.centre();
        centre.repsListen();
        centre.called(NUMBER, pressing("1"));
        stage.everybodyOnDuty();
        threeWeeksOfCalls();
        stage.amends(SlotLiveTest::fiveReps);

        Call call = centre.call(NUMBER);
        call.awaitPrompt("choice", SOON);
        call.press("2");
        call.awaitPrompt("if-right-or-another", SOON);
        call.press("3");
        call.awaitPrompt("between", SOON);
        call.press("1");
        call.awaitPrompt("if-right-press-1", SOON);
        call.press("1");
        call.awaitPrompt("thank-you-goodbye", SOON);
        call.awaitEnded(SOON);
        assertThat(call.ear().promptNames()).contains("we-call-you");

        CallbackTerms terms = stage.awaitPromise(Callback.Promised.class::isInstance, SOON).terms();
        PromisedWindow window = terms.window().orElseThrow();
        assertThat(Duration.between(terms.askedAt(), window.from()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(66));
        assertThat(terms.opening()).contains(window.from());
        assertThat(terms.arrival().at()).isEqualTo(window.from());
        assertThat(stage.outcomes()).isEmpty();
        assertThat(centre.carrier().inviteLog().all()).isEmpty();

        anHourAndABitLater();
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, SOON);
        called.awaitTone(CallCentre.voice("rep1"), SOON);
        stage.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(30));
        called.hangUp();
        stage.awaitNoChannels(SOON);
    }

    private static SettingsText fiveReps(SettingsText settings) {
        return settings.text("lines.support.reps", "mon-sun 00:00-24:00 5")
                .text("callbacks.calling_hours", "")
                .number("lines.support.offer_when_waiting", 0);
    }

    /** Ten callers an hour, two minutes each, who wait three minutes before they hang up. */
    private void threeWeeksOfCalls() {
        Store.open(database()).close();
        long hour = Instant.now().toEpochMilli() / 3_600_000;
        change(
                "INSERT INTO line_arrivals WITH RECURSIVE h(n) AS (SELECT %d UNION ALL"
                                .formatted(hour - 21 * 24)
                        + " SELECT n + 1 FROM h WHERE n < %d) SELECT 'support', n, 10 FROM h"
                                .formatted(hour - 1));
        change(
                "INSERT INTO line_experience VALUES ('support', 'handling', 60, 7200, 60, 0),"
                        + " ('support', 'patience', 60, 10800, 60, 0)");
    }

    /** As if the promise had been made so much earlier. */
    private void anHourAndABitLater() {
        change(
                "UPDATE promise SET opening = opening - 4000000, not_before = not_before - 4000000,"
                        + " effective_arrival = effective_arrival - 4000000");
    }

    private Path database() {
        return stage.folder().resolve("amends.db");
    }

    private void change(String sql) {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = store.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
