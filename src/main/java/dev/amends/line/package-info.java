/**
 * The line right now: who waits, in the one order, and which reps are there. Knows nothing of
 * promises or dialogues.
 */
@NullMarked
package dev.amends.line;

import org.jspecify.annotations.NullMarked;
