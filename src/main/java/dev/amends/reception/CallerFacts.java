package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;

import java.time.Instant;
import java.util.Optional;

/**
 * All that a dialogue with a caller may look at.
 *
 * @param number who calls; empty when withheld or not a number
 * @param callee whom he would have us call
 * @param open what he has been promised already on this line
 * @param freshId the id that a promise made in this step would get
 * @param language the language he is spoken to in
 */
public record CallerFacts(
        CallId call,
        Line line,
        LinePicture picture,
        Optional<PhoneNumber> number,
        Callee callee,
        Optional<OpenPromise> open,
        PromiseId freshId,
        Language language,
        Instant now) {}
