package dev.amends.staff;

/** The telephone system's pauses of reps, in all queues of our lines. */
public interface RepPauses {

    /** Whether it can be asked now. */
    boolean connected();

    /** Who is a member of what, and paused why. */
    Duty duty();

    /** Pauses a rep in all his queues, for this reason. */
    void pause(String device, String reason);

    /** Ends the pauses of a rep that have this reason, and no others. */
    void release(String device, String reason);
}
