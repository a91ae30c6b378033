package dev.amends.measure;

import java.util.ArrayDeque;
import java.util.Deque;

/** What other systems say at the same moment, from the same past. */
final class Rivals {

    private final int reps;
    private final Deque<Double> lastFive = new ArrayDeque<>();
    private long asterisk;
    private double handled;
    private int calls;

    Rivals(int reps) {
        this.reps = reps;
    }

    /**
     * Seconds of wait.
     *
     * @param asterisk app_queue's hold time, (3 · old + new) / 4 in whole seconds
     * @param vicidial the mean of the last five waits
     * @param cisco (queued + 1) · mean handling time / reps
     */
    record Said(double asterisk, double vicidial, double cisco) {}

    Said say(int ahead) {
        double five = lastFive.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double cisco = calls == 0 ? 0 : (ahead + 1) * (handled / calls) / reps;
        return new Said(asterisk, five, cisco);
    }

    /** A rep has taken somebody who waited so long. */
    void served(double waited) {
        asterisk = (3 * asterisk + (long) waited) / 4;
        lastFive.addLast(waited);
        if (lastFive.size() > 5) {
            lastFive.removeFirst();
        }
    }

    /** A rep has finished with somebody. */
    void handled(double seconds) {
        handled += seconds;
        calls++;
    }
}
