/** A room inside a room, which is one too deep. */
@NullMarked
package dev.amends.architecture.canary.line.deep;

import org.jspecify.annotations.NullMarked;
