package dev.amends.line;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The public holidays of a country, or of a part of it: {@code us}, {@code de/by}. Which days those
 * are, jollyday knows. It takes a second or two to find out for the first time, so that is done
 * when this is made; two with the same code are equal.
 */
public final class PublicHolidays {

    private static final Pattern CODE = Pattern.compile("[a-z]{2}(/[a-z0-9-]{1,10}){0,3}");

    private final String code;
    private final HolidayManager calendar;
    private final String[] parts;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private PublicHolidays(String code, HolidayManager calendar) {
        this.code = code;
        this.calendar = calendar;
        String[] all = code.split("/");
        this.parts = Arrays.copyOfRange(all, 1, all.length);
        on(LocalDate.EPOCH);
    }

    /** Those of this code; nothing when no country or part of one has it. */
    public static Optional<PublicHolidays> of(String code) {
        if (!CODE.matcher(code).matches() || !knows(code.substring(0, 2))) {
            return Optional.empty();
        }
        HolidayManager calendar =
                HolidayManager.getInstance(ManagerParameters.create(code.substring(0, 2)));
        PublicHolidays found = new PublicHolidays(code, calendar);
        return found.partsAreKnown() ? Optional.of(found) : Optional.empty();
    }

    private static boolean knows(String country) {
        return HolidayManager.getSupportedCalendarCodes()
                .contains(country.toUpperCase(Locale.ROOT));
    }

    private boolean partsAreKnown() {
        CalendarHierarchy here = calendar.getCalendarHierarchy();
        for (String part : parts) {
            here = here.getChildren().get(part);
            if (here == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether this day is one. */
    boolean on(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::inYear).contains(day);
    }

    private Set<LocalDate> inYear(int year) {
        return calendar.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicHolidays same && same.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
