package dev.amends.promise;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.WeeklyHours;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * When whom may be called: the hours of every line, and those of the people we call, by the clocks
 * of where their numbers ring.
 */
public final class CallTimes {

    /** Everybody at any time. */
    public static final CallTimes ALWAYS =
            new CallTimes(Map.of(), WeeklyHours.ALWAYS, _ -> List.of());

    private final Map<LineName, Line> lines;
    private final WeeklyHours calling;
    private final Function<PhoneNumber, List<ZoneId>> zones;

    /**
     * @param calling when anybody may be called, by his own clock
     * @param zones which clocks may hang where a number rings
     */
    public CallTimes(
            Map<LineName, Line> lines,
            WeeklyHours calling,
            Function<PhoneNumber, List<ZoneId>> zones) {
        this.lines = Map.copyOf(lines);
        this.calling = calling;
        this.zones = zones;
    }

    /** When this number may be called, whatever it is for. */
    public CallingHours of(PhoneNumber number) {
        if (calling.equals(WeeklyHours.ALWAYS)) {
            return CallingHours.ANYTIME;
        }
        List<Hours> clocks = zones.apply(number).stream().map(this::hours).toList();
        return clocks.isEmpty() ? CallingHours.UNKNOWN : new CallingHours(true, clocks);
    }

    /** Whether the phone that was promised may ring at this moment. */
    public CallTime at(CallbackTerms terms, Instant moment) {
        return CallTimePolicy.decide(hours(terms.line()), of(terms.number()), moment);
    }

    private Hours hours(LineName name) {
        Line line = lines.get(name);
        return line == null ? Hours.always(ZoneOffset.UTC) : line.hours();
    }

    private Hours hours(ZoneId zone) {
        return new Hours(calling, Holidays.NONE, Duration.ZERO, zone);
    }
}
