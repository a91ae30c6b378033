package dev.amends.staff;

import java.util.List;

/** The reps of one queue at one moment; counted in loops, as every turn and every tick asks. */
public record Staff(List<Rep> reps) {

    public static final Staff NOBODY = new Staff(List.of());

    public Staff {
        reps = List.copyOf(reps);
    }

    /** How many take calls now or soon. */
    public int onDuty() {
        int all = 0;
        for (Rep rep : reps) {
            all += rep.state().onDuty() ? 1 : 0;
        }
        return all;
    }

    /** How many could take a call this moment. */
    public int free() {
        int all = 0;
        for (Rep rep : reps) {
            all += rep.state() == RepState.FREE ? 1 : 0;
        }
        return all;
    }
}
