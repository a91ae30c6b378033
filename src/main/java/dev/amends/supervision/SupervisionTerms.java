package dev.amends.supervision;

import dev.amends.promise.Budget;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Lateness;
import dev.amends.promise.RetrySettings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/**
 * What supervision goes by.
 *
 * @param flagFades how long a flag lasts
 * @param zones by which clocks times are told
 * @param times when whom may be called
 * @param budget what that may cost
 * @param lateness by when promises have to be kept
 */
public record SupervisionTerms(
        Duration flagFades,
        RetrySettings retry,
        InstantSource clock,
        Zones zones,
        CallTimes times,
        Budget budget,
        Lateness lateness) {

    /** All lines by one clock; a call for one time is late a quarter of an hour after it. */
    public SupervisionTerms(
            Duration flagFades,
            RetrySettings retry,
            InstantSource clock,
            ZoneId zone,
            CallTimes times,
            Budget budget) {
        this(flagFades, retry, clock, new Zones(zone, Map.of()), times, budget, Lateness.USUAL);
    }

    /** The same where everybody may be called at any time, whatever it costs. */
    public SupervisionTerms(
            Duration flagFades, RetrySettings retry, InstantSource clock, ZoneId zone) {
        this(flagFades, retry, clock, zone, CallTimes.ALWAYS, Budget.NONE);
    }

    /** Now, by the clock of the people who read. */
    WallClock wallClock() {
        return new WallClock(zones.own(), clock.instant());
    }
}
