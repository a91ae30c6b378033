/** Tests of the room of this name, and fakes of its ports. */
@NullMarked
package dev.amends.care;

import org.jspecify.annotations.NullMarked;
