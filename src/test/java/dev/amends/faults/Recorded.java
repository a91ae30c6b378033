package dev.amends.faults;

import dev.amends.bench.Tape;
import dev.amends.care.Consent;
import dev.amends.care.Consents;
import dev.amends.care.RecordingId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges the folder of recordings, by what sounds in its files. */
record Recorded(List<Path> files) {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})(-[0-9]+)?\\.wav");

    static Recorded in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new Recorded(List.of());
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new Recorded(all.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever may not be heard is not, and each file has a yes that is on record. */
    List<String> violations(Consents consents) {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            Tape tape = Tape.of(file);
            if (tape.tones().contains(Care.UNASKED) || tape.tones().contains(Care.RESTING)) {
                all.add(file.getFileName() + " holds what nobody may record: " + tape);
            }
            if (!agreed(file, consents)) {
                all.add(file.getFileName() + ": nobody agreed to that");
            }
        }
        return all;
    }

    private static boolean agreed(Path file, Consents consents) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                && consents.find(new RecordingId(name.group(1)))
                        .filter(it -> it.consent().answer() == Consent.Answer.YES)
                        .isPresent();
    }

    /** Whether anything was recorded of somebody who speaks with a rep. */
    boolean anyConversation() {
        return files.stream()
                .map(Tape::of)
                .anyMatch(it ->
                        it.tones().contains(Care.AGREED)
                                && Sounds.VOICES.stream().anyMatch(it.tones()::contains));
    }
}
