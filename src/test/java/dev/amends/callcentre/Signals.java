package dev.amends.callcentre;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Freezes and thaws processes of ours. */
final class Signals {

    private Signals() {}

    static void freeze(long pid) {
        send("-STOP", pid);
    }

    static void thaw(long pid) {
        send("-CONT", pid);
    }

    private static void send(String signal, long pid) {
        Command.run(Map.of(), Duration.ofSeconds(5), List.of("kill", signal, Long.toString(pid)))
                .orThrow();
    }
}
