package dev.amends.speech;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How one language says numbers and times with recorded words, in the order in which to play them.
 * Arguments out of range throw {@link IllegalArgumentException}.
 */
public interface Spelling {

    /** A telephone number read back digit by digit: 1 to 20 of {@code 0-9}, nothing else. */
    List<Prompt> digits(String digits);

    /** A number from 0 to 9999. */
    List<Prompt> number(int number);

    /** A length of time in minutes, from 0 to 9999. */
    List<Prompt> minutes(int minutes);

    /** Which call of the same caller this is, from 1 to 99: "third call". */
    List<Prompt> ordinalCall(int n);

    /** A time of day, to the minute; the part of the day comes last. */
    List<Prompt> timeOfDay(LocalTime time);

    /**
     * A day that is to come: nothing for today; "tomorrow"; "on Monday" within a week; else "on
     * January second".
     */
    List<Prompt> day(LocalDate day, LocalDate today);

    /**
     * "Three ten and three thirty": two times of day, without the part of the day where it is the
     * same for both.
     */
    default List<Prompt> between(LocalTime from, LocalTime to) {
        List<Prompt> first = new ArrayList<>(timeOfDay(from));
        List<Prompt> second = new ArrayList<>(timeOfDay(to));
        if (first.getLast().equals(second.getLast())) {
            first.removeLast();
            second.removeLast();
        }
        first.add(CataloguePrompt.AND.prompt());
        first.addAll(second);
        return List.copyOf(first);
    }

    /** A time of day as it is written behind the words "between", "before" and "from". */
    String written(LocalTime time);

    /** A day that is to come as it is written: "tomorrow", "on Monday", "on January 2". */
    String written(LocalDate day, LocalDate today);

    /**
     * Every prompt this spelling can ever use, so that their sound files can be checked: all that
     * can be said is spelled once.
     */
    default Set<Prompt> vocabulary() {
        Set<Prompt> all = new HashSet<>(digits("0123456789"));
        for (int number = 0; number <= 9999; number++) {
            all.addAll(number(number));
            all.addAll(minutes(number));
        }
        for (int n = 1; n <= 99; n++) {
            all.addAll(ordinalCall(n));
        }
        for (int minute = 0; minute < 24 * 60; minute++) {
            all.addAll(timeOfDay(LocalTime.MIN.plusMinutes(minute)));
        }
        LocalDate today = LocalDate.of(2026, 1, 1);
        for (int days = 0; days <= 366; days++) {
            LocalDate day = today.plusDays(days);
            all.addAll(day(day, today));
            all.addAll(day(day, day.minusDays(2)));
        }
        return Set.copyOf(all);
    }
}
