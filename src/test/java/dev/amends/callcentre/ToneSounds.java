package dev.amends.callcentre;

import dev.amends.bench.Fingerprints;
import dev.amends.bench.Folders;
import dev.amends.speech.CataloguePrompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sounds that a phone's ear can tell apart: a fingerprint of tones for each word that is said, and
 * one tone for music.
 *
 * @param folder where they are written
 */
public record ToneSounds(Fingerprints prompts, Path folder) {

    private static final Duration TONE = Duration.ofMillis(300);
    private static final Duration LONG_TONE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Writes them into this folder, which holds nothing else; what an earlier run left is gone. */
    public static ToneSounds writtenTo(Path folder) {
        try {
            Fingerprints prompts = fingerprints();
            if (Files.exists(folder)) {
                Folders.delete(folder);
            }
            Files.createDirectory(folder);
            prompts.writeWavs(folder, TONE, PAUSE);
            Fingerprints.writeMusic(
                    folder.resolve("music/steady.wav"),
                    CallCentre.MUSIC_TONE,
                    Duration.ofSeconds(30));
            return new ToneSounds(prompts, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a prompt so long that somebody can do something in the middle of it. */
    public void drawOut(String prompt) {
        write(prompt, LONG_TONE);
    }

    /** Makes it as long as the others again. */
    public void shorten(String prompt) {
        write(prompt, TONE);
    }

    private void write(String prompt, Duration tone) {
        try {
            prompts.writeWav(folder, prompt, tone, PAUSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands for each word that is said. */
    public static Fingerprints fingerprints() {
        return Fingerprints.of(everyWord());
    }

    /** Has them played, until its next start. */
    public void playOn(PrivatePbx pbx) {
        pbx.play("en", "amends", folder);
        pbx.play("en", "digits", folder.resolve("digits"));
        pbx.play("es", "amends", folder.resolve("es"));
        pbx.play("es", "digits", folder.resolve("es/digits"));
        pbx.playMusic(folder.resolve("music"));
    }

    /**
     * Our prompts, and the core sounds which a number is read back with; the Spanish ones are
     * {@code es/NAME}. In English the words of times, and "third call", as well.
     */
    private static List<String> everyWord() {
        List<String> both =
                Stream.concat(
                                Arrays.stream(CataloguePrompt.values()).map(CataloguePrompt::key),
                                IntStream.rangeClosed(0, 9).mapToObj(digit -> "digits/" + digit))
                        .toList();
        Stream<String> times =
                Stream.concat(
                                IntStream.rangeClosed(10, 20).mapToObj(String::valueOf),
                                Stream.of("30", "40", "50", "oh", "a-m", "p-m", "tomorrow"))
                        .map("digits/"::concat);
        Stream<String> calls = Stream.of("digits/h-2", "digits/h-3", "word-call");
        return Stream.of(both.stream(), both.stream().map("es/"::concat), times, calls)
                .flatMap(words -> words)
                .toList();
    }
}
