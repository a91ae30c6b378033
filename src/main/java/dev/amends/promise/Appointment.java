package dev.amends.promise;

import java.time.Instant;

/**
 * A call that was promised by one rep for a time: his before anybody else's.
 *
 * @param rep who calls
 * @param from not earlier than this
 */
public record Appointment(RepDevice rep, Instant from) {}
