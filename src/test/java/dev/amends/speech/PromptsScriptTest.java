package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code scripts/prompts} on the shipped sounds, installed to an empty folder. */
class PromptsScriptTest {

    @TempDir Path asterisk;

    @Test
    void every_shipped_sound_was_made_from_its_text() throws Exception {
        assertThat(prompts("--check").trim()).endsWith("all as their texts say");
    }

    @Test
    void installing_brings_every_prompt_and_again_changes_nothing() throws Exception {
        Files.createDirectory(asterisk.resolve("es"));
        assertThat(install()).contains("0 were there, 0 recorded by you");
        for (CataloguePrompt prompt : CataloguePrompt.values()) {
            assertThat(asterisk.resolve("en/" + prompt.prompt() + ".wav")).isNotEmptyFile();
            assertThat(asterisk.resolve("es/" + prompt.prompt() + ".wav")).isNotEmptyFile();
        }
        assertThat(install()).contains("0 copied");
    }

    /** A package of core sounds could not put its link where a folder stands. */
    @Test
    void a_language_whose_core_sounds_are_not_there_is_left_out() throws Exception {
        install();
        assertThat(ours("choice.wav")).isNotEmptyFile();
        assertThat(asterisk.resolve("es")).doesNotExist();
    }

    @Test
    void an_administrators_recording_is_never_overwritten() throws Exception {
        install();
        Files.writeString(ours("company.wav"), "my own voice");
        assertThat(install()).contains("kept your own", "company.wav", "1 recorded by you");
        assertThat(ours("company.wav")).hasContent("my own voice");
    }

    @Test
    void a_recording_in_another_format_is_not_drowned_out_by_ours() throws Exception {
        install();
        Files.writeString(ours("company.ulaw"), "my own voice");
        install();
        assertThat(ours("company.wav")).doesNotExist();
        assertThat(ours("company.ulaw")).hasContent("my own voice");
    }

    @Test
    void a_file_beside_a_prompt_that_cannot_be_played_replaces_nothing() throws Exception {
        Files.createDirectories(ours("."));
        Files.writeString(ours("company.txt"), "Hello, this is Acme.");
        install();
        assertThat(ours("company.wav")).isNotEmptyFile();
    }

    private Path ours(String file) {
        return asterisk.resolve("en", CataloguePrompt.FOLDER, file);
    }

    private String install() throws Exception {
        return prompts("install", asterisk.toString());
    }

    private static String prompts(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("scripts/prompts"));
        command.addAll(List.of(arguments));
        Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(script.exitValue()).as(said).isZero();
        return said;
    }
}
