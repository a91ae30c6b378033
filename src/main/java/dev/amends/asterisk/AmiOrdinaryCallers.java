package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.routing.OrdinaryCallers;

import org.asteriskjava.manager.event.QueueMemberEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Predicate;

/**
 * Keeps reps from a queue's callers by pausing them in that queue alone, with a reason that shows
 * everybody why. Pauses of others are neither ended nor given another reason.
 */
public final class AmiOrdinaryCallers implements OrdinaryCallers {

    /** By which our pauses are known. */
    static final String REASON = "amends-reserve";

    private static final Logger log = LoggerFactory.getLogger(AmiOrdinaryCallers.class);

    private final AmiLink link;

    public AmiOrdinaryCallers(AmiLink link) {
        this.link = link;
    }

    @Override
    public void keepFrom(String queue, String device) {
        change(
                queue,
                device,
                member -> !Boolean.TRUE.equals(member.getPaused()),
                AmiActions.pause(device, REASON));
    }

    @Override
    public void giveAgain(String queue, String device) {
        change(queue, device, AmiOrdinaryCallers::isOurs, AmiActions.unpause(device));
    }

    /** Whether a pause is one of ours. */
    static boolean isOurs(QueueMemberEvent member) {
        return Boolean.TRUE.equals(member.getPaused()) && REASON.equals(member.getPausedreason());
    }

    private void change(
            String queue, String device, Predicate<QueueMemberEvent> only, AmiAction action) {
        try {
            AmiSession actions = link.epoch().actions();
            boolean so =
                    actions.list(AmiActions.member(queue, device)).stream()
                            .filter(QueueMemberEvent.class::isInstance)
                            .map(QueueMemberEvent.class::cast)
                            .filter(member -> device.equals(member.getInterface()))
                            .anyMatch(only);
            if (so) {
                actions.send(action.with(AmiHeader.QUEUE, AmiText.plain(queue)));
            }
        } catch (TelephoneDown | AmiRefused e) {
            log.debug("{} in {} stays as he is: {}", device, queue, e.getMessage());
        }
    }
}
