package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.staff.BreatherPolicy;

import org.asteriskjava.manager.event.QueueMemberEvent;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pauses of our queues' members. Those that Amends makes are known by their reason; it never
 * ends others. What is asked or sent may throw {@link TelephoneDown} or {@link AmiRefused}.
 */
final class Pauses {

    /** The reasons of pauses that Amends makes. */
    static final Set<String> OURS =
            Set.of(WrapUps.REASON, AmiOrdinaryCallers.REASON, BreatherPolicy.REASON);

    private final Set<String> queues;
    private final Supplier<AmiSession> actions;

    /**
     * @param queues in which our reps are
     * @param actions the session for actions; may throw {@link TelephoneDown}
     */
    Pauses(Set<String> queues, Supplier<AmiSession> actions) {
        this.queues = Set.copyOf(queues);
        this.actions = actions;
    }

    /** Every member of every queue. */
    List<QueueMemberEvent> all() {
        return members(AmiActions::queue);
    }

    /** One member, in each queue in which it is. */
    List<QueueMemberEvent> of(String device) {
        return members(queue -> AmiActions.member(queue, device));
    }

    /**
     * In which queues a member can be paused: nothing for all there are, unless somebody else has
     * paused it in one.
     */
    Optional<List<String>> free(String device) {
        List<QueueMemberEvent> his = of(device);
        List<String> free =
                his.stream().filter(Pauses::isOurs).map(member -> text(member.getQueue())).toList();
        return free.size() == his.size() ? Optional.empty() : Optional.of(free);
    }

    /** Pauses a member wherever it can be. */
    void pause(String device, String reason) {
        pause(device, free(device), reason);
    }

    /** Pauses a member in these queues, or in all there are. */
    void pause(String device, Optional<List<String>> where, String reason) {
        where.ifPresentOrElse(
                queues ->
                        queues.forEach(queue ->
                                actions.get().send(AmiActions.pause(device, queue, reason))),
                () -> actions.get().send(AmiActions.pause(device, reason)));
    }

    /** Whether nobody else has paused it. */
    private static boolean isOurs(QueueMemberEvent member) {
        return !paused(member) || OURS.contains(reason(member));
    }

    /** Ends a member's pauses for this reason: everywhere, unless another pause has come since. */
    void release(String device, String reason) {
        List<QueueMemberEvent> paused = of(device).stream().filter(Pauses::paused).toList();
        List<QueueMemberEvent> ours =
                paused.stream().filter(member -> reason(member).equals(reason)).toList();
        if (ours.isEmpty()) {
            return;
        }
        if (ours.size() == paused.size()) {
            actions.get().send(AmiActions.unpause(device));
        } else {
            ours.forEach(member ->
                    actions.get().send(AmiActions.unpause(device, text(member.getQueue()))));
        }
    }

    static boolean paused(QueueMemberEvent member) {
        return Boolean.TRUE.equals(member.getPaused());
    }

    /** Why it is paused; empty when it is not, or nobody said. */
    static String reason(QueueMemberEvent member) {
        return paused(member) ? text(member.getPausedreason()) : "";
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<QueueMemberEvent> members(Function<String, AmiList> question) {
        return queues.stream()
                .flatMap(queue -> actions.get().list(question.apply(queue)).stream())
                .filter(QueueMemberEvent.class::isInstance)
                .map(QueueMemberEvent.class::cast)
                .toList();
    }
}
