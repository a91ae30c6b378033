package dev.amends.dialing;

import java.time.Duration;

/**
 * How promised calls are placed.
 *
 * @param ring how long a called person's phone rings
 * @param callerId the number shown to him; empty for the trunk's own
 * @param atMostPlaced how many placeholders and promised calls there are at a time
 */
public record DialingSettings(Duration ring, String callerId, int atMostPlaced) {}
