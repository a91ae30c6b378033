package dev.amends.measure;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.callcentre.SettingsText;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Where a benchmark takes place: the private telephone system, a store with a million past calls,
 * and Amends as an administrator runs it, with its own settings but for what is set here.
 */
final class Site implements AutoCloseable {

    private static final Path PROMPTS = Path.of("asterisk-conf/sounds/en/amends");

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

    /** The store with its past, made anew. */
    void writePast() {
        progress("writing %,d past calls of %,d callers".formatted(Past.CALLS, Past.CALLERS));
        Past.write(database(), Instant.now());
    }

    Path database() {
        return folder.resolve("amends.db");
    }

    /** Amends with the store, and these options for its Java. */
    AmendsProcess startAmends(String javaOptions) throws IOException {
        progress("starting Amends");
        Path settings = folder.resolve("amends.toml");
        SettingsText.forPbx(arguments.ports(), pbx, database()).write(settings);
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
