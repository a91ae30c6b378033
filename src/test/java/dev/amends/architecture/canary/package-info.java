/** A tiny copy of the house with one offence per rule: each rule must find its own here. */
@NullMarked
package dev.amends.architecture.canary;

import org.jspecify.annotations.NullMarked;
