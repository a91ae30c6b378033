package dev.amends.asterisk;

import dev.amends.care.Sounds;
import dev.amends.dialing.TelephoneDown;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * The sound files of the PBX, where it is on this machine and we may read them. Its folder is asked
 * for with each new link, so that nobody waits for it.
 */
final class PlayedSounds implements Sounds {

    private static final Logger log = LoggerFactory.getLogger(PlayedSounds.class);

    /** More than any prompt has: what is larger is not one. */
    private static final long MOST_BYTES = 20_000_000;

    private final Supplier<AmiSession> actions;
    private volatile Optional<Path> folder = Optional.empty();

    PlayedSounds(Supplier<AmiSession> actions) {
        this.actions = actions;
    }

    /** There is a new link. Never blocks. */
    void linked() {
        Thread.ofVirtual()
                .name("sounds")
                .start(() -> {
                    try {
                        String data = actions.get().value(AmiActions.global("ASTDATADIR"));
                        folder = Optional.of(Path.of(data, "sounds")).filter(Files::isDirectory);
                    } catch (TelephoneDown | AmiRefused | InvalidPathException e) {
                        log.debug("the PBX does not tell where its sounds are: {}", e.getMessage());
                    }
                });
    }

    @Override
    public Optional<byte[]> of(Prompt prompt, Language language) {
        return folder.flatMap(sounds -> read(sounds.resolve(language.code()), prompt.file()));
    }

    private static Optional<byte[]> read(Path sounds, String file) {
        Path prompt = sounds.resolve(file);
        Path name = prompt.getFileName();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(prompt.resolveSibling("."), name + ".*")) {
            List<Path> formats =
                    StreamSupport.stream(found.spliterator(), false)
                            .sorted(Comparator.naturalOrder())
                            .toList();
            for (Path format : formats) {
                if (Files.size(format) > MOST_BYTES) {
                    return Optional.empty();
                }
                all.write(Files.readAllBytes(format));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(all.toByteArray()).filter(sound -> sound.length > 0);
    }
}
