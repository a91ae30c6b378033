package dev.amends.store;

import static dev.amends.store.Samples.promiseId;
import static dev.amends.store.Samples.promised;
import static dev.amends.store.Samples.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.Callback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is committed survives a killed program, and two programs share one file. */
@Timeout(120)
class DurabilityTest {

    private static final int ROUND = 3_000;
    private static final int SHARED = 40;

    @TempDir Path folder;

    @Test
    void every_promise_that_was_committed_survives_kill_9() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path file = folder.resolve("amends.db");
        List<Integer> committed = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            committed.addAll(promiseAndKill(file, round * ROUND, 1 + random.nextInt(80)));
        }

        try (Store store = Store.open(file)) {
            for (int n : committed) {
                assertThat(store.ledger().find(promiseId(n)))
                        .hasValueSatisfying(there -> {
                            assertThat(there).isInstanceOf(Callback.Promised.class);
                            assertThat(there.terms()).isEqualTo(terms(n));
                        });
                assertThat(store.ledger().story(promiseId(n))).hasSize(2);
            }
        }
    }

    @Test
    void two_programs_write_the_same_file() throws Exception {
        Path file = folder.resolve("amends.db");
        try (Store store = Store.open(file)) {
            Process other = program(file, 1000, SHARED);
            try (BufferedReader lines = other.inputReader()) {
                assertThat(committed(lines)).isEqualTo(1000);
                for (int n = 0; n < SHARED; n++) {
                    promised(store.ledger(), n);
                }
                assertThat(rest(lines)).hasSize(SHARED - 1);
            } finally {
                other.destroyForcibly();
            }
            assertThat(other.waitFor()).isZero();
            assertThat(store.ledger().list(false, 1000)).hasSize(2 * SHARED);
        }
    }

    /** Promises in a program of its own, which is killed after so many; which were committed. */
    private static List<Integer> promiseAndKill(Path file, int first, int killAfter)
            throws Exception {
        Process program = program(file, first, ROUND);
        List<Integer> committed = new ArrayList<>();
        try (BufferedReader lines = program.inputReader()) {
            for (int i = 0; i < killAfter; i++) {
                committed.add(committed(lines));
            }
            program.toHandle().destroyForcibly();
            committed.addAll(rest(lines));
        }
        assertThat(program.waitFor()).as("killed, not ended by itself").isEqualTo(128 + 9);
        return committed;
    }

    private static Process program(Path file, int first, int count) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PromisingProgram.class.getName(),
                        file.toString(),
                        String.valueOf(first),
                        String.valueOf(count));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<Integer> rest(BufferedReader lines) throws IOException {
        List<Integer> rest = new ArrayList<>();
        for (int n = committed(lines); n >= 0; n = committed(lines)) {
            rest.add(n);
        }
        return rest;
    }

    /** The next promise that the program tells of; -1 at its end. A cut line is none. */
    private static int committed(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("committed ") && line.endsWith(" promised")) {
                return Integer.parseInt(line.split(" ")[1]);
            }
        }
        return -1;
    }
}
