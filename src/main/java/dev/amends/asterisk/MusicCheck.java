package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.List;

/** Whether the classes of music are there that reps hear while a promised caller's phone rings. */
final class MusicCheck implements PbxChecks.Look {

    private final List<String> classes;

    MusicCheck(List<String> classes) {
        this.classes = classes;
    }

    @Override
    public List<Finding> at(AmiSession session) {
        List<String> missing =
                classes.stream()
                        .filter(name ->
                                session.value(
                                                AmiActions.configured(
                                                        "musiconhold.conf", name, "mode"))
                                        .isEmpty())
                        .toList();
        return List.of(
                missing.isEmpty()
                        ? Finding.ok("music", String.join(", ", classes))
                        : new Finding(
                                "music",
                                Verdict.WARNING,
                                "not in musiconhold.conf: " + String.join(", ", missing),
                                "what a rep hears while a called person's phone rings",
                                "Put #include \"amends/musiconhold.conf\" at the end of"
                                        + " musiconhold.conf, then run: asterisk -rx 'moh reload'"));
    }
}
