package dev.amends.promise;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was promised: whom to call, for which line, and the place he keeps. Number, time and
 * language change only when he, or one of our own people, asks for it once more; one that is about
 * to be late may move up, and he may be told another time.
 *
 * @param askedIn the call in which he asked for it
 * @param step that call's turn number, with which a repeated order is recognised as the same one
 * @param language the language of that call, in which he is spoken to when he is called
 * @param appointment which rep calls and when, if that was promised
 * @param window when he was told the call would come, if that could be told
 * @param opening from when on he was told that he is called, if not as soon as it is his turn
 * @param ordered for when one of our own people ordered it, if he named a time
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
        Optional<Instant> opening,
        Optional<Instant> ordered) {

    /** How the "call" begins in which one of our own people orders a promise. */
    private static final String ORDER = "order.";

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
                Optional.empty(),
                Optional.empty());
    }

    /** The "call" in which one of our own people orders a promise: there is none. */
    public static CallId byOrder(PromiseId id) {
        return new CallId(ORDER + id.value());
    }

    /** Whether one of our own people ordered it, so that he asked in no call. */
    public boolean byOrder() {
        return askedIn.value().startsWith(ORDER);
    }

    /** The same, by this rep at this time. */
    public CallbackTerms with(Appointment agreed) {
        return changed(Optional.of(agreed), window, opening, ordered);
    }

    /** The same, said to come at about this time. */
    public CallbackTerms within(Optional<PromisedWindow> said) {
        return changed(appointment, said, opening, ordered);
    }

    /** The same, of somebody who counts as having come earlier. */
    CallbackTerms earlierBy(Duration headStart) {
        return at(arrival.earlierBy(headStart));
    }

    /** The same, not before this opening. */
    public CallbackTerms from(Instant begins) {
        return changed(appointment, window, Optional.of(begins), ordered);
    }

    /** The same, ordered for this time. */
    public CallbackTerms ordered(Instant from) {
        return changed(appointment, window, opening, Optional.of(from));
    }

    /** The same, in this place. */
    public CallbackTerms at(EffectiveArrival place) {
        return new CallbackTerms(
                id,
                number,
                line,
                place,
                askedAt,
                askedIn,
                step,
                language,
                appointment,
                window,
                opening,
                ordered);
    }

    /** The same, on another number, in the language of whoever asks for that. */
    public CallbackTerms to(PhoneNumber other, Language spoken) {
        return new CallbackTerms(
                id,
                other,
                line,
                arrival,
                askedAt,
                askedIn,
                step,
                spoken,
                appointment,
                window,
                opening,
                ordered);
    }

    /** The same at the time of other terms, whatever time was agreed before. */
    CallbackTerms whenever(CallbackTerms other) {
        return changed(other.appointment, other.window, other.opening, other.ordered);
    }

    /** Whether the same turn of the same call asked for both. */
    public boolean sameTurn(CallbackTerms other) {
        return askedIn.equals(other.askedIn) && step == other.step;
    }

    private CallbackTerms changed(
            Optional<Appointment> agreed,
            Optional<PromisedWindow> said,
            Optional<Instant> begins,
            Optional<Instant> from) {
        return new CallbackTerms(
                id, number, line, arrival, askedAt, askedIn, step, language, agreed, said, begins,
                from);
    }

    /** The time for which it was promised, if it is not just his turn. */
    public Optional<Instant> ownTime() {
        return ordered.or(() -> appointment.map(Appointment::from)).or(() -> opening);
    }

    /** From when on he may be called, once he has heard of it at {@code heard}. */
    public Instant notBefore(Instant heard) {
        return Stream.of(appointment.map(Appointment::from), opening, ordered)
                .flatMap(Optional::stream)
                .filter(from -> from.isAfter(heard))
                .max(Instant::compareTo)
                .orElse(heard);
    }
}
