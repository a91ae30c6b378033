package dev.amends.store;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The one SQLite file: tells whether it is ours before anything touches it, and how to connect to
 * it. Ours is a file whose SQLite application id is {@link #OURS}; it is written first of all, in
 * the file itself and not in its write-ahead log, so that it is there whatever happens next.
 */
final class StoreFile {

    /** "Amnd" in ASCII. */
    static final int OURS = 0x416d6e64;

    /** What the writer keeps in memory, so that a promise finds its tables there. */
    private static final int WRITER_KIBIBYTES = 16 * 1024;

    private final Path path;
    private final Duration patience;

    private StoreFile(Path path, Duration patience) {
        this.path = path;
        this.patience = patience;
    }

    /**
     * Looks at the file, and makes a new one where there is none yet.
     *
     * @param patience how long a connection waits for another process's write
     * @throws StoreUnusable when it is not ours or can't be written
     */
    static StoreFile claim(Path file, Duration patience) {
        StoreFile store = new StoreFile(file.toAbsolutePath().normalize(), patience);
        store.refuseWrongPlace();
        try {
            if (Files.notExists(store.path)) {
                store.create();
            }
            if (store.isBlank()) {
                store.mark();
            }
        } catch (SQLException e) {
            throw store.unusable(e);
        } catch (IOException e) {
            throw store.unusable(
                    "can't be created (" + e.getClass().getSimpleName() + ")",
                    "name another file in [store] path");
        }
        return store;
    }

    /**
     * Refuses a file that is not there; does not make one.
     *
     * @throws NoStoreYet when it is not there, or nothing was ever written to it
     * @throws StoreUnusable when it could not be made either
     */
    static void refuseMissing(Path file) {
        StoreFile store = new StoreFile(file.toAbsolutePath().normalize(), Duration.ZERO);
        store.refuseWrongPlace();
        try {
            if (Files.notExists(store.path) || Files.size(store.path) == 0) {
                throw new NoStoreYet(store.path);
            }
        } catch (IOException e) {
            throw store.unusable("can't be looked at", "look at the file, its folder and the disk");
        }
    }

    Path path() {
        return path;
    }

    /** Connections that write; a transaction takes the write lock at its beginning. */
    SQLiteDataSource forWriting() {
        return source(false);
    }

    /** Connections that can't write. */
    SQLiteDataSource forReading() {
        return source(true);
    }

    StoreUnusable unusable(String problem, String fix) {
        return new StoreUnusable(path, problem, fix);
    }

    StoreUnusable unusable(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case 26 -> unusable("is not a database", "name another file in [store] path");
            case 11 -> unusable("is damaged", "restore it from a backup");
            case 8 -> unusable("is read-only", "let the user that runs Amends write it");
            case 5, 6 -> unusable("is locked by another program", "end that program and try again");
            case 13 -> unusable("can't grow, the disk is full", "make room on the disk");
            default ->
                    unusable(
                            "can't be opened (" + failure.getMessage() + ")",
                            "look at the file, its folder and the disk");
        };
    }

    private void refuseWrongPlace() {
        Path folder = path.getParent();
        String user = "user " + System.getProperty("user.name");
        if (folder == null || Files.isDirectory(path)) {
            throw unusable("is a directory", "name a file in it in [store] path");
        }
        if (!Files.isDirectory(folder)) {
            throw unusable(
                    "has no folder", "create the folder and give it to " + user + ": " + folder);
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw unusable("is not a file", "name another file in [store] path");
        }
        if (Files.exists(path) && !(Files.isReadable(path) && Files.isWritable(path))) {
            throw unusable("is not writable", "give the file to " + user);
        }
        if (!Files.isWritable(folder)) {
            throw unusable("is in a folder that is not writable", "give the folder to " + user);
        }
    }

    private void create() throws IOException {
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-rw----")));
            } else {
                Files.createFile(path);
            }
        } catch (FileAlreadyExistsException e) {
            // Another process was faster: it is the same file then.
        }
    }

    /**
     * Whether nothing was ever written to it. Looks without a lock, a log or a write: {@code
     * immutable} leaves a file that is not ours exactly as it is. Such a look never sees what
     * another process writes after its first read, so the size is asked before it.
     */
    private boolean isBlank() throws SQLException, IOException {
        if (Files.size(path) == 0) {
            return true;
        }
        try (Connection look = DriverManager.getConnection(url("?mode=ro&immutable=1"))) {
            if (pragma(look, "application_id") != OURS) {
                throw unusable("belongs to another program", "name another file in [store] path");
            }
            return false;
        }
    }

    private void mark() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.setSynchronous(SynchronousMode.FULL);
        try (Connection first = config.createConnection(url(""));
                Statement statement = first.createStatement()) {
            statement.execute("PRAGMA application_id = " + OURS);
        }
    }

    private SQLiteDataSource source(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout((int) patience.toMillis());
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.FULL);
            config.setTransactionMode(TransactionMode.IMMEDIATE);
            config.enforceForeignKeys(true);
            config.setCacheSize(-WRITER_KIBIBYTES);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url(""));
        return source;
    }

    private String url(String options) {
        return "jdbc:sqlite:file:" + path.toUri().getRawPath() + options;
    }

    private static long pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
