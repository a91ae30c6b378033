package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.bench.Folders;
import dev.amends.callcentre.Ports;
import dev.amends.callcentre.PrivatePbx;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run that was ended leaves its Asterisk behind, on the ports of the next one. */
@Tag("live")
class LeftBehindLiveTest {

    private static final Path PROMPTS = Path.of("asterisk-conf/sounds/en/amends");

    private final Ports ports = new Ports(Stage.ports().shift() + 150);

    private final Path folder = Files.createTempDirectory("amends-left");

    LeftBehindLiveTest() throws IOException {}

    @AfterEach
    void clear() {
        Folders.delete(folder);
    }

    @Test
    void the_asterisk_of_a_run_that_is_gone_gives_way() throws Exception {
        try (PrivatePbx left = pbx("left", "pid " + gone());
                PrivatePbx next = pbx("next", "pid " + ProcessHandle.current().pid())) {
            left.start();
            next.start();

            assertThat(next.cli("core show version")).startsWith("Asterisk ");
            assertThat(folder.resolve("next/run/asterisk.ctl")).exists();
            assertThatThrownBy(() -> left.cli("core show version"))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void the_asterisk_of_a_run_that_goes_on_does_not() {
        String owner = "pid " + ProcessHandle.current().pid();
        try (PrivatePbx first = pbx("first", owner);
                PrivatePbx next = pbx("next", "scripts/demo")) {
            first.start();

            assertThatThrownBy(next::start)
                    .hasMessageContaining("are held by " + owner)
                    .hasMessageContaining("or take other ports");
            assertThat(first.cli("core show version")).startsWith("Asterisk ");
        }
    }

    private PrivatePbx pbx(String name, String owner) {
        return new PrivatePbx(ports, folder.resolve(name), PROMPTS, owner);
    }

    /** The number of a process that has ended. */
    private static long gone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
