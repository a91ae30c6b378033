package dev.amends.store;

import dev.amends.supervision.Check;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** What the doctor looks at where anything is recorded: the folder is there, ours, and private. */
public final class RecordingsCheck implements Check {

    private static final String WHAT = "recordings";

    private final Path folder;

    public RecordingsCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Finding> run() {
        return List.of(finding());
    }

    private Finding finding() {
        if (!Files.isDirectory(folder)) {
            return problem(folder + " is not there");
        }
        if (!Files.isReadable(folder) || !Files.isWritable(folder)) {
            return problem(folder + " can't be read and written, so nothing old is erased");
        }
        try {
            return privacy();
        } catch (IOException | UnsupportedOperationException e) {
            return problem(folder + " can't be looked at");
        }
    }

    private Finding privacy() throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        boolean open =
                rights.contains(PosixFilePermission.OTHERS_READ)
                        || rights.contains(PosixFilePermission.OTHERS_EXECUTE);
        return open
                ? new Finding(
                        WHAT,
                        Verdict.WARNING,
                        folder + " is open to everybody: " + PosixFilePermissions.toString(rights),
                        "only Asterisk, Amends and their group may look into it",
                        "chmod o= " + folder)
                : Finding.ok(WHAT, folder + ", private");
    }

    private Finding problem(String found) {
        return new Finding(
                WHAT,
                Verdict.PROBLEM,
                found,
                "a folder that Asterisk and Amends can write",
                "install -d -m 2770 -o asterisk -g asterisk "
                        + folder
                        + ", with Amends in the group asterisk");
    }
}
