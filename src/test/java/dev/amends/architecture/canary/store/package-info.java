/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.store;

import org.jspecify.annotations.NullMarked;
