package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** Statements are compiled once, and nothing of one use reaches the next. */
class KeptStatementsTest {

    private static final String NEXT = "SELECT n FROM t WHERE n > ? ORDER BY n";

    @TempDir Path folder;
    private DataSource source;

    @BeforeEach
    void three_rows() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + folder.resolve("t.db"));
        source = KeptStatements.of(sqlite);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (n INTEGER)");
            statement.execute("INSERT INTO t VALUES (1), (2), (3)");
        }
    }

    private static int first(Connection connection, int above) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, above);
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Test
    void the_same_statement_is_prepared_once_for_a_connection() throws SQLException {
        DataSource played = mock(DataSource.class);
        Connection connection = mock(Connection.class);
        when(played.getConnection()).thenReturn(connection);
        when(connection.prepareStatement(anyString())).thenReturn(mock(PreparedStatement.class));

        Connection kept = KeptStatements.of(played).getConnection();
        for (int time = 0; time < 3; time++) {
            kept.prepareStatement(NEXT).close();
        }

        verify(connection, times(1)).prepareStatement(NEXT);
    }

    @Test
    void two_at_once_are_two_statements() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement one = connection.prepareStatement(NEXT);
                PreparedStatement other = connection.prepareStatement(NEXT)) {
            one.setInt(1, 0);
            other.setInt(1, 1);
            ResultSet rows = one.executeQuery();
            ResultSet others = other.executeQuery();
            assertThat(rows.next() && others.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(others.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void parameters_of_an_earlier_use_are_forgotten() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(first(connection, 1)).isEqualTo(2);
            try (PreparedStatement again = connection.prepareStatement(NEXT)) {
                assertThat(again.executeQuery().next()).isFalse();
            }
            assertThat(first(connection, 2)).isEqualTo(3);
        }
    }

    @Test
    void rows_that_were_not_read_to_their_end_do_not_hold_up_the_write_ahead_log()
            throws SQLException {
        try (Connection reader = source.getConnection();
                Connection writer = source.getConnection();
                Statement statement = writer.createStatement()) {
            assertThat(first(reader, 0)).isEqualTo(1);
            statement.execute("INSERT INTO t VALUES (4)");
            try (ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                assertThat(busy.getInt(1)).isZero();
            }
            assertThat(first(reader, 3)).isEqualTo(4);
        }
    }

    @Test
    void failures_come_out_as_the_drivers_own() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("SELECT nonsense FROM nowhere"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
