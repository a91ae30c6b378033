package dev.amends.promise;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import java.time.Instant;

/**
 * What was promised and never changes: whom to call, for which line, and the place he keeps.
 *
 * @param askedIn the call in which he asked for it
 * @param step that call's turn number, with which a repeated order is recognised as the same one
 * @param language the language of that call, in which he is spoken to when he is called
 */
public record CallbackTerms(
        PromiseId id,
        PhoneNumber number,
        LineName line,
        EffectiveArrival arrival,
        Instant askedAt,
        CallId askedIn,
        int step,
        Language language) {}
