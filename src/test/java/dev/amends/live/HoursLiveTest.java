package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * A line that is closed, on a clock where it is about noon whenever this runs: it opens tomorrow at
 * eight.
 */
@Tag("live")
class HoursLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    private final ZoneId noon = ZoneId.of(zone(Instant.now().atZone(ZoneOffset.UTC).getHour()));
    private final ZonedDateTime opens =
            Instant.now().atZone(noon).toLocalDate().plusDays(1).atTime(8, 0).atZone(noon);

    /** Etc/GMT+3 is three hours behind. */
    private static String zone(int hourInGreenwich) {
        int behind = hourInGreenwich - 12;
        return "Etc/GMT" + (behind < 0 ? "" : "+") + behind;
    }

    private SettingsText closed(SettingsText settings) {
        String tomorrow =
                opens.getDayOfWeek()
                        .getDisplayName(TextStyle.SHORT, Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
        return settings.text("lines.support.time_zone", noon.getId())
                .text("lines.support.hours", tomorrow + " 08:00-18:00");
    }

    @Test
    void who_calls_while_it_is_closed_is_promised_a_call_at_opening_and_nobody_is_rung_before() {
        stage.amends(this::closed);
        Call call = stage.centre().call(NUMBER);

        call.awaitPrompt("called-back-press-2", SOON);
        assertThat(call.ear().promptNames())
                .containsExactly(
                        "closed-now",
                        "we-open",
                        "digits/tomorrow",
                        "at",
                        "digits/8",
                        "digits/a-m",
                        "called-back-press-2");
        call.press("2");
        call.awaitPrompt("if-right-press-1", SOON);
        call.press("1");
        call.awaitEnded(SOON);
        assertThat(call.ear().promptNames())
                .endsWith(
                        "we-call-you",
                        "digits/tomorrow",
                        "from",
                        "digits/8",
                        "digits/a-m",
                        "thank-you-goodbye");

        Callback.Promised promise =
                (Callback.Promised) stage.awaitPromise(Callback.Promised.class::isInstance, SOON);
        assertThat(promise.notBefore()).isEqualTo(opens.toInstant());
        assertThat(opens.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
        // Who calls once more finds his promise, and no queue either.
        Call again = stage.centre().call(NUMBER);
        again.awaitPrompt("keep-or-cancel", SOON);
        again.press("1");
        again.awaitEnded(SOON);
        stage.awaitInQueue("support", 0, SOON);
        nobodyWasRung();
    }

    @Test
    void what_was_promised_before_closing_leaves_the_queue_and_waits_for_the_opening() {
        stage.onDuty();
        AmendsProcess open = stage.amends(s -> s.number("lines.support.offer_when_waiting", 0));
        stage.promised(NUMBER);
        stage.awaitInQueue("support", 1, SOON);

        open.close();
        stage.amends(this::closed);

        stage.awaitInQueue("support", 0, SOON);
        Callback promise =
                stage.awaitPromise(
                        it ->
                                it instanceof Callback.Promised off
                                        && off.notBefore().equals(opens.toInstant()),
                        SOON);
        assertThat(promise.tries().made()).isZero();
        assertThat(stage.outcomes()).containsOnly(AttemptOutcome.VOID);
        stage.everybodyOnDuty();
        stage.awaitNoChannels(SOON);
        nobodyWasRung();
    }

    private void nobodyWasRung() {
        CallCentre centre = stage.centre();
        assertThat(centre.carrier().inviteLog().all()).isEmpty();
        assertThat(centre.reps().inviteLog().all()).isEmpty();
    }
}
