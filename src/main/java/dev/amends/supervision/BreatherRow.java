package dev.amends.supervision;

/**
 * What a rep has gone through lately.
 *
 * @param hardCalls how many
 * @param many whether somebody should look after him
 * @param last when the last one was, and why it was one
 * @param breather what he has now, or what became of the last one
 */
public record BreatherRow(String rep, int hardCalls, boolean many, String last, String breather) {}
