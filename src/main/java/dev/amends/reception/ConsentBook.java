package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.Consent.Answer;
import dev.amends.care.Consents;
import dev.amends.care.RecordingId;
import dev.amends.care.Wordings;
import dev.amends.line.LineName;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes down what people answer when they are asked whether they may be recorded. */
public final class ConsentBook {

    private static final Logger log = LoggerFactory.getLogger(ConsentBook.class);

    private final Consents consents;
    private final Wordings wordings;
    private final InstantSource clock;
    private final Supplier<RecordingId> ids;

    public ConsentBook(
            Consents consents, Wordings wordings, InstantSource clock, Supplier<RecordingId> ids) {
        this.consents = consents;
        this.wordings = wordings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who was asked, and how. */
    record Asked(
            CallId call,
            LineName line,
            Optional<PhoneNumber> number,
            CataloguePrompt prompt,
            Language language) {}

    /**
     * Commits what he answered by this key. A yes gives the id under which is kept what is
     * recorded; one that can't be committed is none.
     */
    Optional<RecordingId> note(Asked asked, String key) {
        Consent consent =
                new Consent(
                        ids.get(),
                        asked.call(),
                        asked.line(),
                        asked.number(),
                        Answer.of(key),
                        key,
                        wordings.of(asked.prompt(), asked.language()),
                        clock.instant());
        try {
            consents.note(consent);
            return consent.given() ? Optional.of(consent.id()) : Optional.empty();
        } catch (RuntimeException e) {
            log.error("what {} answered could not be noted", asked.call().value(), e);
            return Optional.empty();
        }
    }

    /** What he answered last in this call. */
    Optional<Answer> last(CallId call) {
        return consents.last(call).map(Consent::answer);
    }
}
