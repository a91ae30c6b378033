package dev.amends.line;

import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * The settings of one line.
 *
 * @param queue the ordinary queue, all reps
 * @param seniorQueue the queue of the senior reps, who are members of both
 * @param offerWhenWaiting how many must be waiting before the choice is offered, as long as no wait
 *     can be predicted; 0 offers it to everyone
 * @param seniorsOnly how long an upset caller waits for seniors only
 * @param headStart how much earlier he counts as having come, in the one order
 * @param offerAbove the choice is offered above this predicted wait; zero offers it to everyone
 * @param hours when it is open, by the clock of where its callers are: the times that they are told
 */
public record Line(
        LineName name,
        String queue,
        String seniorQueue,
        int offerWhenWaiting,
        Duration seniorsOnly,
        Duration headStart,
        Duration offerAbove,
        Hours hours) {

    /** A line that is always open. */
    public Line(
            LineName name,
            String queue,
            String seniorQueue,
            int offerWhenWaiting,
            Duration seniorsOnly,
            Duration headStart,
            Duration offerAbove,
            ZoneId zone) {
        this(
                name,
                queue,
                seniorQueue,
                offerWhenWaiting,
                seniorsOnly,
                headStart,
                offerAbove,
                Hours.always(zone));
    }

    /** The same line with other hours. */
    public Line open(Hours when) {
        return new Line(
                name,
                queue,
                seniorQueue,
                offerWhenWaiting,
                seniorsOnly,
                headStart,
                offerAbove,
                when);
    }

    /** The queues in which its callers wait. */
    public Stream<String> queues() {
        return Stream.of(queue, seniorQueue);
    }

    /** A line with the usual threshold for the choice, in this machine's time zone. */
    public Line(
            LineName name,
            String queue,
            String seniorQueue,
            int offerWhenWaiting,
            Duration seniorsOnly,
            Duration headStart) {
        this(
                name,
                queue,
                seniorQueue,
                offerWhenWaiting,
                seniorsOnly,
                headStart,
                Duration.ofSeconds(90),
                ZoneId.systemDefault());
    }

    /** Where its callers are: the times that they are told. */
    public ZoneId zone() {
        return hours.zone();
    }
}
