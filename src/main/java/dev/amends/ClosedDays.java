package dev.amends;

import dev.amends.line.Holidays;
import dev.amends.line.PublicHolidays;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Days as an administrator writes them: {@code 2026-12-24}, or {@code 12-24} for every year. */
final class ClosedDays {

    /** What a list of such days is, in words. */
    static final String WORDS =
            "a list of dates such as \"2026-12-24\", or \"12-24\" for every year";

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern EVERY_YEAR = Pattern.compile("[0-9]{2}-[0-9]{2}");

    private ClosedDays() {}

    /** Whether this text is such a day. */
    static boolean fit(String text) {
        try {
            add(text, new HashSet<>(), new HashSet<>());
            return DATE.matcher(text).matches() || EVERY_YEAR.matcher(text).matches();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * The days that fit, together with the public holidays of this place; an empty one has none.
     */
    static Holidays of(String place, List<String> own) {
        Set<LocalDate> days = new HashSet<>();
        Set<MonthDay> everyYear = new HashSet<>();
        own.forEach(text -> add(text, days, everyYear));
        return new Holidays(PublicHolidays.of(place), days, everyYear);
    }

    private static void add(String text, Set<LocalDate> days, Set<MonthDay> everyYear) {
        if (EVERY_YEAR.matcher(text).matches()) {
            everyYear.add(MonthDay.parse("--" + text));
        } else {
            days.add(LocalDate.parse(text));
        }
    }
}
