package dev.amends;

import dev.amends.promise.Deed;

import java.util.ArrayList;
import java.util.List;

/** Settings that are right by themselves, and can't work or make no sense together. */
final class Contradictions {

    /** As many kinds of one's own have a key; the last key is anything else. */
    private static final int MOST_CODES = AskedAfterCalls.MOST_KINDS - 1;

    private final SettingsFile file;
    private final KnownValues values;
    private final List<Problem> found = new ArrayList<>();

    private Contradictions(SettingsFile file, KnownValues values) {
        this.file = file;
        this.values = values;
    }

    /** What can't work. */
    static List<Problem> problems(SettingsFile file, KnownValues values) {
        Contradictions of = new Contradictions(file, values);
        int strained = values.whole("temper.strained_from");
        of.add(
                values.whole("temper.upset_from") < strained,
                "temper.upset_from",
                "must not be below strained_from (" + strained + ")");
        List<String> command = values.texts("recordings.story_command");
        of.add(
                !command.isEmpty()
                        && command.stream().noneMatch(word -> word.contains(StoryCommand.FILE)),
                "recordings.story_command",
                "has no \"" + StoryCommand.FILE + "\", so it is never told which file to hear");
        return of.found;
    }

    /** What makes no sense. */
    static List<Problem> warnings(SettingsFile file, KnownValues values) {
        Contradictions of = new Contradictions(file, values);
        of.add(
                values.whole("temper.at_most_percent") == 0,
                "temper.at_most_percent",
                "with 0 nobody ever comes first, however upset he is");
        of.add(
                values.texts("actions.codes").stream()
                                .filter(code -> !code.equals(Deed.OTHER))
                                .count()
                        > MOST_CODES,
                "actions.codes",
                "only the first " + MOST_CODES + " have a key when a call is closed");
        values.lines().forEach(of::closing);
        return of.found;
    }

    private void closing(String line) {
        String section = "lines." + line + ".";
        boolean off = !values.yes(section + "closing");
        String idle = "does nothing while closing is false";
        add(off && values.yes(section + "closing_ring"), section + "closing_ring", idle);
        add(
                off && !values.text(section + "closing_team").isEmpty(),
                section + "closing_team",
                idle);
    }

    private void add(boolean so, String key, String message) {
        if (so) {
            found.add(file.problem(key, message));
        }
    }
}
