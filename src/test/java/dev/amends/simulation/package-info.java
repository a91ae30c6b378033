/**
 * Days on which everything goes wrong, in virtual time: the real reception, dialing and ledger
 * rules, around them a telephone system, a store, a carrier and a clock that lose, delay, double,
 * reorder, crash, freeze and jump. Everything follows from one seed. What was promised is judged by
 * the carrier's list of calls and by what the callers themselves remember, never by our tables.
 */
@NullMarked
package dev.amends.simulation;

import org.jspecify.annotations.NullMarked;
