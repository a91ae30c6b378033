package dev.amends.demo;

import dev.amends.callcentre.Ports;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The program of {@code scripts/demo}: {@code Demo SHIFT RUN-FOLDER [--stay]}. Exit code 0 when
 * everything was as it should be, else 1; whatever it started is ended, however it ends.
 */
public final class Demo {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** The exit code for ports that somebody else holds. */
    private static final int PORTS = 3;

    private Demo() {}

    /** Runs the demo. */
    public static void main(String[] args) {
        Place place = new Place(new Ports(Integer.parseInt(args[0])), Path.of(args[1]));
        boolean stay = List.of(args).contains("--stay");
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean ending = new AtomicBoolean();
        Premises premises = new Premises(place);
        Thread story = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().unstarted(() -> end(premises, story, done, ending)));
        int code = 1;
        try {
            if (stay) {
                new Stay(place, out).run(premises);
            } else if (new Story(place, out).run(premises)) {
                code = 0;
            }
        } catch (InterruptedException e) {
            // Ctrl-C: the shutdown hook ends everything.
            story.interrupt();
        } catch (RuntimeException e) {
            if (!story.isInterrupted()) {
                String why = String.valueOf(e.getMessage()).strip();
                System.err.println("demo: " + why);
                code = why.contains("in use by another") || why.contains("are held by") ? PORTS : 1;
            }
        } finally {
            premises.close();
            done.set(true);
        }
        if (!ending.get()) {
            System.exit(code);
        }
    }

    /** Ctrl-C or SIGTERM in the middle: what is under way is given up, what runs is ended. */
    private static void end(
            Premises premises, Thread story, AtomicBoolean done, AtomicBoolean ending) {
        if (done.get()) {
            return;
        }
        ending.set(true);
        System.err.println("demo: ending …");
        story.interrupt();
        premises.close();
        try {
            story.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
