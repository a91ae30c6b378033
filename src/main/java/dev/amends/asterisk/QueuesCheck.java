package dev.amends.asterisk;

import dev.amends.line.QueueSnapshot;
import dev.amends.staff.Rep;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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
        return queues.stream().map(name -> finding(name, look(session, name))).toList();
    }

    private Optional<QueueSnapshot> look(AmiSession session, String name) {
        QueueListing listing = new QueueListing(name, clock.instant());
        session.list(AmiActions.queue(name)).forEach(listing::take);
        return listing.whole();
    }

    private static Finding finding(String name, Optional<QueueSnapshot> found) {
        String what = "queue " + name;
        if (found.isEmpty()) {
            return new Finding(
                    what,
                    Verdict.PROBLEM,
                    "not there",
                    "a queue of this name",
                    "Define [%s] in queues.conf, or name another queue in the line's settings; then run: asterisk -rx 'queue reload all'"
                            .formatted(name));
        }
        List<Rep> reps = found.get().reps();
        return reps.isEmpty()
                ? new Finding(
                        what,
                        Verdict.WARNING,
                        "has no members",
                        "at least one",
                        "Add members in queues.conf, or have the reps log in")
                : Finding.ok(what, reps.size() + " members");
    }
}
