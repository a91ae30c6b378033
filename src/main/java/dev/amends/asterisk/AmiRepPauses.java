package dev.amends.asterisk;

import dev.amends.staff.Duty;
import dev.amends.staff.RepPauses;

import org.asteriskjava.manager.event.QueueMemberEvent;

import java.util.Optional;
import java.util.Set;

/** Reps' pauses by the manager interface. */
public final class AmiRepPauses implements RepPauses {

    /** By which the pauses are known that Amends itself makes. */
    public static final Set<String> OURS = Pauses.OURS;

    private final AmiLink link;
    private final Pauses pauses;

    /**
     * @param queues in which our reps are
     */
    public AmiRepPauses(AmiLink link, Set<String> queues) {
        this.link = link;
        this.pauses = new Pauses(queues, () -> link.epoch().actions());
    }

    @Override
    public boolean connected() {
        return link.connected();
    }

    @Override
    public Duty duty() {
        return new Duty(
                pauses.all().stream()
                        .map(AmiRepPauses::membership)
                        .flatMap(Optional::stream)
                        .toList(),
                link.epoch().runsSince());
    }

    private static Optional<Duty.Membership> membership(QueueMemberEvent member) {
        return QueueNews.rep(member)
                .map(rep ->
                        new Duty.Membership(
                                Pauses.text(member.getQueue()),
                                rep,
                                Pauses.paused(member),
                                Pauses.reason(member)));
    }

    @Override
    public void pause(String device, String reason) {
        pauses.pause(device, reason);
    }

    @Override
    public void release(String device, String reason) {
        pauses.release(device, reason);
    }
}
