/**
 * The telephony bench of the test tree: phones that speak SIP and RTP by themselves, hear what
 * every leg receives, and SIPp runs as callers, reps and carrier. It knows telephony only: nothing
 * of Amends, no test framework, so the live tests and the demo use the same phones.
 */
@NullMarked
package dev.amends.bench;

import org.jspecify.annotations.NullMarked;
