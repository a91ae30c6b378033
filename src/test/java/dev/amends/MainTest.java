package dev.amends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.supervision.BlindSpot;
import dev.amends.supervision.Check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class MainTest {

    @TempDir private Path folder = Path.of("set by JUnit");

    @Test
    void broken_settings_end_with_three_before_anything_is_wired() throws IOException {
        Path config = folder.resolve("amends.toml");
        Files.writeString(config, "[callbacks]\nretrys = 1\n");
        StringWriter err = new StringWriter();
        Main main =
                new Main(
                        _ -> {
                            throw new AssertionError("wired");
                        },
                        Map.of("AMENDS_CONFIG", config.toString()));

        int code = main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), "run");

        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        config
                                + ":2: callbacks.retrys: there is no such setting (did you mean"
                                + " retries?)\n");
    }

    @Test
    void an_installation_that_is_damaged_is_told_in_one_sentence() throws IOException {
        StringWriter err = new StringWriter();
        Main main =
                new Main(
                        _ -> {
                            throw new NoClassDefFoundError("dev/amends/Gone");
                        },
                        Map.of("AMENDS_CONFIG", config().toString()));

        int code = main.exitCode(new PrintWriter(new StringWriter()), new PrintWriter(err), "run");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("\namends: this is a mistake in Amends;")
                .doesNotContain("NoClassDefFound", "\tat ");
        Path trace = Path.of(err.toString().replaceFirst("(?s).* in (/.*)\\.\n", "$1"));
        assertThat(trace).content().contains("dev/amends/Gone");
        Files.delete(trace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void a_running_amends_is_stopped_by_a_signal_and_ends_with_zero(String signal)
            throws IOException, InterruptedException {
        Process amends = start();
        try (BufferedReader out = amends.inputReader()) {
            assertThat(out.readLine()).isEqualTo("Amends is ready: nothing but this test");

            new ProcessBuilder("kill", "-" + signal, String.valueOf(amends.pid()))
                    .start()
                    .waitFor();

            assertThat(out.readLine()).isEqualTo("stopped in order");
            assertThat(amends.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(amends.exitValue()).isZero();
        } finally {
            amends.destroyForcibly();
        }
    }

    private Path config() throws IOException {
        Path config = folder.resolve("amends.toml");
        Files.writeString(folder.resolve("key.conf"), "AMENDS_KEY=" + "0".repeat(64));
        Files.writeString(config, "[asterisk]\nami_secret = \"x\"\nkey_file = \"key.conf\"\n");
        return config;
    }

    private Process start() throws IOException {
        Path config = config();
        ProcessBuilder amends =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunsUntilStopped.class.getName());
        amends.environment().put("AMENDS_CONFIG", config.toString());
        return amends.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The real command line around rooms that do nothing. */
    static final class RunsUntilStopped implements Wiring {

        public static void main(String[] args) {
            Main main = new Main(_ -> new RunsUntilStopped(), System.getenv());
            PrintWriter out = new PrintWriter(System.out, true);
            System.exit(main.execute(out, new PrintWriter(System.err, true), "run"));
        }

        @Override
        public String start() {
            return "nothing but this test";
        }

        @Override
        public BackOffice backOffice() {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public List<Check> checks() {
            return List.of();
        }

        @Override
        public List<BlindSpot> blindSpots() {
            return List.of();
        }

        @Override
        public void close() {
            System.out.println("stopped in order");
        }
    }
}
