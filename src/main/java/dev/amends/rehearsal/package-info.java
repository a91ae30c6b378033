/**
 * A virtual call centre: callers, reps and phones in virtual time, drawn from a seed, around the
 * very policies that decide for real calls. Answers what a set of settings would do to waits and
 * promises, and touches neither the telephone nor the store.
 */
@NullMarked
package dev.amends.rehearsal;

import org.jspecify.annotations.NullMarked;
