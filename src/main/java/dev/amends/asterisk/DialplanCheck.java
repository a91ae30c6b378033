package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.ArrayList;
import java.util.List;

/** Whether our contexts are in the dialplan that the PBX has loaded. */
final class DialplanCheck implements PbxChecks.Look {

    private final List<String> contexts;

    DialplanCheck(List<String> contexts) {
        this.contexts = contexts;
    }

    @Override
    public List<Finding> at(AmiSession session) {
        List<String> missing = new ArrayList<>();
        for (String context : contexts) {
            try {
                session.send(AmiActions.showDialplan(context));
            } catch (AmiRefused e) {
                if (!e.reason().startsWith("Did not find context")) {
                    throw e;
                }
                missing.add(context);
            }
        }
        return List.of(
                missing.isEmpty()
                        ? Finding.ok("dialplan", contexts.size() + " contexts, all loaded")
                        : new Finding(
                                "dialplan",
                                Verdict.PROBLEM,
                                "not loaded: " + missing,
                                "all of Amends' contexts",
                                "Add #include \"amends/extensions.conf\" to extensions.conf, then"
                                        + " run: asterisk -rx 'dialplan reload'"));
    }
}
