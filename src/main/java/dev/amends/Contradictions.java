package dev.amends;

import dev.amends.dialing.TellingWay;
import dev.amends.promise.Deed;

import java.util.ArrayList;
import java.util.List;

/** Settings that are right by themselves, and can't work or make no sense together. */
final class Contradictions {

    /** As many kinds of one's own have a key; the last key is anything else. */
    private static final int MOST_CODES = LineVariables.MOST_KINDS - 1;

    private static final String MESSAGE = "slipping.message_command";

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
        of.needs("recordings.story_command", StoryCommand.FILE, "which file to hear");
        of.needs(MESSAGE, MessageCommand.NUMBER, "to whom");
        of.needs(MESSAGE, MessageCommand.TEXT, "what to send");
        values.lines().forEach(of::messages);
        return of.found;
    }

    private void needs(String command, String place, String what) {
        List<String> words = values.texts(command);
        add(
                !words.isEmpty() && words.stream().noneMatch(word -> word.contains(place)),
                command,
                "has no \"" + place + "\", so it is never told " + what);
    }

    private void messages(String line) {
        String tells = "lines." + line + ".slip_tells";
        add(
                values.text(tells).equals(TellingWay.MESSAGE.word())
                        && values.texts(MESSAGE).isEmpty(),
                tells,
                "needs a command that sends messages: set " + MESSAGE + ", or \"call\" here");
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
        int aDay = values.whole("budget.minutes_a_day");
        int aMonth = values.whole("budget.minutes_a_month");
        of.add(
                aMonth != 0 && aMonth < aDay && values.given("budget.minutes_a_day"),
                "budget.minutes_a_month",
                "is less than minutes_a_day (" + aDay + "): one day can use up the month");
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
