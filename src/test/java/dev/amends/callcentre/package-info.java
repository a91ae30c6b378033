/**
 * A whole call centre on this machine: the private Asterisk, Amends as its own process, phones and
 * a carrier. For the live tests and the demo.
 */
@NullMarked
package dev.amends.callcentre;

import org.jspecify.annotations.NullMarked;
