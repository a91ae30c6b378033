package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;

import org.asteriskjava.manager.event.QueueMemberEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps the wrap-up of reps who were handed over to a promised caller: the queue believes that
 * their call ended when it began. The rep is paused for the queue's wrap-up time, unless somebody
 * has paused him, and that pause alone is ended again. What an earlier life left behind is ended
 * with each new link, so that nobody stays paused.
 */
final class WrapUps {

    private static final Logger log = LoggerFactory.getLogger(WrapUps.class);

    /** The dialplan's word for the end of such a conversation. */
    private static final String KIND = "wrapup";

    /** By which our pauses are known. */
    static final String REASON = "amends-wrap-up";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Pauses pauses;

    /** Those who wrap up now. */
    private final Set<String> wrapping = ConcurrentHashMap.newKeySet();

    WrapUps(Pauses pauses) {
        this.pauses = pauses;
    }

    /** A rep's conversation has ended, if that is what the event says. Never blocks. */
    void take(AmendsHintEvent event) {
        if (!KIND.equals(event.getKind())) {
            return;
        }
        Optional<String> rep = AmiText.device(Pauses.text(event.getMember()));
        long seconds = Marks.number(Pauses.text(event.getSeconds())).orElse(0);
        Duration time = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
        if (rep.isPresent() && !time.isZero()) {
            Thread.ofVirtual().name("wrap-up").start(() -> quietly(() -> wrapsUp(rep.get(), time)));
        }
    }

    /** There is a new link: ends what an earlier life left behind. Never blocks. */
    void linked() {
        Thread.ofVirtual().name("wrap-up-left").start(() -> quietly(this::endWhatIsLeft));
    }

    private void wrapsUp(String rep, Duration time) {
        // A member Local/x@y/n has a channel Local/x@y.
        Stream.of(rep, rep + "/n")
                .filter(device -> isFree(pauses.of(device)))
                .findFirst()
                .ifPresent(device -> pause(device, time));
    }

    /** Whether it is a member at all, and nobody has paused it. */
    private static boolean isFree(List<QueueMemberEvent> memberships) {
        return !memberships.isEmpty() && memberships.stream().noneMatch(WrapUps::pausedByOthers);
    }

    /** Who is kept for upset callers is not at a break. */
    private static boolean pausedByOthers(QueueMemberEvent member) {
        return Pauses.paused(member) && !Pauses.reason(member).equals(AmiOrdinaryCallers.REASON);
    }

    private void pause(String device, Duration time) {
        wrapping.add(device);
        try {
            pauses.pause(device, REASON);
            log.info("{} wraps up for {} s", device, time.toSeconds());
            sleep(time);
        } finally {
            wrapping.remove(device);
        }
        pauses.release(device, REASON);
    }

    private void endWhatIsLeft() {
        pauses.all().stream()
                .filter(member -> Pauses.reason(member).equals(REASON))
                .map(member -> Pauses.text(member.getInterface()))
                .filter(device -> !wrapping.contains(device))
                .distinct()
                .forEach(device -> pauses.release(device, REASON));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (TelephoneDown | AmiRefused e) {
            log.warn("A wrap-up was not kept: {}", e.getMessage());
        }
    }
}
