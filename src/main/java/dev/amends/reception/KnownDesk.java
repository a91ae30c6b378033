package dev.amends.reception;

import dev.amends.caller.PhoneNumber;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.RepDevice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The shell of what is posted when a call is over in which a rep has spoken with somebody: from
 * then on that rep knows the matter.
 */
final class KnownDesk {

    /** A call that we have made is over; one that came is told by {@link Reception#SERVED}. */
    static final String NAME = "knows";

    private static final Logger log = LoggerFactory.getLogger(KnownDesk.class);

    private final Matters matters;
    private final Ledger ledger;
    private final Reception.Tongue tongue;
    private final InstantSource clock;

    KnownDesk(Matters matters, Ledger ledger, Reception.Tongue tongue, InstantSource clock) {
        this.matters = matters;
        this.ledger = ledger;
        this.tongue = tongue;
        this.clock = clock;
    }

    /** This desk for its own post, and beside those for the post that others answer. */
    Dialogues besides(Dialogues others) {
        return others.but(
                        Reception.SERVED,
                        question -> {
                            Optional<Turn> turn = others.answer(question);
                            turn.ifPresent(_ -> called(question));
                            return turn;
                        })
                .but(NAME, this::wasCalled);
    }

    /** Who spoke with somebody who called. */
    private void called(Question question) {
        tongue.numbers()
                .read(question.callerId())
                .ifPresent(number -> knows(number, question.line(), question.heard()));
    }

    /** Who spoke with somebody whom we called: the state is the attempt. */
    private Optional<Turn> wasCalled(Question question) {
        if (!AttemptId.fits(question.state()) || Talked.read(question.heard()).isEmpty()) {
            return Optional.empty();
        }
        ledger.attempt(new AttemptId(question.state()))
                .map(found -> found.promise().terms())
                .ifPresent((CallbackTerms terms) ->
                        knows(terms.number(), terms.line(), question.heard()));
        return Optional.of(new Turn.Nothing());
    }

    private void knows(PhoneNumber number, LineName line, String posted) {
        Talked.read(posted)
                .filter(Talked::conversation)
                .ifPresent(talked ->
                        talked.rep()
                                .ifPresent(rep ->
                                        note(
                                                number,
                                                line,
                                                rep,
                                                talked.ended().orElse(clock.instant()))));
    }

    /** Nothing else depends on it, so the post is heard all the same. */
    private void note(PhoneNumber number, LineName line, RepDevice rep, Instant ended) {
        try {
            matters.note(number, line, new MatterNote.KnownTo(rep), ended);
        } catch (RuntimeException e) {
            log.error("that {} knows the matter of {} could not be noted", rep, number, e);
        }
    }
}
