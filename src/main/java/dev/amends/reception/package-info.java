/**
 * Every dialogue with a caller, turn by turn. A dialogue is a pure function from state, what was
 * heard and the facts to a step; the shell {@link dev.amends.reception.Reception} runs it. Knows
 * nothing of Asterisk's words.
 */
@NullMarked
package dev.amends.reception;

import org.jspecify.annotations.NullMarked;
