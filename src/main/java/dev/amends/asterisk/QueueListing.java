package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.line.QueueSnapshot;
import dev.amends.staff.Rep;

import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.asteriskjava.manager.event.QueueStatusCompleteEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one QueueStatus about one queue, gathered event by event. It counts only when its
 * end has come and names as many items as were received.
 */
final class QueueListing {

    private final String queue;
    private final Instant asked;
    private final List<Placed> entries = new ArrayList<>();
    private final List<Rep> reps = new ArrayList<>();
    private boolean there;
    private int items;
    private boolean ended;
    private @Nullable Integer promised;

    QueueListing(String queue, Instant asked) {
        this.queue = queue;
        this.asked = asked;
    }

    /** Takes the next event of the answer. */
    void take(ResponseEvent event) {
        switch (event) {
            case QueueStatusCompleteEvent end -> {
                ended = true;
                promised = end.getListItems();
            }
            case QueueParamsEvent params -> {
                items++;
                there |= queue.equals(params.getQueue());
            }
            case QueueMemberEvent member -> {
                items++;
                if (queue.equals(member.getQueue())) {
                    QueueNews.rep(member).ifPresent(reps::add);
                }
            }
            case QueueEntryEvent entry -> {
                items++;
                if (queue.equals(entry.getQueue())) {
                    placed(entry).ifPresent(entries::add);
                }
            }
            default -> items++;
        }
    }

    /** Whether the first item has come. */
    boolean begun() {
        return items > 0;
    }

    /** Whether the end has come. */
    boolean ended() {
        return ended;
    }

    /**
     * What the whole answer says; nothing when the PBX has no such queue.
     *
     * @throws TelephoneDown when a part of it is missing
     */
    Optional<QueueSnapshot> whole() {
        if (!ended || promised == null || promised != items) {
            throw new TelephoneDown("QueueStatus is incomplete: " + this);
        }
        List<QueueSnapshot.Entry> waiting =
                entries.stream()
                        .sorted(Comparator.comparingInt(Placed::position))
                        .map(e -> new QueueSnapshot.Entry(e.id(), e.joinedAt()))
                        .toList();
        return there ? Optional.of(new QueueSnapshot(queue, waiting, reps)) : Optional.empty();
    }

    @Override
    public String toString() {
        return items + " items of " + promised + " for " + queue;
    }

    private Optional<Placed> placed(QueueEntryEvent entry) {
        Optional<String> id = Optional.ofNullable(entry.getUniqueId()).flatMap(AmiText::callId);
        long waited = entry.getWait() == null ? 0 : entry.getWait();
        int position = entry.getPosition() == null ? Integer.MAX_VALUE : entry.getPosition();
        return id.map(i -> new Placed(position, i, asked.minusSeconds(waited)));
    }

    private record Placed(int position, String id, Instant joinedAt) {}
}
