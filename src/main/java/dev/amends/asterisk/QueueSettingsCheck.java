package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether queues.conf sets of each queue what Amends needs, and nothing against it for all. */
final class QueueSettingsCheck implements PbxChecks.Look {

    private static final String FILE = "queues.conf";
    private static final String KEYS = "context";
    private static final String RELOAD = "; then run: asterisk -rx 'queue reload all'";

    /** Without these, calls go wrong; without others, callers are told wrong things. */
    private static final Set<String> VITAL =
            Set.of("autofill", KEYS, "setqueuevar", "setqueueentryvar", "setinterfacevar");

    private static final Set<String> YES = Set.of("yes", "true", "y", "t", "1", "on");
    private static final Set<String> NO = Set.of("no", "false", "n", "f", "0", "off");

    private final Map<String, Map<String, String>> queues;

    /**
     * @param queues of each queue, what it has to be set to
     */
    QueueSettingsCheck(Map<String, Map<String, String>> queues) {
        this.queues = new TreeMap<>(queues);
    }

    @Override
    public List<Finding> at(AmiSession session) {
        List<Finding> findings = new ArrayList<>();
        queues.forEach((queue, wanted) -> findings.add(settings(session, queue, wanted)));
        findings.add(order(session));
        findings.add(wrapUp(session));
        return findings;
    }

    private static Finding settings(AmiSession session, String queue, Map<String, String> wanted) {
        Map<String, String> found = new TreeMap<>();
        wanted.keySet().forEach(name -> found.put(name, said(session, queue, name)));
        String what = "settings of queue " + queue;
        if (found.values().stream().allMatch(String::isEmpty)) {
            return new Finding(
                    what,
                    Verdict.WARNING,
                    "can't be looked at: none of them is in queues.conf",
                    listed(wanted),
                    "Put #include \"amends/queues.conf\" at the end of queues.conf, or set them where this queue is kept"
                            + RELOAD);
        }
        Map<String, String> wrong = new TreeMap<>(wanted);
        wrong.entrySet()
                .removeIf(each -> {
                    String is = found.getOrDefault(each.getKey(), "");
                    return suits(each.getValue(), is) || each.getKey().equals(KEYS) && own(is);
                });
        if (wrong.isEmpty()) {
            return Finding.ok(what, wanted.size() + " that Amends needs");
        }
        found.keySet().retainAll(wrong.keySet());
        return new Finding(
                what,
                wrong.keySet().stream().anyMatch(VITAL::contains)
                        ? Verdict.PROBLEM
                        : Verdict.WARNING,
                listed(found),
                listed(wrong),
                "Set this under [%s](+) behind the #include of amends/queues.conf in queues.conf"
                                .formatted(queue)
                        + RELOAD);
    }

    /** The one order is Amends' own: app_queue must not have one beside it. */
    private static Finding order(AmiSession session) {
        String found = said(session, "general", "force_longest_waiting_caller");
        return found.isEmpty() || NO.contains(found.toLowerCase(Locale.ROOT))
                ? Finding.ok("order of all queues", "as Amends gives it")
                : new Finding(
                        "order of all queues",
                        Verdict.PROBLEM,
                        "force_longest_waiting_caller = " + found,
                        "force_longest_waiting_caller = no",
                        "Take it out of [general] of queues.conf: it serves nobody in the place that he was told"
                                + RELOAD);
    }

    private static Finding wrapUp(AmiSession session) {
        String found = said(session, "general", "shared_lastcall");
        return suits("yes", found)
                ? Finding.ok("wrap-up in all queues", "shared_lastcall = yes")
                : new Finding(
                        "wrap-up in all queues",
                        Verdict.WARNING,
                        "shared_lastcall = " + (found.isEmpty() ? "(not set)" : found),
                        "shared_lastcall = yes",
                        "Set it in [general] of queues.conf, so that a senior's wrap-up counts in both of his queues"
                                + RELOAD);
    }

    private static String said(AmiSession session, String section, String setting) {
        return session.value(AmiActions.configured(FILE, section, setting)).strip();
    }

    /** Keys of a context that is not shipped, which may include those that are. */
    private static boolean own(String context) {
        return !context.isEmpty() && !context.startsWith("amends-key");
    }

    /** A number that is wanted may be another one, as long as it is one. */
    private static boolean suits(String wanted, String found) {
        String said = found.toLowerCase(Locale.ROOT);
        if (YES.contains(wanted)) {
            return YES.contains(said);
        }
        if (NO.contains(wanted)) {
            return NO.contains(said);
        }
        return wanted.matches("[0-9]+") ? found.matches("0*[1-9][0-9]*") : found.equals(wanted);
    }

    private static String listed(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each ->
                        each.getKey()
                                + " = "
                                + (each.getValue().isEmpty() ? "(not set)" : each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
