/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.reception;

import org.jspecify.annotations.NullMarked;
