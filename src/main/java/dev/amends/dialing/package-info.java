/**
 * Which promises to dial now, how, and what came of it: launching placeholders, the seat in the
 * queue, the claim, outcomes and the reconciler. Knows the telephone only through {@link
 * dev.amends.dialing.OutboundLine}.
 */
@NullMarked
package dev.amends.dialing;

import org.jspecify.annotations.NullMarked;
