package dev.amends.caller;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was seen of a caller and may matter later.
 *
 * @param number one of his, where it is known
 * @param call in which it was seen, or the attempt if we had called him; his number can be found by
 *     it
 * @param line the line's name
 * @param detail what there is to say of it, a few words without a number, or nothing
 */
public record Signal(
        SignalKind kind,
        Optional<PhoneNumber> number,
        Optional<CallId> call,
        String line,
        Instant at,
        String detail) {

    public Signal {
        if (number.isEmpty() && call.isEmpty()) {
            throw new IllegalArgumentException("a signal of nobody");
        }
    }

    /** One of whoever makes that call. */
    public static Signal in(CallId call, SignalKind kind, String line, Instant at, String detail) {
        return new Signal(kind, Optional.empty(), Optional.of(call), line, at, detail);
    }

    /** One of whoever has this number, in no call. */
    public static Signal of(
            PhoneNumber number, SignalKind kind, String line, Instant at, String detail) {
        return new Signal(kind, Optional.of(number), Optional.empty(), line, at, detail);
    }
}
