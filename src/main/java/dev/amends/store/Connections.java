package dev.amends.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * One connection that writes and several that read. Every failure comes out as {@link
 * StoreFailure}.
 */
final class Connections implements AutoCloseable {

    private static final int READERS = 4;
    private static final int WAIT_MILLIS = 5_000;

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;

    Connections(DataSource forWriting, DataSource forReading) {
        writers = pool("amends-store-writer", forWriting, 1, false);
        readers = pool("amends-store-readers", forReading, READERS, true);
        writing = Jdbi.create(writers);
        reading = Jdbi.create(readers);
    }

    /** Reads what is committed. */
    <T> T read(Function<Handle, T> question) {
        try {
            return reading.withHandle(question::apply);
        } catch (JdbiException e) {
            throw StoreFailure.of(e);
        }
    }

    /** One transaction, committed on return. */
    <T> T write(Function<Handle, T> work) {
        try {
            return writing.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw StoreFailure.of(e);
        }
    }

    /** One transaction that erases: nothing of it stays in the journal. */
    <T> T erase(Function<Handle, T> work) {
        try {
            return writing.withHandle(handle -> {
                T done = handle.inTransaction(work::apply);
                pragma(handle, "wal_checkpoint(TRUNCATE)");
                return done;
            });
        } catch (JdbiException e) {
            throw StoreFailure.of(e);
        }
    }

    /**
     * One transaction that deletes rows together with all that refers to them: for each row that
     * goes the database would look through whole tables for what might refer to it.
     */
    <T> T sweep(Function<Handle, T> work) {
        try {
            return writing.withHandle(handle -> {
                pragma(handle, "foreign_keys = OFF");
                try {
                    return handle.inTransaction(work::apply);
                } finally {
                    pragma(handle, "foreign_keys = ON");
                }
            });
        } catch (JdbiException e) {
            throw StoreFailure.of(e);
        }
    }

    private static void pragma(Handle handle, String what) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute("PRAGMA " + what);
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /** One transaction that is rolled back as a whole when its work answers nothing. */
    <T> Optional<T> writeOrNothing(Function<Handle, Optional<T>> work) {
        return write(handle -> {
            Optional<T> done = work.apply(handle);
            if (done.isEmpty()) {
                handle.rollback();
            }
            return done;
        });
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static HikariDataSource pool(
            String name, DataSource source, int size, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(KeptStatements.of(source));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setReadOnly(readOnly);
        if (!readOnly) {
            // Whatever is deleted is overwritten in the file, long before anybody asks for it.
            config.setConnectionInitSql("PRAGMA secure_delete = ON");
        }
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setMaxLifetime(0);
        config.setInitializationFailTimeout(-1); // fails at the first use, as every failure does
        return new HikariDataSource(config);
    }
}
