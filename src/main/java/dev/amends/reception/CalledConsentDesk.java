package dev.amends.reception;

import dev.amends.care.RecordingId;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.speech.CataloguePrompt;

import java.util.Optional;

/**
 * Stands before the dialogue with somebody whom we called, and writes down what he answers when he
 * is asked whether this call may be recorded. What he answered in an earlier call counts for
 * nothing.
 */
final class CalledConsentDesk {

    private final Ledger ledger;
    private final ConsentBook consents;

    CalledConsentDesk(Ledger ledger, ConsentBook consents) {
        this.ledger = ledger;
        this.consents = consents;
    }

    /** This desk before those that ask. */
    Dialogues before(Dialogues others) {
        return others.but(CalledDialogue.NAME, question -> answer(question, others));
    }

    private Optional<Turn> answer(Question question, Dialogues others) {
        Optional<RecordingId> recording =
                CalledState.read(question.state())
                        .filter(state -> state.at() == CalledState.At.CONSENT)
                        .flatMap(state -> ledger.attempt(state.attempt()))
                        .flatMap(found ->
                                consents.note(
                                        asked(question, found.promise().terms()),
                                        question.heard()));
        Optional<Turn> turn = others.answer(question);
        return recording.isPresent()
                ? turn.map(then -> new Turn.Recorded(recording.get(), then))
                : turn;
    }

    private static ConsentBook.Asked asked(Question question, CallbackTerms terms) {
        return new ConsentBook.Asked(
                question.call(),
                terms.line(),
                Optional.of(terms.number()),
                CataloguePrompt.MAY_WE_RECORD,
                terms.language());
    }
}
