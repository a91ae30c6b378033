package dev.amends.rehearsal;

import dev.amends.staff.RepState;

import java.time.Instant;

/** A rep who answers in virtual time. */
final class VirtualRep {

    final String device;
    final boolean senior;
    Instant onDutySince;

    /** What he is seen to do. */
    RepState state = RepState.FREE;

    VirtualRep(String device, boolean senior, Instant onDutySince) {
        this.device = device;
        this.senior = senior;
        this.onDutySince = onDutySince;
    }
}
