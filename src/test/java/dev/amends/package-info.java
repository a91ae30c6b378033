/** Tests of what wires the rooms. */
@NullMarked
package dev.amends;

import org.jspecify.annotations.NullMarked;
