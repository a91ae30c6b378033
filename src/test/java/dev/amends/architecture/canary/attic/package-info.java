/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.attic;

import org.jspecify.annotations.NullMarked;
