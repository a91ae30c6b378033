package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Matter;
import dev.amends.care.Said;
import dev.amends.line.LineName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a caller is asked on arrival, on the real telephone system. */
@Tag("live")
class IntakeLiveTest {

    private static final String CALLER = "+12025550161";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText asking(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99)
                .yes("lines.support.welcome_back")
                .texts("lines.support.reasons", "billing", "delivery", "other")
                .texts("lines.support.wishes", "refund", "other");
    }

    @Test
    void killed_while_he_is_asked_he_is_in_the_ordinary_queue_in_time() {
        stage.onDuty();
        AmendsProcess amends = stage.amends(IntakeLiveTest::asking);
        Call call = stage.centre().call(CALLER);
        call.awaitPrompt("what-is-it-about", SOON);

        amends.kill();

        stage.queuedInTime(call, "1");
        stage.awaitInQueue("support", 1, SOON);
        assertThat(matter()).isEmpty();
    }

    @Test
    void silence_skips_every_question_and_costs_no_place() {
        stage.onDuty();
        stage.amends(IntakeLiveTest::asking);
        Call silent = stage.centre().call(CALLER);
        silent.awaitPrompt("what-is-it-about", SOON);
        Call later = stage.centre().call("+12025550162");
        later.awaitPrompt("what-is-it-about", SOON);
        later.press("1");
        later.awaitPrompt("how-can-we-help", SOON);
        later.press("1");
        later.awaitTone(CallCentre.MUSIC_TONE, SOON);
        silent.awaitTone(CallCentre.MUSIC_TONE, SOON);
        stage.awaitInQueue("support", 2, SOON);
        assertThat(silent.ear().promptNames())
                .contains("what-is-it-about", "how-can-we-help")
                .doesNotContain("not-understood", "same-matter");

        stage.centre().rep("rep1", CallCentre.talking("rep1", Duration.ofSeconds(20)));
        stage.onDuty("rep1");

        silent.awaitTone(CallCentre.voice("rep1"), SOON);
        assertThat(later.ear().timeline()).noneMatch(heard -> heard.has(CallCentre.voice("rep1")));
        assertThat(matter().flatMap(Matter::reason)).contains(Said.NOTHING);
    }

    private Optional<Matter> matter() {
        return stage.onRecord(store ->
                store.matters()
                        .open(new PhoneNumber(CALLER), new LineName("support"), Instant.now()));
    }
}
