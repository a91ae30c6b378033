/**
 * The only room with SQL: one SQLite file, its schema, and the ports that the features keep their
 * memory in. Decides nothing; every time is passed in, SQL never asks for it.
 */
@NullMarked
package dev.amends.store;

import org.jspecify.annotations.NullMarked;
