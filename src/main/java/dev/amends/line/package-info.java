/**
 * The line right now: whether it is open, who waits, in the one order, which reps are there, and
 * how long somebody will wait, as learned from what happened here. Knows nothing of promises or
 * dialogues.
 */
@NullMarked
package dev.amends.line;

import org.jspecify.annotations.NullMarked;
