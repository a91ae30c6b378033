/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.dialing;

import org.jspecify.annotations.NullMarked;
