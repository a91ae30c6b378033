package dev.amends.demo;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Fingerprints;
import dev.amends.bench.Phone;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.callcentre.SettingsText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Everything that one demo starts: closing ends it in reverse order, also from another thread while
 * something is still starting.
 */
final class Premises implements AutoCloseable {

    private final Place place;
    private final PrivatePbx pbx;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /** Fresh premises: nothing is left of an earlier run. */
    Premises(Place place) {
        this.place = place;
        this.pbx = new PrivatePbx(place.ports(), place.run(), place.prompts(), "scripts/demo");
        try {
            Files.createDirectories(place.settings().getParent());
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(place.database() + suffix));
            }
            Files.deleteIfExists(place.log());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + place.settings().getParent(), e);
        }
    }

    /** The telephone system, without marks of an earlier run. */
    PrivatePbx startPbx() {
        keep(pbx);
        pbx.start();
        pbx.cli("database deltree amends");
        return pbx;
    }

    /** Settings that fit; the caller of this adds his own. */
    SettingsText settings() {
        return SettingsText.forPbx(place.ports(), pbx, place.database());
    }

    /** Amends, once it says that it is ready. */
    AmendsProcess startAmends(SettingsText settings) {
        settings.write(place.settings());
        AmendsProcess amends = AmendsProcess.launch(place.settings(), place.log(), Map.of());
        keep(amends);
        try {
            Files.writeString(place.pidFile(), Long.toString(amends.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        amends.awaitReady();
        return amends;
    }

    /** Phones at an address, which know no prompts: they hear real speech. */
    Phone phones(InetSocketAddress at, Behaviour.Choice choice) {
        try {
            Phone phone = Phone.open(at, Fingerprints.none(), choice);
            keep(phone);
            return phone;
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(
                    "port %d/udp is in use by another program on this machine. End it, or take other"
                                    .formatted(at.getPort())
                            + " ports: AMENDS_PORT_SHIFT=N in front of your command.",
                    e);
        }
    }

    /** Ends this before all else is ended. */
    synchronized void endNow(AutoCloseable part) {
        if (started.remove(part)) {
            end(part);
        }
    }

    private synchronized void keep(AutoCloseable part) {
        if (closed) {
            end(part);
            throw new IllegalStateException("the demo is being ended");
        }
        started.push(part);
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            end(started.pop());
        }
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The others are to be ended all the same.
            System.err.println("demo: not ended in good order: " + e);
        }
    }
}
