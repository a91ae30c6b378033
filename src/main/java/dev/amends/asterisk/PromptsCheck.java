package dev.amends.asterisk;

import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.Prompt;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether every prompt has a sound file in each language in use, in any format. Files can only be
 * looked at when the PBX is on this machine: its manager interface does not show them.
 */
final class PromptsCheck implements PbxChecks.Look {

    private static final int SHOWN = 5;
    private static final Comparator<String> OURS_LAST =
            Comparator.comparing(PromptsCheck::ours).thenComparing(Comparator.naturalOrder());

    private final Languages languages;

    private final Set<Prompt> recorded;

    /**
     * @param recorded prompts that the administrator has to record himself
     */
    PromptsCheck(Languages languages, Set<Prompt> recorded) {
        this.languages = languages;
        this.recorded = Set.copyOf(recorded);
    }

    @Override
    public List<Finding> at(AmiSession session) {
        String data = session.value(AmiActions.global("ASTDATADIR"));
        try {
            return in(Path.of(data, "sounds"));
        } catch (InvalidPathException e) {
            return List.of(unseen(data));
        }
    }

    /** What is found in the folder of all sounds, for each language. */
    List<Finding> in(Path sounds) {
        if (!Files.isDirectory(sounds)) {
            return List.of(unseen(sounds.toString()));
        }
        return languages.inUse().stream()
                .flatMap(language ->
                        Stream.concat(
                                Stream.of(of(language, sounds)),
                                recordings(sounds.resolve(language.code())).stream()))
                .toList();
    }

    private Finding of(Language language, Path sounds) {
        String what = "prompts " + language;
        Path folder = sounds.resolve(language.code());
        Set<Prompt> prompts = languages.prompts(language);
        List<String> missing =
                prompts.stream()
                        .map(Prompt::file)
                        .filter(file -> !there(folder, file))
                        .sorted(OURS_LAST)
                        .toList();
        if (missing.isEmpty()) {
            return Finding.ok(what, prompts.size() + " prompts, all in " + folder);
        }
        String some = missing.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return new Finding(
                what,
                Verdict.PROBLEM,
                "%d missing: %s%s"
                        .formatted(missing.size(), some, missing.size() > SHOWN ? ", …" : ""),
                "each of %d in %s".formatted(prompts.size(), folder),
                missing.stream().allMatch(PromptsCheck::ours)
                        ? "Run: scripts/prompts install " + sounds
                        : "Install Asterisk's core sounds of the language '%s' (Debian:"
                                        .formatted(language)
                                + " asterisk-core-sounds-%s), then run: scripts/prompts install %s"
                                        .formatted(language, sounds));
    }

    /** What an administrator has still to record. */
    private Optional<Finding> recordings(Path folder) {
        String missing =
                recorded.stream()
                        .map(Prompt::file)
                        .filter(file -> !there(folder, file))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                "your own prompts in " + folder,
                                Verdict.PROBLEM,
                                "missing: " + missing,
                                "a recording of each code of your own in the settings",
                                "Record them, or take the codes out of the settings"));
    }

    private static boolean ours(String file) {
        return file.startsWith(CataloguePrompt.FOLDER + '/');
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
