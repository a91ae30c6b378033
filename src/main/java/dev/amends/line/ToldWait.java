package dev.amends.line;

/**
 * What a caller was told about his wait.
 *
 * @param ahead how many were ahead of him then
 */
public record ToldWait(WaitStep step, int ahead) {}
