package dev.amends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.care.RecordingId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A real command is run, and whatever it does it does not get far. */
class BoundedCommandTest {

    private static final RecordingId STORY = new RecordingId("a".repeat(32));

    @TempDir private Path folder = Path.of("set by JUnit");

    @Test
    void what_it_says_of_the_file_is_the_text_on_one_line() throws Exception {
        Files.writeString(
                folder.resolve(STORY.value() + ".wav"), "It broke.\n\tTwice\u001b[31m.\n");

        assertThat(command(60, "cat", "{file}").text(STORY)).contains("It broke. Twice [31m.");
    }

    @Test
    void no_shell_reads_it() throws Exception {
        assertThat(command(60, "echo", "$(id); `id` > {file} #").text(STORY).orElseThrow())
                .startsWith("$(id); `id` > " + folder);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void one_that_fails_says_nothing_or_is_not_there_gives_no_text() throws Exception {
        assertThat(command(60, "sh", "-c", "echo half; exit 3").text(STORY)).isEmpty();
        assertThat(command(60, "true").text(STORY)).isEmpty();
        assertThat(command(60, folder.resolve("none").toString()).text(STORY)).isEmpty();
    }

    @Test
    void one_that_never_ends_is_ended_with_all_that_it_has_started() throws Exception {
        Path pid = folder.resolve("pid");
        Instant begun = Instant.now();

        assertThat(command(1, "sh", "-c", "sleep 600 & echo $! > " + pid + "; wait").text(STORY))
                .isEmpty();

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
        long child = Long.parseLong(Files.readString(pid).strip());
        await("the end of what the command had started").until(() -> hasEnded(child));
    }

    @Test
    void one_that_says_too_much_is_cut_short() throws Exception {
        assertThat(command(60, "yes", "blah").text(STORY).orElseThrow())
                .hasSizeBetween(15_000, 16_000);
    }

    /** Gone, or dead and only not yet buried: its new parent does that whenever it likes. */
    private static boolean hasEnded(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private StoryCommand command(int seconds, String... words) throws IOException {
        return new StoryCommand(
                new BoundedCommand(List.of(words), Duration.ofSeconds(seconds)), folder);
    }
}
