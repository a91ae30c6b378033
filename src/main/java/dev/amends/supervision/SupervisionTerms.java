package dev.amends.supervision;

import dev.amends.promise.RetrySettings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What supervision goes by.
 *
 * @param flagFades how long a flag lasts
 * @param zone the time zone of the people who read
 */
public record SupervisionTerms(
        Duration flagFades, RetrySettings retry, InstantSource clock, ZoneId zone) {}
