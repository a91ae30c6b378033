package dev.amends.caller;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a caller upset, the plainest first. Each counts for a number of points that can be
 * set.
 */
public enum TemperCause {
    /** A rep or supervisor has flagged him as upset; counts until the flag fades. */
    FLAGGED(10),
    /** He hung up while he waited, and calls again at once. */
    HUNG_UP_WAITING(10),
    /** He has called often within some days. */
    CALLS_OFTEN(10),
    /** He called a few minutes ago. */
    CALLED_JUST_NOW(4),
    /** He called within a day. */
    CALLED_TODAY(2),
    /** He hung up while he waited, within a day. */
    HUNG_UP_TODAY(3),
    /** He waited long, within a day. */
    WAITED_LONG(3),
    /** What he was promised was not done. */
    PROMISE_BROKEN(8, SignalKind.PROMISE_BROKEN, "a promise was not kept"),
    /** What he was promised came later than he was told. */
    PROMISE_LATE(4, SignalKind.PROMISE_LATE, "a promise was late"),
    /** He gave a low mark. */
    LOW_MARK(5, SignalKind.LOW_MARK, "gave a low mark"),
    /** It was not solved. */
    NOT_SOLVED(4, SignalKind.NOT_SOLVED, "was not helped"),
    /** He asked for a supervisor. */
    ASKED_FOR_SUPERVISOR(5, SignalKind.ASKED_FOR_SUPERVISOR, "asked for a supervisor"),
    /** He pressed keys that mean nothing, again and again. */
    HAMMERED_KEYS(3, SignalKind.HAMMERED_KEYS, "hammered keys");

    private static final Map<SignalKind, TemperCause> OF_SIGNALS = new EnumMap<>(SignalKind.class);

    static {
        for (TemperCause cause : values()) {
            if (cause.signal != null) {
                OF_SIGNALS.put(cause.signal, cause);
            }
        }
    }

    private final String word = name().toLowerCase(Locale.ROOT);
    private final int usual;
    private final @Nullable SignalKind signal;
    private final String told;

    TemperCause(int usual) {
        this(usual, null, "");
    }

    TemperCause(int usual, @Nullable SignalKind signal, String told) {
        this.usual = usual;
        this.signal = signal;
        this.told = told;
    }

    /** What a signal of this kind speaks for; nothing where it says nothing of his temper. */
    static Optional<TemperCause> of(SignalKind kind) {
        return Optional.ofNullable(OF_SIGNALS.get(kind));
    }

    /** How it is told, where a signal says it. */
    String told() {
        return told;
    }

    /** The word for it in the settings, such as {@code calls_often}. */
    public String word() {
        return word;
    }

    /** For how many points it counts unless the settings say otherwise. */
    public int usualPoints() {
        return usual;
    }
}
