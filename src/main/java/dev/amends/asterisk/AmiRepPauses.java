package dev.amends.asterisk;

import dev.amends.staff.Duty;
import dev.amends.staff.RepPauses;

import org.asteriskjava.manager.event.QueueMemberEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reps' pauses by the manager interface. */
public final class AmiRepPauses implements RepPauses {

    /** By which the pauses are known that Amends itself makes. */
    public static final Set<String> OURS = Pauses.OURS;

    private static final Logger log = LoggerFactory.getLogger(AmiRepPauses.class);

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

    /** Written down first: a rep ends his pause by a code that knows no more than this. */
    @Override
    public void pause(String device, String reason) {
        Optional<List<String>> where = pauses.free(device);
        String queues = where.map(all -> '&' + String.join("&", all)).orElse("");
        note(device, reason, device + queues);
        pauses.pause(device, where, reason);
    }

    @Override
    public void release(String device, String reason) {
        pauses.release(device, reason);
        note(device, reason, "");
    }

    /** A pause that could not be written down is one all the same. */
    private void note(String device, String reason, String names) {
        try {
            String who = AmiText.extension(device);
            link.epoch().actions().send(AmiActions.note(reason, who, names));
        } catch (AmiRefused | IllegalArgumentException e) {
            log.warn(
                    "the pause of {} ({}) is not written down: {}", device, reason, e.getMessage());
        }
    }
}
