package dev.amends.measure;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.callcentre.SettingsText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Where a benchmark takes place: the private telephone system, a store with a million past calls,
 * and Amends as an administrator runs it, with its own settings but for what is set here.
 */
final class Site implements AutoCloseable {

    private static final Path PROMPTS = Path.of("asterisk-conf/sounds/en/amends");

    /** More than are made here. */
    private static final int PROMISES = 10_000;

    private final Arguments arguments;
    private final PrivatePbx pbx;
    private final Path folder;

    Site(Arguments arguments) throws IOException {
        this.arguments = arguments;
        pbx = new PrivatePbx(arguments.ports(), arguments.run(), PROMPTS, "scripts/bench");
        folder = Files.createDirectories(arguments.run().resolve("bench"));
    }

    /** Says what is being done. */
    static void progress(String what) {
        System.err.println("  " + what + " …");
    }

    PrivatePbx pbx() {
        return pbx;
    }

    void startPbx() {
        progress("starting the private Asterisk");
        pbx.start();
    }

    /** Adds extensions to those of the demo, until the next start. */
    void addDialplan(Path file) throws IOException {
        Files.writeString(
                pbx.etc().resolve("extensions.conf"),
                "#include \"" + file.toAbsolutePath() + "\"\n",
                StandardOpenOption.APPEND);
        pbx.cli("dialplan reload");
    }

    /** Until the next start. */
    void setGlobal(String name, String value) {
        pbx.cli("dialplan set global " + name + " " + value);
    }

    /** No line for every step of every call, until the next start: it costs as much as the call. */
    void logOnlyWhatIsWrong() throws IOException {
        Files.writeString(pbx.etc().resolve("logger.conf"), "[logfiles]\nfull = warning,error\n");
        pbx.cli("logger reload");
    }

    /** Waits until the dialplan may ask Amends. */
    void awaitHeartbeat() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!pbx.cli("dialplan show globals").contains("AMENDS_BEAT=")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Amends gives no sign of life to Asterisk");
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    /** The telephone system's process. */
    long pbxPid() {
        try {
            return Long.parseLong(
                    Files.readString(arguments.run().resolve("run/asterisk.pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store with its past, made anew. */
    void writePast() {
        progress("writing %,d past calls of %,d callers".formatted(Past.CALLS, Past.CALLERS));
        Past.write(database(), Instant.now());
    }

    /**
     * Waits until Amends has written down all calls so far. It writes them behind, and what is left
     * of one round is no burden of the next.
     */
    void awaitRecorded() {
        long deadline = System.nanoTime() + 30_000_000_000L;
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement last = store.createStatement()) {
            long seen = -1;
            for (long now = lastCall(last); now != seen; now = lastCall(last)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Amends does not come to an end with calls");
                }
                seen = now;
                LockSupport.parkNanos(300_000_000);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the store can't be looked at", e);
        }
    }

    private static long lastCall(Statement last) throws SQLException {
        try (ResultSet row = last.executeQuery("SELECT max(rowid) FROM call")) {
            return row.getLong(1);
        }
    }

    Path database() {
        return folder.resolve("amends.db");
    }

    /** Amends with the store, and these options for its Java. */
    AmendsProcess startAmends(String javaOptions) throws IOException {
        progress("starting Amends");
        Path settings = folder.resolve("amends.toml");
        SettingsText.forPbx(arguments.ports(), pbx, database())
                .number("limits.in_all_an_hour", PROMISES)
                .number("budget.minutes_a_day", 0)
                .write(settings);
        Path log = folder.resolve("amends.log");
        Files.deleteIfExists(log);
        return AmendsProcess.start(settings, log, Map.of("AMENDS_JAVA_OPTIONS", javaOptions));
    }

    /** Where Amends answers turns. */
    InetSocketAddress turns() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), arguments.ports().agi());
    }

    /** This machine, and the telephone system's version. */
    Machine machine() {
        String version = pbx.cli("core show version").lines().findFirst().orElse("").strip();
        return Machine.here(Map.of("asterisk", version.replaceAll("^Asterisk (\\S+).*", "$1")));
    }

    @Override
    public void close() {
        pbx.close();
    }
}
