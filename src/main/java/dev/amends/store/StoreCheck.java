package dev.amends.store;

import dev.amends.supervision.Check;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the doctor looks at: the store can be written, has room, and is private. */
final class StoreCheck implements Check {

    private static final long MEGABYTE = 1024L * 1024L;
    private static final long LITTLE_ROOM = 200 * MEGABYTE;

    private final Path file;
    private final String schema;
    private final Connections connections;

    StoreCheck(Path file, String schema, Connections connections) {
        this.file = file;
        this.schema = schema;
        this.connections = connections;
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        findings.add(writable());
        try {
            findings.add(room());
            findings.add(privacy());
        } catch (IOException e) {
            findings.add(
                    new Finding(
                            "store file",
                            Verdict.PROBLEM,
                            file + " can't be looked at",
                            "a file that can be read",
                            "look at the file, its folder and the disk"));
        }
        return findings;
    }

    /** Takes the write lock, changes nothing, and lets go. */
    private Finding writable() {
        try {
            connections.writeOrNothing(handle -> {
                handle.createUpdate("UPDATE person SET created_at = created_at WHERE id = -1")
                        .execute();
                return Optional.empty();
            });
            return Finding.ok("store", file + ", schema " + schema + ", can be written");
        } catch (StoreFailure e) {
            return new Finding(
                    "store",
                    Verdict.PROBLEM,
                    file + ": " + e.getMessage(),
                    "a store that can be written within five seconds",
                    e.retryable()
                            ? "look which other program holds the file, and whether the disk is"
                                    + " full"
                            : "look at the file, its folder and the disk");
        }
    }

    private Finding room() throws IOException {
        long free = Files.getFileStore(file).getUsableSpace();
        String found = free / MEGABYTE + " MB free";
        return free >= LITTLE_ROOM
                ? Finding.ok("store disk", found)
                : new Finding(
                        "store disk",
                        Verdict.WARNING,
                        found,
                        LITTLE_ROOM / MEGABYTE + " MB or more",
                        "make room on the disk of " + file);
    }

    private Finding privacy() throws IOException {
        boolean open =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        && Files.getPosixFilePermissions(file)
                                .contains(PosixFilePermission.OTHERS_READ);
        return open
                ? new Finding(
                        "store access",
                        Verdict.WARNING,
                        "everybody on this machine can read callers' numbers",
                        "only Amends and its group can",
                        "chmod o= " + file)
                : Finding.ok("store access", "private");
    }
}
