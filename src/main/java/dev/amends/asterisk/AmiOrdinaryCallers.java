package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.line.Line;
import dev.amends.routing.OrdinaryCallers;

import org.asteriskjava.manager.event.QueueMemberEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Keeps reps from a queue's callers by pausing them in that queue alone, with a reason that shows
 * everybody why. Pauses of others are neither ended nor given another reason.
 */
public final class AmiOrdinaryCallers implements OrdinaryCallers {

    /** By which our pauses are known. */
    static final String REASON = "amends-reserve";

    private static final Logger log = LoggerFactory.getLogger(AmiOrdinaryCallers.class);

    private static final String NOTE = "reserve";

    private final RareLog unwritten =
            new RareLog(log, "Who is kept free could not be written down, so nobody is");
    private final AmiLink link;

    public AmiOrdinaryCallers(AmiLink link) {
        this.link = link;
    }

    @Override
    public boolean remember(Line line, Set<String> kept) {
        String names =
                kept.isEmpty()
                        ? ""
                        : line.seniorQueue() + '&' + String.join("&", new TreeSet<>(kept));
        try {
            link.epoch().actions().send(AmiActions.note(NOTE, line.queue(), names));
            return true;
        } catch (TelephoneDown | AmiRefused | IllegalArgumentException e) {
            unwritten.happened(line.queue() + ": " + e.getMessage());
            return false;
        }
    }

    @Override
    public void keepFrom(String queue, String device) {
        change(
                queue,
                device,
                member -> !Pauses.paused(member),
                AmiActions.pause(device, queue, REASON));
    }

    @Override
    public void giveAgain(String queue, String device) {
        change(
                queue,
                device,
                member -> Pauses.reason(member).equals(REASON),
                AmiActions.unpause(device, queue));
    }

    private void change(
            String queue, String device, Predicate<QueueMemberEvent> only, AmiAction action) {
        Pauses pauses = new Pauses(Set.of(queue), () -> link.epoch().actions());
        try {
            if (pauses.of(device).stream().anyMatch(only)) {
                link.epoch().actions().send(action);
            }
        } catch (TelephoneDown | AmiRefused e) {
            log.debug("{} in {} stays as he is: {}", device, queue, e.getMessage());
        }
    }
}
