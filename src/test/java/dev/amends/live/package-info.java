/**
 * Stories on the real telephone system, with real calls: what callers, reps and called people hear
 * and get.
 */
@NullMarked
package dev.amends.live;

import org.jspecify.annotations.NullMarked;
