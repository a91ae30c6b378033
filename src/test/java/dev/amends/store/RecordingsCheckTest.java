package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of recordings, as the doctor finds it. */
class RecordingsCheckTest {

    @TempDir Path folder;

    @Test
    void a_folder_that_is_not_there_is_a_problem_with_the_way_to_make_it() {
        Finding finding = finding(folder.resolve("none"));

        assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(finding.fix()).contains("install -d -m 2770", folder.toString());
    }

    @Test
    void a_folder_that_everybody_may_look_into_is_a_warning() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(finding(folder).verdict()).isEqualTo(Verdict.WARNING);

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(finding(folder).verdict()).isEqualTo(Verdict.OK);
    }

    private static Finding finding(Path folder) {
        return new RecordingsCheck(folder).run().getFirst();
    }
}
