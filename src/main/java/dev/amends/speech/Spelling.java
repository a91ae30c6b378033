package dev.amends.speech;

import java.time.LocalTime;
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

    /** A time of day, to the minute. */
    List<Prompt> timeOfDay(LocalTime time);

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
        return Set.copyOf(all);
    }
}
