package dev.amends.promise;

import dev.amends.line.Hours;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When somebody can be promised a call who asks for one: in his turn, or, where the time that is
 * left today can't hold it, at the next opening. Nothing is promised that can't be kept.
 */
public final class WhenPolicy {

    private WhenPolicy() {}

    /** The answer, with its reason. */
    public sealed interface When {

        String reason();

        /**
         * As soon as it is his turn.
         *
         * @param window when that will probably be, if it can be told
         */
        record InTurn(Optional<PromisedWindow> window, String reason) implements When {}

        /** At the time that he chose, which is his place as well. */
        record Chosen(Slot slot, String reason) implements When {}

        /** In his place, but not before this. */
        record From(Instant from, String reason) implements When {}

        /** At no time. */
        record Never(String reason) implements When {}
    }

    /**
     * Decides.
     *
     * @param line when the line is open
     * @param called when he may be called
     * @param window when his turn will probably come, if that can be told
     */
    public static When decide(
            Hours line, CallingHours called, Optional<PromisedWindow> window, Instant now) {
        return switch (CallTimePolicy.promised(line, called, now)) {
            case CallTime.Never never -> new When.Never(never.reason());
            case CallTime.Later later -> new When.From(later.from(), later.reason());
            case CallTime.Now _ ->
                    fits(line, called, window, now)
                            ? new When.InTurn(window, "the time that is left will do")
                            : after(line, called, end(line, called, now));
        };
    }

    /**
     * Whether a call can be promised for this whole window: within all hours, not just before
     * closing.
     */
    static boolean suits(PromisedWindow window, Hours line, CallingHours called) {
        return CallTimePolicy.promised(line, called, window.from()) instanceof CallTime.Now
                && fits(line, called, Optional.of(window), window.from());
    }

    /** Whether the whole window is within everybody's hours. */
    private static boolean fits(
            Hours line, CallingHours called, Optional<PromisedWindow> window, Instant now) {
        return window.isEmpty() || !window.get().to().isAfter(end(line, called, now));
    }

    /** When the first of all closes. */
    private static Instant end(Hours line, CallingHours called, Instant now) {
        return Stream.concat(Stream.of(line), called.clocks().stream())
                .flatMap(hours -> hours.closes(now).stream())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static When after(Hours line, CallingHours called, Instant end) {
        String why = "his turn would come too late";
        return switch (CallTimePolicy.promised(line, called, end)) {
            case CallTime.Never never -> new When.Never(never.reason());
            case CallTime.Later later -> new When.From(later.from(), why);
            case CallTime.Now _ -> new When.From(end, why);
        };
    }
}
