/**
 * Speech: what can be said. It knows the names of prompts, their text per language, and how numbers
 * and times are spelled from recorded words. It must not know who is spoken to, why, or how a sound
 * file is played.
 */
@NullMarked
package dev.amends.speech;

import org.jspecify.annotations.NullMarked;
