package dev.amends.asterisk;

import dev.amends.line.LineName;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether each line's callers go to its own queue when Amends is not there: the dialplan alone
 * takes the queue that has the line's name, unless a global variable names another.
 */
final class OrdinaryCheck implements PbxChecks.Look {

    private static final String VARIABLE = "AMENDS_QUEUE_";

    private final Map<LineName, String> ordinary;

    OrdinaryCheck(Map<LineName, String> ordinary) {
        this.ordinary = ordinary;
    }

    /** The global variable that names a line's ordinary queue. */
    static String variable(LineName line) {
        return VARIABLE + line.value().toUpperCase(Locale.ROOT);
    }

    @Override
    public List<Finding> at(AmiSession session) {
        return ordinary.entrySet().stream()
                .map(line -> finding(session, line.getKey(), line.getValue()))
                .toList();
    }

    private static Finding finding(AmiSession session, LineName line, String queue) {
        String what = "line " + line;
        String variable = variable(line);
        String named = session.value(AmiActions.global(variable));
        String found = named.isEmpty() ? line.value() : named;
        if (found.equals(queue)) {
            return Finding.ok(what, "its callers go to queue " + queue + " without Amends");
        }
        return new Finding(
                what,
                Verdict.PROBLEM,
                "its callers go to queue " + found + " without Amends",
                "queue " + queue + ", as its settings say",
                "Put "
                        + variable
                        + "="
                        + queue
                        + " beside AMENDS_AGI in the globals, then run:"
                        + " asterisk -rx 'dialplan reload'");
    }
}
