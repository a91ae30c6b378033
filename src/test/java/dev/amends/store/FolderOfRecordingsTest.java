package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.care.RecordingId;
import dev.amends.care.Recordings;
import dev.amends.care.Recordings.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/** Files are known by their names alone, and no others are ever touched. */
class FolderOfRecordingsTest {

    private static final RecordingId ONE = new RecordingId("1".repeat(32));
    private static final RecordingId TWO = new RecordingId("2".repeat(32));

    @TempDir Path folder;

    @Test
    void the_parts_of_a_recording_come_in_their_order_with_their_length() throws IOException {
        write(ONE.value() + "-10.wav", 1);
        write(ONE.value() + "-2.wav", 3);
        write(ONE.value() + ".wav", 2);
        write(TWO.value() + "-1.wav", 5);

        assertThat(recordings().of(Set.of(ONE)).get(ONE))
                .extracting(Part::length)
                .containsExactly(
                        Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(recordings().of(Set.of(ONE))).containsOnlyKeys(ONE);
    }

    @Test
    void a_file_that_refuses_to_go_keeps_no_other_from_it_and_is_told() throws IOException {
        Path stays = Files.createDirectory(folder.resolve(ONE.value() + ".wav"));
        Files.createFile(stays.resolve("something"));
        write(ONE.value() + "-1.wav", 1);
        write(TWO.value() + ".wav", 1);

        assertThatThrownBy(() -> recordings().erase(Set.of(ONE, TWO)))
                .isInstanceOf(Recordings.FolderUnusable.class)
                .hasMessageContaining(stays.toString());

        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(stays);
        }
    }

    @Test
    void to_erase_takes_all_parts_and_leaves_everything_else() throws IOException {
        write(ONE.value() + "-1.wav", 1);
        write(ONE.value() + ".wav", 1);
        write(TWO.value() + "-1.wav", 1);
        write("1".repeat(32) + "-1.wav.bak", 1);
        write("music.wav", 1);

        assertThat(recordings().erase(Set.of(ONE))).isEqualTo(2);

        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            TWO.value() + "-1.wav", "1".repeat(32) + "-1.wav.bak", "music.wav");
        }
    }

    @Test
    void a_story_is_a_second_at_least_in_which_somebody_speaks() throws IOException {
        assertThat(recordings().holdsStory(ONE)).contains(false);
        write(ONE.value() + ".wav", 3);
        assertThat(recordings().holdsStory(ONE)).contains(false);
        speak(ONE, 16_000);
        assertThat(recordings().holdsStory(ONE)).contains(true);
        speak(ONE, 15_998);
        assertThat(recordings().holdsStory(ONE)).contains(false);
        Files.write(folder.resolve(ONE.value() + ".wav"), new byte[10]);
        assertThat(recordings().holdsStory(ONE)).contains(false);
        assertThat(new FolderOfRecordings(folder.resolve("none")).holdsStory(ONE)).isEmpty();
    }

    private void speak(RecordingId id, int bytes) throws IOException {
        byte[] all = new byte[44 + bytes];
        Arrays.fill(all, 44, all.length, (byte) 40);
        Files.write(folder.resolve(id.value() + ".wav"), all);
    }

    @Test
    void what_was_last_written_before_a_moment_is_found() throws IOException {
        Instant noon = Instant.parse("2026-11-28T12:00:00Z");
        Files.setLastModifiedTime(write(ONE.value() + "-1.wav", 1), FileTime.from(noon));
        Files.setLastModifiedTime(
                write(TWO.value() + "-1.wav", 1), FileTime.from(noon.plusSeconds(1)));

        assertThat(recordings().lastWrittenBefore(noon.plusSeconds(1))).containsExactly(ONE);
    }

    @Test
    void a_folder_that_is_not_there_holds_nothing() {
        Recordings nowhere = new FolderOfRecordings(folder.resolve("none"));

        assertThat(nowhere.of(Set.of(ONE))).isEmpty();
        assertThat(nowhere.erase(Set.of(ONE))).isZero();
    }

    @Test
    void a_file_in_place_of_the_folder_is_said() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new FolderOfRecordings(file).of(Set.of(ONE)))
                .isInstanceOf(Recordings.FolderUnusable.class)
                .hasMessageContaining(file.toString());
    }

    private Recordings recordings() {
        return new FolderOfRecordings(folder);
    }

    private Path write(String name, int seconds) throws IOException {
        return Files.write(folder.resolve(name), new byte[44 + 16_000 * seconds]);
    }
}
