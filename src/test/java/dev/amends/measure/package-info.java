/**
 * The benchmarks of {@code scripts/bench}: Amends as a process of its own beside its rivals, in one
 * run, under the same load. No test measures a time here; tests prove that the load counts rightly.
 */
@NullMarked
package dev.amends.measure;

import org.jspecify.annotations.NullMarked;
