package dev.amends.caller;

import java.time.Instant;
import java.util.Optional;

/** Looks up what is remembered of a caller, and says how upset he is. */
public final class Tempers {

    private final CallerBook callers;
    private final Signals signals;
    private final RecognitionSettings settings;
    private final TemperPolicy policy;

    public Tempers(CallerBook callers, Signals signals, RecognitionSettings settings) {
        this.callers = callers;
        this.signals = signals;
        this.settings = settings;
        this.policy = new TemperPolicy(settings);
    }

    /** Of whoever calls from this number now; nothing is known of a withheld one. */
    public Temper of(Optional<PhoneNumber> number, Instant now) {
        return policy.decide(
                number.map(known -> history(known, now)).orElse(CallerHistory.BLANK), now);
    }

    /** All that is remembered of whoever has this number, as far as it matters. */
    public CallerHistory history(PhoneNumber number, Instant now) {
        return callers.history(number, now.minus(settings.repeatWindow()), now)
                .with(signals.recent(number, now.minus(settings.temper().remembered())));
    }
}
