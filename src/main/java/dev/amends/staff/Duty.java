package dev.amends.staff;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is a member of which queue, and why he is paused there, at one moment.
 *
 * @param runsSince since when the telephone system runs: what was paused before it may have
 *     forgotten
 */
public record Duty(List<Membership> members, Instant runsSince) {

    public Duty {
        members = List.copyOf(members);
    }

    /**
     * One rep in one queue.
     *
     * @param reason why he is paused; empty when he is not, or nobody said
     */
    public record Membership(String queue, Rep rep, boolean paused, String reason) {

        boolean in(String why) {
            return paused && reason.equals(why);
        }
    }

    Stream<Membership> of(Predicate<String> device) {
        return members.stream().filter(one -> device.test(one.rep().device()));
    }

    /** How many of a queue take calls now or soon. */
    int onDuty(String queue) {
        return (int)
                members.stream()
                        .filter(one -> one.queue().equals(queue))
                        .filter(one -> one.rep().state().onDuty())
                        .count();
    }

    /** How many of a queue are paused for this reason. */
    int paused(String queue, String why) {
        return (int)
                members.stream().filter(one -> one.queue().equals(queue) && one.in(why)).count();
    }

    /** The same once this rep is paused. */
    Duty pausing(String device, String why) {
        return new Duty(
                members.stream()
                        .map(one ->
                                one.rep().device().equals(device)
                                        ? new Membership(
                                                one.queue(),
                                                new Rep(device, RepState.PAUSED),
                                                true,
                                                why)
                                        : one)
                        .toList(),
                runsSince);
    }
}
