package dev.amends;

import dev.amends.supervision.Check;
import dev.amends.supervision.Finding;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether a command of the administrator's is there, as it is found when it is run. */
final class CommandCheck implements Check {

    private final String what;
    private final String does;
    private final String command;
    private final String searched;

    /**
     * @param what the setting that names it
     * @param does what it is for
     * @param searched the folders in which a bare name is looked for, as in {@code PATH}
     */
    CommandCheck(String what, String does, String command, String searched) {
        this.what = what;
        this.does = does;
        this.command = command;
        this.searched = searched;
    }

    @Override
    public List<Finding> run() {
        Stream<Path> places =
                command.contains("/")
                        ? Stream.of(Path.of(command))
                        : Stream.of(searched.split(File.pathSeparator))
                                .map(folder -> Path.of(folder, command));
        boolean there =
                places.anyMatch(place -> Files.isRegularFile(place) && Files.isExecutable(place));
        return List.of(
                there
                        ? Finding.ok(what, command + " is there")
                        : new Finding(
                                what,
                                Finding.Verdict.PROBLEM,
                                command + " is not there, or may not be run",
                                "a command that " + does,
                                "install it, or name it with its whole path"));
    }
}
