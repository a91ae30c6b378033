package dev.amends;

import dev.amends.caller.NumberZones;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimePolicy;
import dev.amends.promise.CallingHours;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Settings under which calls are promised, but nobody can ever be called. */
final class NeverCalled {

    /** In the middle of winter and of summer, as clocks may be put forward. */
    private static final List<Instant> SEASONS =
            List.of(Instant.parse("2026-01-05T00:00:00Z"), Instant.parse("2026-07-06T00:00:00Z"));

    private final SettingsFile file;
    private final KnownValues values;

    private NeverCalled(SettingsFile file, KnownValues values) {
        this.file = file;
        this.values = values;
    }

    /** What is wrong. */
    static List<Problem> problems(SettingsFile file, KnownValues values) {
        NeverCalled never = new NeverCalled(file, values);
        List<Problem> found = new ArrayList<>();
        Stream.of("budget.minutes_a_day", "budget.minutes_a_month")
                .flatMap(key -> never.tooFewMinutes(key).stream())
                .forEach(found::add);
        values.lines().stream().flatMap(line -> never.asleep(line).stream()).forEach(found::add);
        return found;
    }

    private Optional<Problem> tooFewMinutes(String key) {
        int least = BudgetPolicy.least(values.whole("budget.longest_call_minutes"));
        int minutes = values.whole(key);
        return minutes == 0 || minutes >= least
                ? Optional.empty()
                : Optional.of(
                        file.problem(
                                key,
                                ("nobody could ever be called: no call is begun with less than %d"
                                                + " minutes left; write %d or more, or 0 for no limit")
                                        .formatted(least, least)));
    }

    /** Numbers of other countries may ring where it is day while the line is open. */
    private Optional<Problem> asleep(String line) {
        String key = "lines." + line + ".hours";
        String calling = values.text("callbacks.calling_hours");
        String region = values.text("numbers.home_region");
        boolean always = calling.isEmpty() || values.text(key).isEmpty();
        return always || !values.texts("numbers.allow").isEmpty() || awake(line, calling, region)
                ? Optional.empty()
                : Optional.of(
                        file.problem(
                                key,
                                ("nobody could ever be called: at these times it is outside of"
                                                + " calling_hours (\"%s\") wherever a number of %s rings;"
                                                + " mend one of them, or the line's time_zone")
                                        .formatted(calling, region)));
    }

    private boolean awake(String line, String calling, String region) {
        Set<ZoneId> zones = new NumberZones().of(region);
        return zones.isEmpty() || zones.stream().anyMatch(zone -> awake(line, week(calling), zone));
    }

    /** Whether a call can be promised somewhen to whom lives by this clock. */
    private boolean awake(String line, WeeklyHours calling, ZoneId zone) {
        String section = "lines." + line + ".";
        Hours open =
                new Hours(
                        week(values.text(section + "hours")),
                        Holidays.NONE,
                        Duration.ofMinutes(values.whole(section + "cut_off_minutes")),
                        SettingsReader.zone(values.text(section + "time_zone")));
        CallingHours his =
                new CallingHours(
                        true, List.of(new Hours(calling, Holidays.NONE, Duration.ZERO, zone)));
        return SEASONS.stream()
                .map(from -> CallTimePolicy.promised(open, his, from))
                .anyMatch(when -> !(when instanceof CallTime.Never));
    }

    private static WeeklyHours week(String text) {
        return WeeklyHours.read(text).orElseThrow();
    }
}
