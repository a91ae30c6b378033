/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.line;

import org.jspecify.annotations.NullMarked;
