package dev.amends.promise;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was promised and never changes: whom to call, for which line, and the place he keeps.
 *
 * @param askedIn the call in which he asked for it
 * @param step that call's turn number, with which a repeated order is recognised as the same one
 * @param language the language of that call, in which he is spoken to when he is called
 * @param appointment which rep calls and when, if that was promised
 * @param window when he was told the call would come, if that could be told
 * @param opening from when on he was told that he is called, if not as soon as it is his turn
 */
public record CallbackTerms(
        PromiseId id,
        PhoneNumber number,
        LineName line,
        EffectiveArrival arrival,
        Instant askedAt,
        CallId askedIn,
        int step,
        Language language,
        Optional<Appointment> appointment,
        Optional<PromisedWindow> window,
        Optional<Instant> opening) {

    /** A call by any rep, as soon as it is his turn, of which nothing is said when it will come. */
    public CallbackTerms(
            PromiseId id,
            PhoneNumber number,
            LineName line,
            EffectiveArrival arrival,
            Instant askedAt,
            CallId askedIn,
            int step,
            Language language) {
        this(
                id,
                number,
                line,
                arrival,
                askedAt,
                askedIn,
                step,
                language,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, by this rep at this time. */
    public CallbackTerms with(Appointment agreed) {
        return changed(Optional.of(agreed), window, opening);
    }

    /** The same, said to come at about this time. */
    public CallbackTerms within(Optional<PromisedWindow> said) {
        return changed(appointment, said, opening);
    }

    /** The same, not before this opening. */
    public CallbackTerms from(Instant begins) {
        return changed(appointment, window, Optional.of(begins));
    }

    /** Whether the same turn of the same call asked for both. */
    public boolean sameTurn(CallbackTerms other) {
        return askedIn.equals(other.askedIn) && step == other.step;
    }

    private CallbackTerms changed(
            Optional<Appointment> agreed, Optional<PromisedWindow> said, Optional<Instant> begins) {
        return new CallbackTerms(
                id, number, line, arrival, askedAt, askedIn, step, language, agreed, said, begins);
    }

    /** From when on he may be called, once he has heard of it at {@code heard}. */
    Instant notBefore(Instant heard) {
        return Stream.of(appointment.map(Appointment::from), opening)
                .flatMap(Optional::stream)
                .filter(from -> from.isAfter(heard))
                .max(Instant::compareTo)
                .orElse(heard);
    }
}
