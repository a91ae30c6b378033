package dev.amends.staff;

import dev.amends.staff.Breather.Owed;
import dev.amends.staff.Breather.Running;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of a breather now. First rule that speaks wins; pauses for other reasons are left
 * alone, and a line keeps enough reps.
 */
public final class BreatherPolicy {

    /** By which these pauses are known. */
    public static final String REASON = "breather";

    /** So long after the call his phone may still seem to be in use. */
    private static final Duration JUST_NOW = Duration.ofSeconds(15);

    /** The telephone system may not have been told yet. */
    private static final Duration BEGINS = Duration.ofSeconds(3);

    /** Then the hard call is long over. */
    private static final Duration OWED_FOR = Duration.ofHours(1);

    private final BreatherSettings settings;
    private final Set<String> queues;
    private final Set<String> ours;

    /**
     * @param queues in which reps have to stay: the ordinary ones of all lines
     * @param ours reasons of pauses that Amends itself makes and ends
     */
    public BreatherPolicy(BreatherSettings settings, Set<String> queues, Set<String> ours) {
        this.settings = settings;
        this.queues = Set.copyOf(queues);
        this.ours = Set.copyOf(ours);
    }

    /** What happens next, and why. */
    public sealed interface Next {
        String reason();

        /** He is paused from now on. */
        record Give(Running running, String reason) implements Next {}

        /** He is paused again: the telephone system has forgotten it. */
        record Resume(Running running, String reason) implements Next {}

        /** It is over; his pause, where it is ours, ends. */
        record End(String reason) implements Next {}

        /** Nothing. */
        record Wait(String reason) implements Next {}
    }

    /** Decides about one breather. */
    public Next decide(Breather breather, Duty duty, Instant now) {
        return switch (breather) {
            case Owed owed -> owed(owed, duty, now);
            case Running running -> running(running, duty, now);
        };
    }

    private Next owed(Owed owed, Duty duty, Instant now) {
        List<Duty.Membership> his = duty.of(owed.after()::by).toList();
        if (settings.earnsNone(owed.after())) {
            return new Next.End("breathers are switched off");
        }
        if (!now.isBefore(owed.after().ended().plus(OWED_FOR))) {
            return new Next.End("not given within an hour");
        }
        if (his.isEmpty()) {
            return new Next.Wait("he is in none of the queues");
        }
        Optional<String> pause = ownPause(his);
        if (pause.isPresent()) {
            return new Next.End("he has a pause anyway" + pause.get());
        }
        boolean justNow = now.isBefore(owed.after().ended().plus(JUST_NOW));
        if (!justNow && his.stream().noneMatch(one -> one.rep().state() == RepState.FREE)) {
            return new Next.Wait("he is not free");
        }
        return tooFew(his, duty)
                .<Next>map(why -> new Next.Wait(why))
                .orElseGet(() -> give(owed, his.getFirst().rep().device(), now));
    }

    private Next give(Owed owed, String device, Instant now) {
        Instant until = now.plus(owed.after().wrapUp()).plus(settings.length());
        return new Next.Give(
                new Running(owed.id(), owed.after(), device, now, until),
                "the call was a hard one (%s)".formatted(owed.after().why()));
    }

    /** Where he has pauses of his own in all queues. */
    private Optional<String> ownPause(List<Duty.Membership> his) {
        return his.stream().allMatch(one -> one.paused() && !ours.contains(one.reason()))
                ? his.stream()
                        .map(one -> one.reason().isEmpty() ? "" : " (" + one.reason() + ")")
                        .findFirst()
                : Optional.empty();
    }

    /** In which queue too few reps would be left, if in any. */
    private Optional<String> tooFew(List<Duty.Membership> his, Duty duty) {
        return his.stream()
                .filter(one -> queues.contains(one.queue()) && one.rep().state().onDuty())
                .map(Duty.Membership::queue)
                .filter(queue -> duty.onDuty(queue) - 1 < least(queue, duty))
                .map(queue ->
                        "%s would have %d reps of at least %d"
                                .formatted(queue, duty.onDuty(queue) - 1, least(queue, duty)))
                .findFirst();
    }

    private int least(String queue, Duty duty) {
        int present = duty.onDuty(queue) + duty.paused(queue, REASON);
        int share = Math.ceilDiv(present * settings.leastPercent(), 100);
        return Math.max(settings.leastReps(), share);
    }

    private Next running(Running running, Duty duty, Instant now) {
        List<Duty.Membership> his = duty.of(running.device()::equals).toList();
        if (!now.isBefore(running.until())) {
            return new Next.End("its time is over");
        }
        if (his.isEmpty()) {
            return new Next.End("he has left the queues");
        }
        if (his.stream().anyMatch(one -> one.in(REASON))) {
            return new Next.Wait("he has it");
        }
        if (his.stream().anyMatch(one -> one.paused() && !ours.contains(one.reason()))) {
            return new Next.End("he has another pause now");
        }
        if (his.stream().anyMatch(Duty.Membership::paused)) {
            return new Next.Resume(running, "another pause of ours came in between");
        }
        if (now.isBefore(running.since().plus(BEGINS))) {
            return new Next.Resume(running, "it has just begun");
        }
        return duty.runsSince().isAfter(running.since())
                ? new Next.Resume(running, "the telephone system was restarted")
                : new Next.End("he ended it himself");
    }

    /** Whose pause is one of these, although no breather on record runs for him. */
    public List<String> strays(List<Breather> open, Duty duty) {
        Set<String> owners = Set.copyOf(running(open).map(Running::device).toList());
        return duty.members().stream()
                .filter(one -> one.in(REASON))
                .map(one -> one.rep().device())
                .filter(device -> !owners.contains(device))
                .distinct()
                .toList();
    }

    private static Stream<Running> running(List<Breather> open) {
        return open.stream().filter(Running.class::isInstance).map(Running.class::cast);
    }
}
