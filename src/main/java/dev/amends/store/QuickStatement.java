package dev.amends.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A statement that a caller waits for: with named parameters like all others, but carried out by
 * the driver alone. Jdbi takes several times as long on the way to the database as the database for
 * its answer.
 */
final class QuickStatement {

    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]+)");

    private final String sql;
    private final List<String> parameters;

    /**
     * @param sql with {@code :name} wherever a value belongs, and no other colon
     */
    QuickStatement(String sql) {
        this.sql = PARAMETER.matcher(sql).replaceAll("?");
        this.parameters = PARAMETER.matcher(sql).results().map(one -> one.group(1)).toList();
    }

    /** Reads the row that the result stands at. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Begins to carry it out; fails like everything with {@link StoreFailure}. */
    Bound on(Handle handle) {
        return new Bound(handle);
    }

    /** The statement with its values, once. */
    final class Bound {

        private final Handle handle;
        private final Map<String, @Nullable Object> values = new HashMap<>();

        private Bound(Handle handle) {
            this.handle = handle;
        }

        /** Each parameter gets its value by name, wherever it stands. */
        Bound bind(String parameter, @Nullable Object value) {
            values.put(parameter, value);
            return this;
        }

        /** The first row of the answer, if there is one. */
        <T> Optional<T> first(Reader<T> reader) {
            try (PreparedStatement statement = prepared();
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            } catch (SQLException e) {
                throw StoreFailure.of(e);
            }
        }

        /** All rows of the answer; it is for the statement to see that they are few. */
        <T> List<T> all(Reader<T> reader) {
            try (PreparedStatement statement = prepared();
                    ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            } catch (SQLException e) {
                throw StoreFailure.of(e);
            }
        }

        /** Changes rows; how many. */
        int execute() {
            try (PreparedStatement statement = prepared()) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw StoreFailure.of(e);
            }
        }

        private PreparedStatement prepared() throws SQLException {
            PreparedStatement statement = handle.getConnection().prepareStatement(sql);
            int place = 0;
            for (String parameter : parameters) {
                if (!values.containsKey(parameter)) {
                    throw new IllegalStateException("no value for " + parameter);
                }
                statement.setObject(++place, values.get(parameter));
            }
            return statement;
        }
    }
}
