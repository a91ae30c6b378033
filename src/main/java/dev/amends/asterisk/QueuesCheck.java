package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.line.QueueSnapshot;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import org.asteriskjava.manager.event.ResponseEvent;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether each line's queues are there and have reps. */
final class QueuesCheck implements PbxChecks.Look {

    private final List<String> queues;
    private final InstantSource clock;

    QueuesCheck(List<String> queues, InstantSource clock) {
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public List<Finding> at(AmiSession session) {
        QueueListing listing = new QueueListing(clock.instant());
        for (ResponseEvent event : session.list(AmiActions.queues())) {
            listing.take(event);
        }
        Map<String, QueueSnapshot> found =
                listing
                        .complete()
                        .orElseThrow(() -> new TelephoneDown("QueueStatus is incomplete"))
                        .stream()
                        .collect(Collectors.toMap(QueueSnapshot::queue, Function.identity()));
        return queues.stream().map(name -> finding(name, found)).toList();
    }

    private static Finding finding(String name, Map<String, QueueSnapshot> found) {
        String what = "queue " + name;
        QueueSnapshot queue = found.get(name);
        if (queue == null) {
            return new Finding(
                    what,
                    Verdict.PROBLEM,
                    "not there",
                    "a queue of this name",
                    "Define [%s] in queues.conf, or name another queue in the line's settings; then run: asterisk -rx 'queue reload all'"
                            .formatted(name));
        }
        return queue.reps().isEmpty()
                ? new Finding(
                        what,
                        Verdict.WARNING,
                        "has no members",
                        "at least one",
                        "Add members in queues.conf, or have the reps log in")
                : Finding.ok(what, queue.reps().size() + " members");
    }
}
