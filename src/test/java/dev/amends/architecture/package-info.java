/** The architecture as a test: the room map of the README is read and enforced on the bytecode. */
@NullMarked
package dev.amends.architecture;

import org.jspecify.annotations.NullMarked;
