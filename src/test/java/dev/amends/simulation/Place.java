package dev.amends.simulation;

import dev.amends.rehearsal.Agenda;

import java.time.Duration;
import java.time.Instant;

/** What everybody shares: true time, the clock on the wall, the weather, and the trace. */
final class Place {

    /** So many steps are interrupted by others at most, each in the middle of the one before. */
    private static final int DEEPEST = 4;

    final Agenda agenda;
    final WallClock clock;
    final Trace trace;
    final Weather weather;
    private int depth;

    Place(long seed, Instant start, boolean kept) {
        agenda = new Agenda(start);
        clock = new WallClock(agenda);
        trace = new Trace(agenda, kept);
        weather = new Weather(new Fate(seed), trace);
    }

    Instant now() {
        return agenda.instant();
    }

    Fate fate() {
        return weather.fate();
    }

    /** The world goes on while somebody is in the middle of a step. */
    void goesOn(Duration time) {
        if (depth < DEEPEST) {
            depth++;
            try {
                agenda.runUntil(now().plus(time));
            } finally {
                depth--;
            }
        }
    }
}
