package dev.amends.simulation;

import dev.amends.rehearsal.Agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * The life of a program: what it has begun ends with it when it is killed, and waits while it
 * stands still.
 */
final class Life {

    private final Agenda agenda;
    private boolean alive;
    private int lives;
    private Instant thaws = Instant.MIN;
    private Duration stoodStill = Duration.ZERO;

    Life(Agenda agenda) {
        this.agenda = agenda;
    }

    boolean alive() {
        return alive;
    }

    boolean frozen() {
        return alive && agenda.instant().isBefore(thaws);
    }

    /** Which of its lives this is. */
    int number() {
        return lives;
    }

    Instant thaws() {
        return thaws;
    }

    /** How long it has stood still in all, with what is left of it now. */
    Duration stoodStill() {
        return stoodStill;
    }

    void begins() {
        alive = true;
    }

    void ends() {
        alive = false;
        thaws = Instant.MIN;
        lives++;
    }

    void freezes(Duration time) {
        Instant from = frozen() ? thaws : agenda.instant();
        Instant until = agenda.instant().plus(time);
        if (until.isAfter(from)) {
            stoodStill = stoodStill.plus(Duration.between(from, until));
            thaws = until;
        }
    }

    /** Does this later, in this very life, once it can move. */
    void in(Duration time, Runnable what) {
        int mine = lives;
        agenda.in(time, () -> run(mine, what));
    }

    /** The same, if by then this still holds. */
    void in(Duration time, BooleanSupplier still, Runnable what) {
        in(
                time,
                () -> {
                    if (still.getAsBoolean()) {
                        what.run();
                    }
                });
    }

    private void run(int mine, Runnable what) {
        if (mine != lives || !alive) {
            return;
        }
        if (frozen()) {
            agenda.at(thaws, () -> run(mine, what));
        } else {
            what.run();
        }
    }
}
