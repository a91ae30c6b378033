/**
 * The demo: a call centre on this machine that people can watch for four minutes, or call with a
 * softphone. It uses the phones and the private Asterisk of the live tests, and the shipped prompts
 * and dialplan.
 */
@NullMarked
package dev.amends.demo;

import org.jspecify.annotations.NullMarked;
