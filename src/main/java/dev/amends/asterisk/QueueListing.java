package dev.amends.asterisk;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one QueueStatus, gathered event by event. It counts only when its end has come and
 * names as many items as were received.
 */
final class QueueListing {

    private final Instant asked;
    private final Map<String, Gathered> queues = new LinkedHashMap<>();
    private int items;
    private boolean ended;
    private @Nullable Integer promised;

    QueueListing(Instant asked) {
        this.asked = asked;
    }

    /** Takes the next event of the answer. */
    void take(ResponseEvent event) {
        switch (event) {
            case QueueStatusCompleteEvent end -> {
                ended = true;
                promised = end.getListItems();
            }
            case QueueParamsEvent queue -> {
                items++;
                gathered(queue.getQueue());
            }
            case QueueMemberEvent member -> {
                items++;
                gathered(member.getQueue()).ifPresent(q -> member(q, member));
            }
            case QueueEntryEvent entry -> {
                items++;
                gathered(entry.getQueue()).ifPresent(q -> entry(q, entry));
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

    /** The whole answer; nothing when a part of it is missing. */
    Optional<List<QueueSnapshot>> complete() {
        if (!ended || promised == null || promised != items) {
            return Optional.empty();
        }
        List<QueueSnapshot> snapshots = new ArrayList<>();
        queues.forEach((name, gathered) -> snapshots.add(gathered.snapshot(name)));
        return Optional.of(snapshots);
    }

    @Override
    public String toString() {
        return items + " items of " + promised;
    }

    private Optional<Gathered> gathered(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(AmiText::queue)
                .map(n -> queues.computeIfAbsent(n, _ -> new Gathered()));
    }

    private static void member(Gathered queue, QueueMemberEvent member) {
        QueueNews.rep(member).ifPresent(queue.reps::add);
    }

    private void entry(Gathered queue, QueueEntryEvent entry) {
        Optional<String> id = Optional.ofNullable(entry.getUniqueId()).flatMap(AmiText::callId);
        long waited = entry.getWait() == null ? 0 : entry.getWait();
        int position = entry.getPosition() == null ? Integer.MAX_VALUE : entry.getPosition();
        id.ifPresent(i -> queue.entries.add(new Placed(position, i, asked.minusSeconds(waited))));
    }

    private record Placed(int position, String id, Instant joinedAt) {}

    private static final class Gathered {
        private final List<Placed> entries = new ArrayList<>();
        private final List<Rep> reps = new ArrayList<>();

        private QueueSnapshot snapshot(String name) {
            List<QueueSnapshot.Entry> waiting =
                    entries.stream()
                            .sorted(Comparator.comparingInt(Placed::position))
                            .map(e -> new QueueSnapshot.Entry(e.id(), e.joinedAt()))
                            .toList();
            return new QueueSnapshot(name, waiting, reps);
        }
    }
}
