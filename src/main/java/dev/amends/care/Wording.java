package dev.amends.care;

/**
 * What exactly he was asked.
 *
 * @param prompt the prompt's name
 * @param version its language, and a checksum of its text: the beginning of a SHA-256
 */
public record Wording(String prompt, String version) {}
