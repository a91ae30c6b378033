package dev.amends.asterisk;

import dev.amends.staff.RepState;

/** The numbers by which Asterisk names the state of a device, as a rep's state. */
final class DeviceState {

    private DeviceState() {}

    /**
     * A queue member's state. A state that Asterisk does not know (0) counts as free, because
     * app_queue rings such a member too ({@code member_status_available}).
     */
    static RepState of(int status, boolean paused) {
        RepState state =
                switch (status) {
                    case 0, 1 -> RepState.FREE;
                    case 2, 3, 8 -> RepState.TALKING;
                    case 6, 7 -> RepState.RINGING;
                    default -> RepState.GONE;
                };
        return paused && state != RepState.GONE ? RepState.PAUSED : state;
    }

    /** Of a member whom Amends keeps for upset callers: paused, but what he does is told. */
    static RepState kept(int status) {
        RepState state = of(status, false);
        return state == RepState.FREE ? RepState.PAUSED : state;
    }
}
