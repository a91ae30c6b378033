package dev.amends.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another language is a spelling, a catalogue and its sounds, and nothing outside of this room. */
class ThirdLanguageTest {

    private static final Path CATALOGUES =
            Path.of("src/main/resources/dev/amends/speech/catalogue");
    private static final Pattern NAMED = Pattern.compile("(?i)\\bspanish\\b|\\bes\\b(?!_)");

    @TempDir Path elsewhere;

    @Test
    void its_catalogue_holds_every_prompt_and_the_words_of_its_spelling() {
        Languages languages = ToyLanguage.besideEnglish();
        Catalogue catalogue = ToyLanguage.catalogue();
        assertThat(catalogue.text(CataloguePrompt.CHOICE)).isEqualTo("toy choice");
        assertThat(languages.spelling(ToyLanguage.TOY).vocabulary())
                .isEqualTo(catalogue.ownWords());
        assertThat(languages.prompts(ToyLanguage.TOY)).hasSize(CataloguePrompt.values().length + 2);
    }

    /** All programs and the dialplan work with whatever languages the room speech has. */
    @Test
    void nothing_outside_of_this_room_names_a_language() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> scripts = Files.walk(Path.of("scripts"));
                Stream<Path> dialplan = Files.walk(Path.of("asterisk-conf/amends"))) {
            List<Path> files =
                    Stream.of(java, scripts, dialplan)
                            .flatMap(paths -> paths)
                            .filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains("/speech/"))
                            .toList();
            assertThat(files).hasSizeGreaterThan(100);
            assertThat(files).noneMatch(ThirdLanguageTest::namesALanguage);
        }
        assertThat(NAMED.matcher("sounds/es/amends").find()).isTrue();
    }

    private static boolean namesALanguage(Path file) {
        try {
            return NAMED.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void its_sounds_are_made_from_its_catalogue_by_the_voice_that_this_names() throws Exception {
        assumeThat(run("bash", "-c", "command -v espeak-ng && command -v sox")).startsWith("/");
        Path catalogues = elsewhere.resolve(CATALOGUES);
        Files.createDirectories(catalogues);
        Files.createDirectories(elsewhere.resolve("scripts"));
        Files.createDirectories(elsewhere.resolve("asterisk-conf/sounds"));
        Files.copy(Path.of("scripts/prompts"), elsewhere.resolve("scripts/prompts"));
        Files.writeString(
                catalogues.resolve("pt.properties"),
                "# voice: espeak-ng pt\nchoice = Para esperar, prima 1.\nword-as = às\n");

        String said = run(elsewhere.resolve("scripts/prompts").toString());

        assertThat(said).contains("made pt/amends/choice.wav", "made pt/amends/word-as.wav");
        assertThat(elsewhere.resolve("asterisk-conf/sounds/pt/amends/choice.wav")).isNotEmptyFile();
        assertThat(run(elsewhere.resolve("scripts/prompts").toString(), "--check"))
                .contains("3 sound files, all as their texts say");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
