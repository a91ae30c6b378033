/**
 * What supervisors and administrators see and may order: flags, the ledger and its stories, the
 * doctor's findings. Knows the features, but not how they are stored or shown.
 */
@NullMarked
package dev.amends.supervision;

import org.jspecify.annotations.NullMarked;
