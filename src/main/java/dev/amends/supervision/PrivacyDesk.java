package dev.amends.supervision;

import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.RecordingKeeper;
import dev.amends.care.Recordings;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Orders about what is remembered of one person, as a person may demand of us. */
public final class PrivacyDesk {

    private final PersonalRecords data;
    private final RecordingKeeper recordings;
    private final NumberPlan numbers;
    private final InstantSource clock;

    public PrivacyDesk(
            PersonalRecords data,
            RecordingKeeper recordings,
            NumberPlan numbers,
            InstantSource clock) {
        this.data = data;
        this.recordings = recordings;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What was found. */
    public sealed interface Found {

        /** By kind, each record by its fields. */
        record Everything(Map<String, List<Map<String, Object>>> records) implements Found {}

        /** Nothing, and why. */
        record Nothing(String why) implements Found {}
    }

    /** Everything that is remembered of the person behind a number. */
    public Found find(String number) {
        return numbers.read(number.strip())
                .map(this::everything)
                .orElseGet(() -> new Found.Nothing(Supervision.NO_NUMBER));
    }

    private Found everything(PhoneNumber number) {
        return data.of(number)
                .<Found>map(Found.Everything::new)
                .orElseGet(() -> new Found.Nothing("nothing is known of this number"));
    }

    /**
     * What came of an order to erase.
     *
     * @param files what became of recorded files: his, and those that an earlier erasing had left
     */
    public record Erased(PersonalRecords.Erasing records, Files files) {}

    /** What became of recorded files. */
    public sealed interface Files {

        /** All that are to be erased are gone; of so many recordings. */
        record Gone(int recordings) implements Files {}

        /** They are still there, and why; each sweep tries again. */
        record Left(String why) implements Files {}
    }

    /**
     * Erases it. What was recorded goes after it, by a list that the same transaction has written:
     * so whatever keeps the files, they are not lost sight of.
     */
    public Erased erase(String number) {
        PersonalRecords.Erasing erasing =
                numbers.read(number.strip())
                        .map(read -> data.erase(read, clock.instant()))
                        .orElseGet(
                                () -> new PersonalRecords.Erasing.Refused(Supervision.NO_NUMBER));
        return new Erased(
                erasing,
                erasing instanceof PersonalRecords.Erasing.Refused ? new Files.Gone(0) : files());
    }

    private Files files() {
        try {
            return new Files.Gone(recordings.eraseOfErased());
        } catch (Recordings.FolderUnusable e) {
            return new Files.Left(String.valueOf(e.getMessage()));
        }
    }
}
