/** Tests of what can be said, and {@code ShippedSounds}: which prompts have a sound file. */
@NullMarked
package dev.amends.speech;

import org.jspecify.annotations.NullMarked;
