package dev.amends.asterisk;

import dev.amends.speech.Prompt;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether every prompt has a sound file, in any format. Files can only be looked at when the PBX is
 * on this machine: its manager interface does not show them.
 */
final class PromptsCheck implements PbxChecks.Look {

    private static final String LANGUAGE = "en";
    private static final int SHOWN = 5;

    private final List<Prompt> prompts;

    PromptsCheck(List<Prompt> prompts) {
        this.prompts = prompts;
    }

    @Override
    public List<Finding> at(AmiSession session) {
        String data = session.value(AmiActions.global("ASTDATADIR"));
        try {
            return List.of(in(Path.of(data, "sounds", LANGUAGE)));
        } catch (InvalidPathException e) {
            return List.of(unseen(data));
        }
    }

    /** What is found in a folder of sounds. */
    Finding in(Path sounds) {
        if (!Files.isDirectory(sounds)) {
            return unseen(sounds.toString());
        }
        List<String> missing =
                prompts.stream().map(Prompt::file).filter(file -> !there(sounds, file)).toList();
        if (missing.isEmpty()) {
            return Finding.ok("prompts", prompts.size() + " prompts, all in " + sounds);
        }
        String some = missing.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return new Finding(
                "prompts",
                Verdict.PROBLEM,
                "%d missing: %s%s"
                        .formatted(missing.size(), some, missing.size() > SHOWN ? ", …" : ""),
                "each of %d in %s".formatted(prompts.size(), sounds),
                "Copy asterisk-conf/sounds/en/amends to %s, and install Asterisk's core sounds"
                        .formatted(sounds.resolve("amends")));
    }

    private static boolean there(Path sounds, String file) {
        Path path = sounds.resolve(file);
        Path folder = path.getParent();
        Path name = path.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name + ".*")) {
            return found.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private static Finding unseen(String folder) {
        return new Finding(
                "prompts",
                Verdict.WARNING,
                "the PBX's sounds (" + folder + ") can't be seen from here",
                "a look at every prompt's file",
                "Run the doctor on the PBX's own machine, as a user who may read that folder");
    }
}
