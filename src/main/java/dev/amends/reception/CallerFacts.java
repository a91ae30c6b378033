package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.BriefPolicy;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.promise.CallingHours;
import dev.amends.promise.PromiseId;
import dev.amends.promise.SlotPolicy;
import dev.amends.speech.Language;
import dev.amends.speech.Spelling;

import java.time.Instant;
import java.util.Optional;

/**
 * All that a dialogue with a caller may look at.
 *
 * @param number who calls; empty when withheld or not a number
 * @param wanted whom he would have us call
 * @param calling when that number may be called: in memory, as every choice asks for it
 * @param slots what is known of the times that he can choose from
 * @param promised what he has been promised already on this line
 * @param drawn the id that a promise made in this step would get
 * @param brief how the rep is told who comes
 * @param language the language he is spoken to in
 * @param spelling how that language says numbers and times
 */
public record CallerFacts(
        CallId call,
        Line line,
        LinePicture picture,
        Optional<PhoneNumber> number,
        LookedUp<Callee> wanted,
        LookedUp<CallingHours> calling,
        LookedUp<SlotPolicy.Facts> slots,
        LookedUp<Optional<OpenPromise>> promised,
        LookedUp<PromiseId> drawn,
        BriefPolicy brief,
        Language language,
        Spelling spelling,
        Instant now)
        implements SpokenTo {

    /**
     * Facts whose calling hours are those of the one whom he would have us call, who has no times
     * to choose from, and of whom the rep hears only who he is.
     */
    public CallerFacts(
            CallId call,
            Line line,
            LinePicture picture,
            Optional<PhoneNumber> number,
            LookedUp<Callee> wanted,
            LookedUp<Optional<OpenPromise>> promised,
            LookedUp<PromiseId> drawn,
            Language language,
            Spelling spelling,
            Instant now) {
        this(
                call,
                line,
                picture,
                number,
                wanted,
                new LookedUp<>(() -> wanted.value().hours()),
                LookedUp.of(SlotPolicy.Facts.NONE),
                promised,
                drawn,
                BriefPolicy.OFF,
                language,
                spelling,
                now);
    }

    /** When the one whom he would have us call may be called. */
    CallingHours callingHours() {
        return calling.value();
    }

    /** These facts with times to choose from. */
    public CallerFacts with(LookedUp<SlotPolicy.Facts> times) {
        return new CallerFacts(
                call, line, picture, number, wanted, calling, times, promised, drawn, brief,
                language, spelling, now);
    }

    /** Whom he would have us call. */
    Callee callee() {
        return wanted.value();
    }

    /** The id that a promise made in this step would get. */
    PromiseId freshId() {
        return drawn.value();
    }

    /** What he has been promised already on this line. */
    Optional<OpenPromise> open() {
        return promised.value();
    }
}
