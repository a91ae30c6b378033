/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.asterisk;

import org.jspecify.annotations.NullMarked;
