package dev.amends.speech;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * The sounds an Asterisk has once ours are installed: the files below {@code asterisk-conf/sounds}
 * and the core sounds we rely on. Any test that knows what a dialogue can say asks {@link #missing}
 * whether all of it exists.
 */
public final class ShippedSounds {

    private static final Path SOUNDS = Path.of("asterisk-conf", "sounds");

    private final Language language;
    private final Map<Prompt, Duration> core;

    private ShippedSounds(Language language, Map<Prompt, Duration> core) {
        this.language = language;
        this.core = core;
    }

    /** What a caller can hear in English. */
    public static ShippedSounds english() {
        return of(Language.ENGLISH);
    }

    /** What a caller can hear in a language. */
    public static ShippedSounds of(Language language) {
        Map<Prompt, Duration> core = new HashMap<>();
        for (String line : coreSounds("core-sounds-" + language + ".txt")) {
            String[] sound = line.split(" ", 2);
            core.put(new Prompt(sound[0]), Duration.ofMillis(Long.parseLong(sound[1])));
        }
        return new ShippedSounds(language, core);
    }

    /** The prompts among these that nobody could hear. */
    public List<Prompt> missing(Collection<Prompt> prompts) {
        return prompts.stream().filter(prompt -> length(prompt).isEmpty()).distinct().toList();
    }

    /** How long it takes to play these; throws when one is missing. */
    public Duration length(Collection<Prompt> prompts) {
        return prompts.stream()
                .map(prompt -> length(prompt).orElseThrow(() -> new AssertionError(prompt)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How long it takes to play a prompt, or empty when there is no such sound. */
    public Optional<Duration> length(Prompt prompt) {
        Path file = file(prompt);
        if (!Files.exists(file)) {
            return Optional.ofNullable(core.get(prompt));
        }
        try (var sound = AudioSystem.getAudioInputStream(file.toFile())) {
            double seconds = sound.getFrameLength() / (double) sound.getFormat().getFrameRate();
            return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
        } catch (IOException | UnsupportedAudioFileException broken) {
            throw new AssertionError(file + " cannot be played", broken);
        }
    }

    /** The core sounds we rely on. */
    Collection<Prompt> core() {
        return core.keySet();
    }

    /** Where our own sound file of a prompt is. */
    Path file(Prompt prompt) {
        return SOUNDS.resolve(language.code()).resolve(prompt.file() + ".wav");
    }

    /** In which format our own sound file of a prompt is. */
    AudioFormat format(Prompt prompt) {
        File file = file(prompt).toFile();
        try {
            return AudioSystem.getAudioFileFormat(file).getFormat();
        } catch (IOException | UnsupportedAudioFileException broken) {
            throw new AssertionError(file + " cannot be played", broken);
        }
    }

    private static List<String> coreSounds(String name) {
        try (var in = ShippedSounds.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is not among the test resources");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
