package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the dialplan by itself, when Amends is not there or a call is handed over, takes the
 * queues of the settings: it takes those that are named after the line, unless global variables
 * name others.
 */
final class NamedQueuesCheck implements PbxChecks.Look {

    private final Map<String, String> named;

    /**
     * @param named by the dialplan's own name, such as {@code support-senior}, the queue's
     */
    NamedQueuesCheck(Map<String, String> named) {
        this.named = new TreeMap<>(named);
    }

    @Override
    public List<Finding> at(AmiSession session) {
        return named.entrySet().stream()
                .map(queue -> finding(session, queue.getKey(), queue.getValue()))
                .toList();
    }

    private static Finding finding(AmiSession session, String name, String queue) {
        String what = "dialplan's " + name;
        String variable = "AMENDS_QUEUE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String said = session.value(AmiActions.global(variable));
        String found = said.isEmpty() ? name : said;
        if (found.equals(queue)) {
            return Finding.ok(what, "queue " + queue);
        }
        return new Finding(
                what,
                Verdict.PROBLEM,
                "queue " + found,
                "queue " + queue + ", as the settings say",
                "Put %s=%s beside AMENDS_AGI in the globals (amends dialplan print), then run: asterisk -rx 'dialplan reload'"
                        .formatted(variable, queue));
    }
}
