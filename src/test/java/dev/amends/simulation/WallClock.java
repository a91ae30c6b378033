package dev.amends.simulation;

import dev.amends.rehearsal.Agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the machine, which somebody sets wrong and right again. */
final class WallClock implements InstantSource {

    private final Agenda agenda;
    private Duration wrong = Duration.ZERO;
    private Instant jumped = Instant.MIN;

    WallClock(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public Instant instant() {
        return agenda.instant().plus(wrong);
    }

    void jumpsTo(Duration offset) {
        wrong = offset;
        jumped = agenda.instant();
    }

    /** When it jumped last, in true time. */
    Instant jumped() {
        return jumped;
    }
}
