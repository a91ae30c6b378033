package dev.amends.callcentre;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the telephone system wrote down of the calls' way through the dialplan, to the millisecond,
 * from the moment on at which this was made.
 */
public final class DialplanLog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final Pattern EXECUTING =
            Pattern.compile(
                    "\\[(.{23})] .*Executing \\[([^]]+)@([^]:]+):\\d+] (\\w+)\\(\"([^\"]+)\".*");
    private static final Pattern PLAYING =
            Pattern.compile(
                    "\\[(.{23})] .*<([^>]+)> Playing '([^']+)\\.\\w+' \\(language '(\\w+)'\\).*");
    private static final Pattern MUSIC =
            Pattern.compile(
                    "\\[(.{23})] .*(Started music) on hold, class '[^']*', on channel '([^']+)'.*");

    private final Path file;
    private final long from;

    /** The log of this file, from now on. */
    DialplanLog(Path file) {
        this.file = file;
        this.from = length(file);
    }

    /**
     * One step of a channel.
     *
     * @param context the dialplan's context, empty for what is not a step of the dialplan
     * @param what the application, such as {@code Queue}, or {@code Music} when music on hold
     *     begins
     */
    public record Step(Instant at, String channel, String context, String what) {

        /** Whether it is this application in this context. */
        public boolean is(String inContext, String application) {
            return context.equals(inContext) && what.equals(application);
        }
    }

    /** All steps so far, in order. */
    public List<Step> steps() {
        try (Stream<String> lines = text().lines()) {
            return lines.map(DialplanLog::step).filter(Objects::nonNull).toList();
        }
    }

    /** A sound file that was played to a channel, in a language. */
    public record Played(Instant at, String channel, String file, String language) {}

    /** All sound files that were played so far, in order. */
    public List<Played> played() {
        return text().lines()
                .map(PLAYING::matcher)
                .filter(Matcher::matches)
                .map(m -> new Played(time(m.group(1)), m.group(2), m.group(3), m.group(4)))
                .toList();
    }

    /** Waits for a step; the first such one. */
    public Step await(Predicate<Step> wanted, Duration patience) {
        return Awaitility.await()
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> steps().stream().filter(wanted).findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static @Nullable Step step(String line) {
        Matcher executing = EXECUTING.matcher(line);
        if (executing.matches()) {
            return new Step(
                    time(executing.group(1)),
                    executing.group(5),
                    executing.group(3),
                    executing.group(4));
        }
        Matcher music = MUSIC.matcher(line);
        return music.matches() ? new Step(time(music.group(1)), music.group(3), "", "Music") : null;
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).atZone(ZoneId.systemDefault()).toInstant();
    }

    private String text() {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(from);
            byte[] all = new byte[Math.toIntExact(channel.size() - from)];
            int read = channel.read(java.nio.ByteBuffer.wrap(all));
            return new String(all, 0, Math.max(0, read), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
