package dev.amends.promise;

import java.time.Duration;

/**
 * How often and how soon a callback is tried again.
 *
 * @param retries how often it is tried again after the first try
 * @param congestions how often in a row a full trunk, or a rep who hung up first, is forgiven
 * @param gap from the end of a try to the next
 */
public record RetrySettings(int retries, int congestions, Duration gap) {}
