package dev.amends.supervision;

import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.Consents;
import dev.amends.care.RecordingKeeper;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Orders about what is remembered of one person, as a person may demand of us. */
public final class PrivacyDesk {

    private final PersonalRecords data;
    private final Recorded recorded;
    private final NumberPlan numbers;
    private final InstantSource clock;

    public PrivacyDesk(
            PersonalRecords data, Recorded recorded, NumberPlan numbers, InstantSource clock) {
        this.data = data;
        this.recorded = recorded;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What he agreed to have recorded, and who erases it. */
    public record Recorded(Consents consents, RecordingKeeper keeper) {

        /** Erases the files that these answers led to. */
        void erase(List<Consent> answers) {
            keeper.erase(answers, "its caller's data was erased");
        }
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
        return with(number, read -> data.of(read).<Found>map(Found.Everything::new))
                .orElseGet(() -> new Found.Nothing(unknown(number)));
    }

    /** Erases it, and the files of what he agreed to have recorded. */
    public PersonalRecords.Erasing erase(String number) {
        return with(number, read -> Optional.of(erase(read)))
                .orElseGet(() -> new PersonalRecords.Erasing.Refused(unknown(number)));
    }

    private PersonalRecords.Erasing erase(PhoneNumber number) {
        List<Consent> answers = recorded.consents().of(number);
        PersonalRecords.Erasing erasing = data.erase(number, clock.instant());
        if (erasing instanceof PersonalRecords.Erasing.Done) {
            recorded.erase(answers);
        }
        return erasing;
    }

    private <T> Optional<T> with(String number, Function<PhoneNumber, Optional<T>> work) {
        return numbers.read(number.strip()).flatMap(work);
    }

    private String unknown(String number) {
        return numbers.read(number.strip()).isEmpty()
                ? Supervision.NO_NUMBER
                : "nothing is known of this number";
    }
}
