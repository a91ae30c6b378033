package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a dialogue with a caller may look at.
 *
 * @param number who calls; empty when withheld or not a number
 * @param callable whether policy lets us call that number
 * @param readBack the number as it is read back to him; empty when not callable
 * @param openPromise what he has been promised already on this line
 * @param freshId the id that a promise made in this step would get
 * @param language the language he is spoken to in
 */
public record CallerFacts(
        CallId call,
        Line line,
        LinePicture picture,
        Optional<PhoneNumber> number,
        boolean callable,
        List<Prompt> readBack,
        Optional<Callback> openPromise,
        PromiseId freshId,
        Language language,
        Instant now) {

    public CallerFacts {
        readBack = List.copyOf(readBack);
    }
}
