package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.callcentre.Vandal;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A wrong key, garbage at the port for turns, a second Amends, files and settings that can't be
 * used: a clear message each, and no caller loses anything by it.
 */
@Tag("live")
class HostileLiveTest {

    private static final String NUMBER = "+12025550143";
    private static final Duration END = Duration.ofSeconds(40);

    @RegisterExtension final Stage stage = new Stage();

    private static SettingsText choiceForEveryone(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 0);
    }

    @Test
    void a_telephone_system_with_another_key_gets_no_answer_and_callers_the_ordinary_queue()
            throws IOException {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(3));
        stage.onDuty("rep1");
        AmendsProcess amends = stage.amends(HostileLiveTest::choiceForEveryone);
        stage.awaitHeartbeat();
        stage.pbx().setKey("0".repeat(64));
        try {
            Call call = centre.call(NUMBER);
            call.awaitTone(CallCentre.voice("rep1"), Duration.ofSeconds(15));
            amends.awaitSaid("AMENDS_KEY is not ours", Duration.ofSeconds(5));
            assertThat(call.ear().promptNames()).isEmpty();
        } finally {
            stage.pbx().setKey(stage.pbx().key());
        }
        centre.call("+12025550144").awaitPrompt("choice", Duration.ofSeconds(10));
    }

    @Test
    void garbage_at_the_port_for_turns_does_not_disturb_real_callers() {
        CallCentre centre = stage.centre();
        AmendsProcess amends = stage.amends(HostileLiveTest::choiceForEveryone);
        stage.awaitHeartbeat();
        long seed = System.nanoTime();
        System.out.println("seed of the garbage: " + seed);
        try (Vandal vandal = Vandal.at(Stage.ports().agi(), seed)) {
            vandal.awaitAttacks(200, Duration.ofSeconds(20));
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(centre.call("+1202555015" + i));
            }
            for (Call call : calls) {
                call.awaitPrompt("choice", Duration.ofSeconds(10));
                call.press("1");
            }
            for (Call call : calls) {
                call.awaitPrompt("keep-waiting", Duration.ofSeconds(10));
            }
            vandal.awaitAttacks(200, Duration.ofSeconds(20));
        }
        assertThat(amends.isAlive()).isTrue();
        amends.awaitSaid("Closed a FastAGI connection that is not a turn's", END);
        assertThat(amends.said()).doesNotContain("\tat ", "OutOfMemory");
    }

    @Test
    void a_second_amends_at_the_same_ports_says_so_and_ends_and_the_first_goes_on() {
        AmendsProcess first = stage.amends(HostileLiveTest::choiceForEveryone);
        stage.awaitHeartbeat();

        AmendsProcess second = start(stage.settings(HostileLiveTest::choiceForEveryone));

        assertThat(second.awaitEnd(END)).isEqualTo(1);
        assertThat(second.said())
                .contains("Cannot listen for turns on port " + Stage.ports().agi())
                .doesNotContain("\tat ");
        assertThat(first.isAlive()).isTrue();
        stage.centre().call(NUMBER).awaitPrompt("choice", Duration.ofSeconds(10));
    }

    @Test
    void a_store_that_is_not_ours_is_refused_and_left_as_it_is() throws IOException {
        Path diary = Files.writeString(stage.folder().resolve("diary.txt"), "Dear diary");

        refused(diary, "is not a database");

        assertThat(diary).hasContent("Dear diary");
    }

    @Test
    void a_store_that_cannot_be_written_is_refused() {
        refused(Path.of("/proc/amends.db"), "/proc/amends.db");
        refused(stage.folder().resolve("nowhere/amends.db"), "has no folder");
    }

    private void refused(Path store, String why) {
        AmendsProcess amends = start(stage.settings(s -> s.text("store.path", store.toString())));
        assertThat(amends.awaitEnd(END)).isEqualTo(1);
        assertThat(amends.said())
                .contains("amends: the store " + store, why)
                .doesNotContain("\tat ");
    }

    @Test
    void settings_full_of_errors_are_told_all_at_once_with_their_lines() throws IOException {
        Path settings =
                Files.writeString(
                        stage.folder().resolve("broken.toml"),
                        """
                        [asterisk]
                        host = "127.0.0.1"
                        ami_prot = 5038
                        agi_port = "many"
                        [numbers]
                        home_region = "Atlantis"
                        [callbacks]
                        gap_seconds = -5
                        [lines.support]
                        queue = "support"
                        offer_when_wating = 3
                        """);

        AmendsProcess amends = start(settings);

        assertThat(amends.awaitEnd(END)).isEqualTo(3);
        assertThat(amends.said())
                .contains("broken.toml:3:", "ami_port")
                .contains("broken.toml:4:", "broken.toml:6:", "broken.toml:8:")
                .contains("broken.toml:11:", "offer_when_waiting")
                .doesNotContain("\tat ");
    }

    private AmendsProcess start(Path settings) {
        return AmendsProcess.launch(settings, stage.folder().resolve("second.log"), Map.of());
    }
}
