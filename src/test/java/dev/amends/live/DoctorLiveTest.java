package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.PrivatePbx;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The doctor's one true call through Asterisk, and what he says when it does not come through. */
@Tag("live")
class DoctorLiveTest {

    @RegisterExtension final Stage stage = new Stage();

    @AfterEach
    void as_it_was() {
        pbx().cli("dialplan set global AMENDS_AGI 127.0.0.1:" + stage.centre().ports().agi());
        pbx().cli("module load app_playback.so");
    }

    @Test
    void a_call_goes_through_everything_and_rings_nobody() {
        AmendsProcess amends = stage.amends(settings -> settings);
        stage.playSpeech();

        String said = amends.cli("doctor");

        assertThat(trueCall(said))
                .matches(
                        "ok +a true call +answered by Amends in [0-9]+ ms, heard a prompt, found"
                                + " queue support; [0-9.]+ s in all");
        assertThat(said).contains("Could not be checked from here:", "the trunk", "All is well.");
        assertThat(stage.centre().reps().incomingCalls()).isEmpty();
        assertThat(stage.centre().carrier().inviteLog().all()).isEmpty();
        assertThat(stage.promises()).isEmpty();
        stage.awaitNoChannels(Duration.ofSeconds(5));
        assertThat(pbx().cli("database show amends")).contains("0 results found");
    }

    @Test
    void an_amends_that_is_not_there_or_frozen_or_has_another_key_is_told() throws IOException {
        AmendsProcess amends = stage.amends(settings -> settings);
        amends.freeze();
        assertThat(trueCall(doctor(amends))).contains("Amends lives, but", " ms (AGISTATUS");
        amends.thaw();
        stage.awaitHeartbeat();

        String key = pbx().key();
        pbx().setKey("0".repeat(64));
        String said = doctor(amends);
        pbx().setKey(key);
        assertThat(said).contains("the PBX has another key");
        assertThat(trueCall(said)).contains("Amends lives, but");

        amends.close();
        assertThat(trueCall(doctor(amends))).contains("WARNING", "no sign of life");
    }

    @Test
    void an_address_where_nobody_listens_is_told() {
        AmendsProcess amends = stage.amends(settings -> settings);
        pbx().cli("dialplan set global AMENDS_AGI 127.0.0.1:9");

        assertThat(trueCall(doctor(amends))).contains("nobody listens at AMENDS_AGI");
    }

    @Test
    void a_module_that_asterisk_does_not_have_is_told() {
        AmendsProcess amends = stage.amends(settings -> settings);
        pbx().cli("module unload app_playback.so");
        assertThat(trueCall(doctor(amends))).contains("prompt could not be played");
    }

    @Test
    void a_prompt_that_is_not_there_is_told() throws IOException {
        AmendsProcess amends = stage.amends(settings -> settings);
        Path empty = Files.createDirectory(stage.folder().resolve("empty"));
        pbx().play("en", "amends", empty);

        assertThat(trueCall(doctor(amends))).contains("prompt could not be played");
    }

    private PrivatePbx pbx() {
        return stage.centre().pbx();
    }

    /** What the doctor says, whatever his verdict. */
    private static String doctor(AmendsProcess amends) {
        return amends.cliWhatever("doctor");
    }

    private static String trueCall(String said) {
        return said.lines()
                .filter(line -> line.contains("  a true call  "))
                .findFirst()
                .orElse(said);
    }
}
