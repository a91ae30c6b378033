/**
 * Faults on the real bench, for {@code scripts/faults}: each case has a private Asterisk and an
 * Amends of its own with promises in flight and callers coming in, breaks something, lets it
 * recover, and is judged by what the phones saw.
 */
@NullMarked
package dev.amends.faults;

import org.jspecify.annotations.NullMarked;
