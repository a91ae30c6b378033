package dev.amends.asterisk;

import dev.amends.dialing.Hint;
import dev.amends.line.Experience;
import dev.amends.line.Floor;
import dev.amends.promise.AttemptId;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.asteriskjava.manager.event.AbstractAgentEvent;
import org.asteriskjava.manager.event.AbstractQueueMemberEvent;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueCallerAbandonEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueCallerLeaveEvent;
import org.asteriskjava.manager.event.QueueEvent;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberRemovedEvent;
import org.asteriskjava.manager.event.QueueMemberStatusEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Applies Asterisk's events to the floor, one by one. Each may come twice or late: applying it
 * again changes nothing, and the next full resync puts right what was wrong. Events with names or
 * ids that are not like one are left out.
 */
final class QueueNews {

    private final Floor floor;
    private final Consumer<Hint> hints;
    private final Runnable changed;
    private final Consumer<AmendsHintEvent> wrapUps;
    private final InstantSource clock;

    QueueNews(Floor floor, AmiNews news, Consumer<AmendsHintEvent> wrapUps, InstantSource clock) {
        this.wrapUps = wrapUps;
        this.floor = floor;
        this.hints = news.hint();
        this.changed = news.floorChanged();
        this.clock = clock;
    }

    /** Whether an event is one that is applied here or answers a resync; all others are noise. */
    static boolean matters(ManagerEvent event) {
        return switch (event) {
            case ResponseEvent _, AmendsHintEvent _ -> true;
            case QueueCallerJoinEvent _, QueueCallerLeaveEvent _, QueueCallerAbandonEvent _ -> true;
            case QueueMemberAddedEvent _, QueueMemberRemovedEvent _ -> true;
            case QueueMemberPauseEvent _ -> true;
            case AgentConnectEvent _, AgentCompleteEvent _ -> true;
            case HangupEvent hangup -> attempt(hangup).isPresent();
            default -> false;
        };
    }

    void apply(ManagerEvent event) {
        take(event);
        if (event instanceof QueueEvent
                || event instanceof QueueMemberEvent
                || event instanceof AbstractQueueMemberEvent) {
            changed.run();
        }
    }

    private void take(ManagerEvent event) {
        switch (event) {
            case QueueCallerJoinEvent join ->
                    caller(join, (queue, id) -> floor.joined(queue, id, clock.instant()));
            case QueueCallerLeaveEvent leave ->
                    caller(leave, (queue, id) -> floor.left(queue, id, clock.instant()));
            case QueueCallerAbandonEvent gone ->
                    caller(gone, (queue, id) -> floor.abandoned(queue, id, clock.instant()));
            case AgentConnectEvent connect -> connected(connect);
            case AgentCompleteEvent complete -> completed(complete);
            case QueueMemberStatusEvent status -> rep(status.getQueue(), rep(status));
            case QueueMemberAddedEvent added ->
                    rep(
                            added.getQueue(),
                            rep(added.getInterface(), added.getStatus(), added.getPaused(), ""));
            case QueueMemberPauseEvent pause ->
                    rep(
                            pause.getQueue(),
                            rep(
                                    pause.getInterface(),
                                    pause.getStatus(),
                                    pause.getPaused(),
                                    pause.getPausedreason()));
            case QueueMemberRemovedEvent removed -> removed(removed);
            case AmendsHintEvent hint -> {
                wrapUps.accept(hint);
                HintWords.read(text(hint.getKind()), text(hint.getId())).ifPresent(hints);
            }
            case HangupEvent hangup -> attempt(hangup).flatMap(HintWords::attempt).ifPresent(hints);
            default -> {}
        }
    }

    /** A queue member as a rep, unless its device's name is not like one. */
    static Optional<Rep> rep(QueueMemberEvent member) {
        return rep(
                member.getInterface(),
                member.getStatus(),
                member.getPaused(),
                member.getPausedreason());
    }

    private static Optional<Rep> rep(
            @Nullable String device,
            @Nullable Integer status,
            @Nullable Boolean paused,
            @Nullable String reason) {
        // A state that can't be read is one in which nobody is to be counted on.
        boolean isPaused = Boolean.TRUE.equals(paused);
        boolean kept = isPaused && AmiOrdinaryCallers.REASON.equals(reason);
        RepState state =
                status == null
                        ? RepState.GONE
                        : kept ? DeviceState.kept(status) : DeviceState.of(status, isPaused);
        return AmiText.device(text(device)).map(name -> new Rep(name, state, kept));
    }

    private void rep(@Nullable String queueName, Optional<Rep> rep) {
        AmiText.queue(text(queueName)).ifPresent(queue -> rep.ifPresent(r -> floor.rep(queue, r)));
    }

    private void removed(QueueMemberRemovedEvent removed) {
        AmiText.queue(text(removed.getQueue()))
                .ifPresent(queue ->
                        AmiText.device(text(removed.getInterface()))
                                .ifPresent(device -> floor.repLeft(queue, device)));
    }

    private void connected(AgentConnectEvent event) {
        Duration held = seconds(event.getHoldTime());
        Duration ringing = seconds(event.getRingtime());
        taken(
                event,
                event.getInterface(),
                (queue, id, device) -> {
                    Experience.Connected taken =
                            new Experience.Connected(queue, id, device, held, ringing);
                    floor.connected(taken, clock.instant());
                });
    }

    private void completed(AgentCompleteEvent event) {
        Duration talked = seconds(event.getTalkTime());
        taken(
                event,
                event.getInterface(),
                (queue, id, device) -> floor.completed(queue, id, device, talked, clock.instant()));
    }

    private static void taken(AbstractAgentEvent event, @Nullable String member, Taken change) {
        Optional<String> queue = AmiText.queue(text(event.getQueue()));
        Optional<String> id = AmiText.callId(text(event.getUniqueId()));
        Optional<String> device = AmiText.device(text(member));
        if (queue.isPresent() && id.isPresent() && device.isPresent()) {
            change.accept(queue.get(), id.get(), device.get());
        }
    }

    /** Something between a caller in a queue and a rep. */
    private interface Taken {
        void accept(String queue, String id, String device);
    }

    /** What can't be read is longer than anything that is believed. */
    private static Duration seconds(@Nullable Long seconds) {
        return Duration.ofSeconds(seconds == null ? Integer.MAX_VALUE : seconds);
    }

    private static void caller(QueueEvent event, BiConsumer<String, String> change) {
        AmiText.queue(text(event.getQueue()))
                .ifPresent(queue ->
                        AmiText.callId(text(event.getUniqueId()))
                                .ifPresent(id -> change.accept(queue, id)));
    }

    /** The attempt that a hung up channel belonged to, if it did to any. */
    private static Optional<String> attempt(HangupEvent hangup) {
        return Optional.ofNullable(hangup.getLinkedId())
                .map(AmiText::whole)
                .filter(AttemptId::fits);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
