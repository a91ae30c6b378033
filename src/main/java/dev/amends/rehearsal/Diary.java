package dev.amends.rehearsal;

import java.time.Instant;
import java.util.function.Consumer;

/** Notes what happens: a line of the trace, and the outcome where somebody counts in it. */
final class Diary {

    private final Agenda agenda;
    private final Outcome outcome;
    private final Consumer<String> trace;

    Diary(Agenda agenda, Outcome outcome, Consumer<String> trace) {
        this.agenda = agenda;
        this.outcome = outcome;
        this.trace = trace;
    }

    void note(Party who, String what, Consumer<Outcome> counted) {
        Instant now = agenda.instant();
        trace.accept(now + " " + who.id + " " + what);
        if (who.counts) {
            counted.accept(outcome);
        }
    }
}
