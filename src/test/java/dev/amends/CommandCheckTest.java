package dev.amends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.supervision.Finding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor looks for the command as it is found when it is run. */
class CommandCheckTest {

    @ParameterizedTest
    @CsvSource({
        "/bin/sh, OK",
        "sh, OK",
        "/nonexistent/hear, PROBLEM",
        "hear-that-is-nowhere, PROBLEM",
        "/etc/passwd, PROBLEM",
        "/bin, PROBLEM"
    })
    void it_is_there_or_a_problem(String command, Finding.Verdict verdict) {
        assertThat(new CommandCheck("a.command", "hears", command, "/nowhere:/bin").run())
                .extracting(Finding::verdict)
                .containsExactly(verdict);
    }
}
