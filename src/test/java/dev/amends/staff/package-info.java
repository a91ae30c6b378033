/** Tests of the room {@code staff}. */
@NullMarked
package dev.amends.staff;

import org.jspecify.annotations.NullMarked;
