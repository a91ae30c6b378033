/**
 * Who is calling: the number, what we remember of it, and whether he is a repeat or flagged caller.
 * Knows nothing of lines, promises or Asterisk.
 */
@NullMarked
package dev.amends.caller;

import org.jspecify.annotations.NullMarked;
