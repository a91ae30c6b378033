package dev.amends.care;

/**
 * What exactly he was asked.
 *
 * @param prompt the prompt's name
 * @param version its language, and a checksum, the beginning of a SHA-256: of the sound where it
 *     can be read, {@code en sound 0123456789abcdef}, else of our text, {@code en text …}
 */
public record Wording(String prompt, String version) {}
