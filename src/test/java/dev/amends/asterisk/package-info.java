/** Tests of the room with Asterisk's words, against raw sockets on loopback. */
@NullMarked
package dev.amends.asterisk;

import org.jspecify.annotations.NullMarked;
