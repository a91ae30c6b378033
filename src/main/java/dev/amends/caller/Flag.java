package dev.amends.caller;

import java.time.Instant;

/** A rep's or supervisor's mark on a caller: why, since when, and when it fades out by itself. */
public record Flag(String reason, Instant since, Instant fadesAt) {}
