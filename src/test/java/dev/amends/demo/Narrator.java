package dev.amends.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what happens as it happens: when, to whom, what. Whoever sees something tells it a little
 * late, so it waits a moment and then tells everything in the order in which it happened.
 */
final class Narrator {

    private static final int WIDTH = 98;
    private static final String INDENT = " ".repeat(17);
    private static final Duration A_MOMENT = Duration.ofMillis(1_400);

    private record Happening(Instant at, String who, String what) {}

    private final PrintStream out;
    private final Instant start = Instant.now();
    private final List<Happening> untold = new ArrayList<>();
    private boolean ended;

    Narrator(PrintStream out) {
        this.out = out;
        Thread.ofVirtual().start(this::tellOnAndOn);
    }

    /** Somebody does something now. */
    void tell(Person who, String what) {
        tell(Instant.now(), who, what);
    }

    /** Somebody did something. */
    void tell(Instant at, Person who, String what) {
        tell(at, who.name(), what);
    }

    /** A rep does something now. */
    void tell(String rep, String what) {
        tell(Instant.now(), rep, what);
    }

    private synchronized void tell(Instant at, String who, String what) {
        if (ended) {
            return;
        }
        untold.add(new Happening(at, who, what));
    }

    /** Amends decided something about somebody. */
    void amends(Instant at, Person who, String what) {
        tell(at, who, "· Amends: " + what);
    }

    /** How long the story has been going on. */
    Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    /** Tells the rest at once; whatever comes after that would stand between other words. */
    synchronized void end() {
        tellUntil(Instant.MAX);
        ended = true;
    }

    private void tellOnAndOn() {
        try {
            while (true) {
                tellUntil(Instant.now().minus(A_MOMENT));
                Thread.sleep(Duration.ofMillis(100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tellUntil(Instant moment) {
        untold.sort(Comparator.comparing(Happening::at));
        while (!untold.isEmpty() && untold.getFirst().at().isBefore(moment)) {
            print(untold.removeFirst());
        }
    }

    private void print(Happening happening) {
        long seconds = Math.max(0, Duration.between(start, happening.at()).toSeconds());
        StringBuilder line =
                new StringBuilder(
                        "%3d:%02d  %-7s ".formatted(seconds / 60, seconds % 60, happening.who()));
        int column = line.length();
        for (String word : happening.what().split(" ", -1)) {
            if (column + 1 + word.length() > WIDTH) {
                line.append('\n').append(INDENT);
                column = INDENT.length();
            }
            line.append(' ').append(word);
            column += 1 + word.length();
        }
        out.println(line);
    }
}
