package dev.amends.store;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/**
 * Connections that keep their prepared statements. SQLite's driver keeps none, and compiling a
 * statement takes longer than carrying it out. A connection has one user at a time.
 */
final class KeptStatements implements InvocationHandler {

    private static final int MOST = 64;

    private final Connection connection;
    private final LinkedHashMap<List<Object>, PreparedStatement> idle = new LinkedHashMap<>();

    private KeptStatements(Connection connection) {
        this.connection = connection;
    }

    /** The same source, but its connections keep their statements. */
    static DataSource of(DataSource source) {
        return proxy(
                DataSource.class,
                (self, method, arguments) -> {
                    Object result = call(source, method, arguments);
                    return result instanceof Connection connection
                            ? proxy(Connection.class, new KeptStatements(connection))
                            : result;
                });
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (!method.getName().equals("prepareStatement") || arguments == null) {
            return call(connection, method, arguments);
        }
        List<Object> wanted = Arrays.asList(arguments);
        PreparedStatement kept = idle.remove(wanted);
        PreparedStatement statement = kept != null ? kept : prepare(method, arguments);
        return proxy(PreparedStatement.class, new Lent(wanted, statement));
    }

    private PreparedStatement prepare(Method method, Object[] arguments) throws Throwable {
        return (PreparedStatement) Objects.requireNonNull(call(connection, method, arguments));
    }

    /** A statement in use: to close it is to give it back. */
    private final class Lent implements InvocationHandler {

        private final List<Object> wanted;
        private final PreparedStatement statement;
        private @Nullable ResultSet rows;
        private boolean back;

        Lent(List<Object> wanted, PreparedStatement statement) {
            this.wanted = wanted;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    giveBack();
                    return null;
                }
                case "isClosed" -> {
                    return back;
                }
                default -> {
                    Object result = call(statement, method, arguments);
                    if (result instanceof ResultSet set) {
                        rows = set;
                    }
                    return result;
                }
            }
        }

        /** Rows that nobody reads any further would keep their transaction open. */
        private void giveBack() throws SQLException {
            if (back) {
                return;
            }
            back = true;
            if (rows != null) {
                rows.close();
            }
            if (statement.isClosed()) {
                return;
            }
            statement.clearParameters();
            keep(wanted, statement);
        }
    }

    private void keep(List<Object> wanted, PreparedStatement statement) throws SQLException {
        PreparedStatement twin = idle.put(wanted, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > MOST) {
            idle.pollFirstEntry().getValue().close();
        }
    }

    private static @Nullable Object call(Object on, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        KeptStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
