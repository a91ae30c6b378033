package dev.amends.line;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;

/**
 * The days on which a line is closed, whatever weekday they are.
 *
 * @param calendar the public holidays of where the line is, if they count
 * @param days days of the house's own
 * @param everyYear those that come back each year
 */
public record Holidays(
        Optional<PublicHolidays> calendar, Set<LocalDate> days, Set<MonthDay> everyYear) {

    /** No holidays. */
    public static final Holidays NONE = new Holidays(Optional.empty(), Set.of(), Set.of());

    public Holidays {
        days = Set.copyOf(days);
        everyYear = Set.copyOf(everyYear);
    }

    /** Whether this day is one. */
    public boolean on(LocalDate day) {
        return days.contains(day)
                || everyYear.contains(MonthDay.from(day))
                || calendar.filter(known -> known.on(day)).isPresent();
    }
}
