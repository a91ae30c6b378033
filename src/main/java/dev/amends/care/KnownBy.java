package dev.amends.care;

import dev.amends.promise.RepDevice;

import java.time.Instant;

/**
 * The rep who knows a matter, as he spoke with the caller last.
 *
 * @param since when they had spoken
 */
public record KnownBy(RepDevice rep, Instant since) {}
