package dev.amends.store;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * The store did not answer or did not commit. Carries the driver's error only: never a statement or
 * its values, for they hold callers' numbers.
 */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** SQLite's result codes that pass by themselves: busy, locked, disk full, lock protocol. */
    private static final Set<Integer> PASSING = Set.of(5, 6, 13, 15);

    private final boolean retryable;

    private StoreFailure(String message, @Nullable SQLException cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    static StoreFailure of(Throwable failure) {
        SQLException sql = sqlCause(failure);
        if (sql == null) {
            return new StoreFailure(
                    "the store failed: " + failure.getClass().getSimpleName(), null, false);
        }
        boolean passes =
                sql instanceof SQLTransientException || PASSING.contains(sql.getErrorCode() & 0xff);
        return new StoreFailure("the store failed: " + sql.getMessage(), sql, passes);
    }

    /** Whether the same order may succeed when it is tried again a little later. */
    public boolean retryable() {
        return retryable;
    }

    /** The driver's own error behind a failure, if there is one. */
    static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
