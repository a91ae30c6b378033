package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a waiting caller has the keys that the settings say, and no other ones. A context of
 * somebody's own is not judged, nor what queues.conf does not tell, as of a queue in a database.
 */
final class QueueKeysCheck implements PbxChecks.Look {

    private static final String OURS = "amends-key";

    private final Map<String, String> contexts;

    /**
     * @param contexts by queue, its {@code context}
     */
    QueueKeysCheck(Map<String, String> contexts) {
        this.contexts = new TreeMap<>(contexts);
    }

    @Override
    public List<Finding> at(AmiSession session) {
        return contexts.entrySet().stream()
                .map(queue -> finding(session, queue.getKey(), queue.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(AmiSession session, String queue, String context) {
        String found = session.value(AmiActions.ofQueue(queue, "context"));
        if (!found.startsWith(OURS)) {
            return Optional.empty();
        }
        String what = "keys in queue " + queue;
        return Optional.of(
                found.equals(context)
                        ? Finding.ok(what, "context " + found)
                        : new Finding(
                                what,
                                Verdict.WARNING,
                                "context " + found,
                                "context " + context + ", as the settings say",
                                "Put context = %s into [%s] of queues.conf (amends dialplan print), then run: asterisk -rx 'queue reload all'"
                                        .formatted(context, queue)));
    }
}
