package dev.amends.callcentre;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ToneSoundsTest {

    @TempDir private Path run;

    /** As when the demo is run a second time. */
    @Test
    void they_are_written_anew_where_an_earlier_run_left_its_own() throws IOException {
        Path folder = ToneSounds.writtenTo(run.resolve("tones")).folder();
        Path stale = Files.writeString(folder.resolve("no-prompt-any-more.wav"), "stale");

        ToneSounds.writtenTo(folder);

        assertThat(stale).doesNotExist();
        assertThat(folder.resolve("choice.wav")).exists();
    }
}
