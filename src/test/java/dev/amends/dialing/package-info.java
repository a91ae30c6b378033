/** Tests of the room of this name, and fakes of its ports. */
@NullMarked
package dev.amends.dialing;

import org.jspecify.annotations.NullMarked;
