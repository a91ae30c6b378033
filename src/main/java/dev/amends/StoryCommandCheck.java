package dev.amends;

import dev.amends.supervision.Check;
import dev.amends.supervision.Finding;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether the command that turns stories into text is there, as it is found when it is run. */
final class StoryCommandCheck implements Check {

    private static final String WHAT = "recordings.story_command";

    private final String command;
    private final String searched;

    /**
     * @param searched the folders in which a bare name is looked for, as in {@code PATH}
     */
    StoryCommandCheck(String command, String searched) {
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
                        ? Finding.ok(WHAT, command + " is there")
                        : new Finding(
                                WHAT,
                                Finding.Verdict.PROBLEM,
                                command + " is not there, or may not be run",
                                "a command that turns a story into text",
                                "install it, or name it with its whole path"));
    }
}
