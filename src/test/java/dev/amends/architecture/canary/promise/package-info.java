/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.promise;

import org.jspecify.annotations.NullMarked;
