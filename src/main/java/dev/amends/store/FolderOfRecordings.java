package dev.amends.store;

import dev.amends.care.RecordingId;
import dev.amends.care.Recordings;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder into which the telephone system writes what it records: {@code ID.wav} and {@code
 * ID-1.wav}, {@code ID-2.wav}, …; whatever else lies there is left alone. Without the folder
 * nothing was recorded.
 */
public final class FolderOfRecordings implements Recordings {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})(?:-([0-9]{1,5}))?\\.wav");

    /** WAV, 8,000 samples a second of 16 bits. */
    private static final int HEADER = 44;

    private static final int BYTES_A_SECOND = 16_000;

    private final Path folder;

    public FolderOfRecordings(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<RecordingId, List<Part>> of(Set<RecordingId> ids) {
        return with(all ->
                all.filter(file -> ids.contains(file.id()))
                        .sorted(Comparator.comparingInt(File::nth))
                        .collect(
                                Collectors.groupingBy(
                                        File::id,
                                        () ->
                                                new TreeMap<>(
                                                        Comparator.comparing(RecordingId::value)),
                                        Collectors.mapping(File::part, Collectors.toList()))));
    }

    @Override
    public int erase(Set<RecordingId> ids) {
        List<File> found = with(all -> all.filter(file -> ids.contains(file.id())).toList());
        List<FolderUnusable> refused =
                found.stream().map(this::delete).flatMap(Optional::stream).toList();
        if (!refused.isEmpty()) {
            throw refused.getFirst();
        }
        return found.size();
    }

    @Override
    public Optional<Boolean> holdsStory(RecordingId story) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Path file = folder.resolve(story.value() + ".wav");
        try (InputStream sound = new BufferedInputStream(Files.newInputStream(file))) {
            sound.skipNBytes(HEADER);
            return Optional.of(Files.size(file) >= HEADER + BYTES_A_SECOND && Speech.isIn(sound));
        } catch (NoSuchFileException | EOFException e) {
            return Optional.of(false);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Set<RecordingId> lastWrittenBefore(Instant then) {
        return with(all ->
                all.filter(file -> file.written().isBefore(then))
                        .map(File::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** One of ours. */
    private record File(RecordingId id, int nth, Path path) {

        static Optional<File> of(Path path) {
            Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
            return name.matches()
                    ? Optional.of(
                            new File(
                                    new RecordingId(name.group(1)),
                                    name.group(2) == null ? 0 : Integer.parseInt(name.group(2)),
                                    path))
                    : Optional.empty();
        }

        Part part() {
            long bytes = Attributes.size(path);
            long sound = Math.max(0, bytes - HEADER);
            return new Part(
                    path.toString(), Duration.ofMillis(sound * 1000 / BYTES_A_SECOND), bytes);
        }

        Instant written() {
            return Attributes.written(path);
        }
    }

    /** Of a file that may be erased in this moment: then nothing, and of now. */
    private static final class Attributes {
        private Attributes() {}

        static long size(Path path) {
            try {
                return Files.size(path);
            } catch (NoSuchFileException e) {
                return 0;
            } catch (IOException e) {
                throw unusable(path, e);
            }
        }

        static Instant written(Path path) {
            try {
                return Files.getLastModifiedTime(path).toInstant();
            } catch (NoSuchFileException e) {
                return Instant.MAX;
            } catch (IOException e) {
                throw unusable(path, e);
            }
        }
    }

    private <T> T with(Function<Stream<File>, T> look) {
        try (Stream<Path> all = Files.list(folder)) {
            return look.apply(all.map(File::of).flatMap(Optional::stream));
        } catch (NoSuchFileException e) {
            return look.apply(Stream.empty());
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** One that can't be deleted keeps no other from being. */
    private Optional<FolderUnusable> delete(File file) {
        try {
            Files.deleteIfExists(file.path());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unusable(file.path(), e));
        }
    }

    private static FolderUnusable unusable(Path path, IOException why) {
        return new FolderUnusable(
                "recordings: " + path + " can't be used (" + why.getClass().getSimpleName() + ")",
                why);
    }
}
