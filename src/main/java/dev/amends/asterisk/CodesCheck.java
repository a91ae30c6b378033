package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.List;

/** Whether the codes that reps key in a call are in features.conf. */
final class CodesCheck implements PbxChecks.Look {

    private final List<String> names;

    CodesCheck(List<String> names) {
        this.names = names;
    }

    @Override
    public List<Finding> at(AmiSession session) {
        List<String> missing =
                names.stream()
                        .filter(name ->
                                session.value(
                                                AmiActions.configured(
                                                        "features.conf", "applicationmap", name))
                                        .isEmpty())
                        .toList();
        return List.of(
                missing.isEmpty()
                        ? Finding.ok("codes", names.size() + " that reps key in a call")
                        : new Finding(
                                "codes",
                                Verdict.WARNING,
                                "not in features.conf: " + String.join(", ", missing),
                                "every code of asterisk-conf's features.conf",
                                "Put #include \"amends/features.conf\" under [applicationmap] in"
                                        + " features.conf, then run: asterisk -rx 'module reload"
                                        + " features'"));
    }
}
