/** Tests of the store on real SQLite files; the contracts can run on another database too. */
@NullMarked
package dev.amends.store;

import org.jspecify.annotations.NullMarked;
