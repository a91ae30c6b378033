package dev.amends.simulation;

import dev.amends.rehearsal.Agenda;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened, line by line, as a number that is the same only if all of it was; the lines
 * themselves are kept only where somebody will read them.
 */
final class Trace {

    private static final long PRIME = 0x100000001b3L;

    private final Agenda agenda;
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private long hash = 0xcbf29ce484222325L;

    Trace(Agenda agenda, boolean kept) {
        this.agenda = agenda;
        this.kept = kept;
    }

    void note(String what) {
        mix(agenda.instant().toEpochMilli());
        mix(what.hashCode());
        if (kept) {
            lines.add(agenda.instant() + " " + what);
        }
    }

    private void mix(long value) {
        hash = (hash ^ value) * PRIME;
    }

    long hash() {
        return hash;
    }

    List<String> lines() {
        return lines;
    }
}
