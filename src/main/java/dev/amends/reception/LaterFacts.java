package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.speech.Language;
import dev.amends.speech.Spelling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * All that the dialogue may look at with a caller whose rep says that it will take a while.
 *
 * @param rep his rep, if he is one of the line's at this moment
 * @param caller the number he calls from
 * @param callee whom he would have us call
 * @param language the one he is spoken to in
 * @param freshId the id that a promise made in this step would get
 */
record LaterFacts(
        CallId call,
        Line line,
        LinePicture picture,
        LaterTerms terms,
        Optional<RepDevice> rep,
        Optional<PhoneNumber> caller,
        Callee callee,
        Language language,
        Spelling spelling,
        PromiseId freshId,
        Instant now) {

    /** By whose clock the times are spoken. */
    ZoneId zone() {
        return line.zone();
    }

    /** Whether he can be promised a call by his rep. */
    boolean callable() {
        return rep.isPresent() && !terms.choices().isEmpty();
    }
}
