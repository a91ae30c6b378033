package dev.amends.simulation;

import dev.amends.store.Store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The real store in a folder of its own, in memory where the machine has such folders. */
final class SqlStore implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private final Store store;

    SqlStore() {
        try {
            folder =
                    Files.isWritable(MEMORY)
                            ? Files.createTempDirectory(MEMORY, "amends-simulation")
                            : Files.createTempDirectory("amends-simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = Store.open(folder.resolve("amends.db"));
    }

    Daemon.Store store() {
        return new Daemon.Store(
                store.ledger(),
                store.tasks(),
                store.actions(),
                store.callerBook(),
                new Daemon.Told(store.matters(), store.consents(), store.stories()));
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
