package dev.amends.simulation;

import dev.amends.caller.PhoneNumber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The carrier: it knows only which numbers it was told to ring, and when; that is the evidence. */
final class Carrier {

    private final List<Invite> log = new ArrayList<>();

    /** One call that it was told to make. */
    static final class Invite {
        final PhoneNumber number;

        /** In true time. */
        final Instant at;

        /** By the clock of the machine. */
        final Instant wall;

        /** Whether it is to tell something, so that another call may follow at any time. */
        final boolean tells;

        boolean live = true;

        /** Whether the phone rang and nobody came, or was engaged. */
        boolean inVain;

        private Invite(PhoneNumber number, Instant at, Instant wall, boolean tells) {
            this.number = number;
            this.at = at;
            this.wall = wall;
            this.tells = tells;
        }
    }

    Invite invite(PhoneNumber number, Instant at, Instant wall, boolean tells) {
        Invite invite = new Invite(number, at, wall, tells);
        log.add(invite);
        return invite;
    }

    /** All calls to a number, in order. */
    List<Invite> to(PhoneNumber number) {
        return log.stream().filter(one -> one.number.equals(number)).toList();
    }

    /** How many go on. */
    long live() {
        return log.stream().filter(one -> one.live).count();
    }

    /** How many began since then, by the clock on the wall. */
    long since(Instant then) {
        return log.stream().filter(one -> one.wall.isAfter(then)).count();
    }

    int calls() {
        return log.size();
    }

    /** Asterisk is gone, and with it every call. */
    void allEnd() {
        log.forEach(one -> one.live = false);
    }
}
