/**
 * The administrator's commands: what they are called, how they answer, and their exit codes. Knows
 * supervision only; everything else comes through {@link dev.amends.cli.Program}.
 */
@NullMarked
package dev.amends.cli;

import org.jspecify.annotations.NullMarked;
