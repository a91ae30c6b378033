/**
 * Who can answer: the reps of a line, their seniority and what they are doing at this moment. Knows
 * nothing of callers.
 */
@NullMarked
package dev.amends.staff;

import org.jspecify.annotations.NullMarked;
