package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that the dialogue may look at with a caller whose rep says that it will take a while.
 *
 * @param rep his rep, if he is one of the line's at this moment
 * @param number where he can be called; empty when there is none that may be called
 * @param readBack that number as it is read back to him
 * @param zone whose clock the times are spoken by
 * @param freshId the id that a promise made in this step would get
 */
record LaterFacts(
        CallId call,
        Line line,
        LinePicture picture,
        LaterTerms terms,
        Optional<RepDevice> rep,
        Optional<PhoneNumber> number,
        List<Prompt> readBack,
        Spelling spelling,
        ZoneId zone,
        PromiseId freshId,
        Instant now) {

    LaterFacts {
        readBack = List.copyOf(readBack);
    }

    /** Whether he can be promised a call by his rep. */
    boolean callable() {
        return rep.isPresent() && number.isPresent() && !terms.choices().isEmpty();
    }
}
