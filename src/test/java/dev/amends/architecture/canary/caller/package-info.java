/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.caller;

import org.jspecify.annotations.NullMarked;
