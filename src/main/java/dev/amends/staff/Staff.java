package dev.amends.staff;

import java.util.List;

/** The reps of one queue at one moment. */
public record Staff(List<Rep> reps) {

    public static final Staff NOBODY = new Staff(List.of());

    public Staff {
        reps = List.copyOf(reps);
    }

    /** How many take calls now or soon. */
    public int onDuty() {
        return (int) reps.stream().filter(rep -> rep.state().onDuty()).count();
    }

    /** How many could take a call this moment. */
    public int free() {
        return (int) reps.stream().filter(rep -> rep.state() == RepState.FREE).count();
    }
}
