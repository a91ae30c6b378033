package dev.amends.care;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody answered when he was asked whether he may be recorded: the proof that he agreed, or
 * that he did not. It holds for this call alone.
 *
 * @param id under which is kept what is recorded with it
 * @param number who calls or was called; empty when withheld
 * @param key what he pressed, empty for nothing
 */
public record Consent(
        RecordingId id,
        CallId call,
        LineName line,
        Optional<PhoneNumber> number,
        Answer answer,
        String key,
        Wording asked,
        Instant at) {

    /** What he answered. Only a yes is one. */
    public enum Answer {
        YES,
        NO,
        /** No key, or others than those he was told. */
        SILENT;

        /** What the keys mean after the question. */
        public static Answer of(String heard) {
            return switch (heard) {
                case "1" -> YES;
                case "2" -> NO;
                default -> SILENT;
            };
        }

        /** As it is stored and shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether he may be recorded. */
    public boolean given() {
        return answer == Answer.YES;
    }
}
