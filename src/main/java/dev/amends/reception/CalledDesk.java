package dev.amends.reception;

import dev.amends.care.Briefs;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.speech.Languages;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The shell of what is spoken with somebody whom we have called. */
final class CalledDesk {

    private final Lines lines;
    private final Ledger ledger;
    private final Floor floor;
    private final Languages languages;
    private final CallTimes times;
    private final Map<LineName, CalledTerms> called;
    private final Briefs briefs;
    private final Orders orders;
    private final InstantSource clock;

    CalledDesk(
            Lines lines,
            Reception.Rules rules,
            Ledger ledger,
            Floor floor,
            Orders orders,
            InstantSource clock) {
        this.lines = lines;
        this.ledger = ledger;
        this.floor = floor;
        this.languages = rules.tongue().languages();
        this.times = rules.times();
        this.called = rules.called();
        this.briefs = rules.briefs();
        this.orders = orders;
        this.clock = clock;
    }

    Optional<Turn> answer(Question question) {
        return CalledState.read(question.state()).flatMap(state -> answer(state, question));
    }

    private Optional<Turn> answer(CalledState state, Question question) {
        Instant now = clock.instant();
        return ledger.attempt(state.attempt())
                .flatMap(found ->
                        lines.find(found.promise().terms().line())
                                .map(line -> step(state, question, found, line)))
                .map(step -> orders.carryOut(step, now));
    }

    private Step step(
            CalledState state, Question question, Ledger.AttemptOnRecord found, Line line) {
        CalledTerms terms = called.getOrDefault(line.name(), CalledTerms.NONE);
        CallbackTerms promised = found.promise().terms();
        return switch (found.attempt().purpose()) {
            case CALL ->
                    CalledDialogue.next(
                            state,
                            question.heard(),
                            facts(line, found.promise(), left(terms, found.promise())));
            case SURVEY -> SurveyCallDialogue.next(state, question.heard());
            case TELL ->
                    TellingDialogue.next(
                            state,
                            question.heard(),
                            promised.window(),
                            facts(line, found.promise(), terms));
        };
    }

    /** What of it is left in this try. */
    private CalledTerms left(CalledTerms terms, Callback promise) {
        Instant now = clock.instant();
        return terms.leaving(
                orders.staysOpen(promise, AttemptOutcome.NOT_NOW, now),
                orders.staysOpen(promise, AttemptOutcome.MESSAGE_LEFT, now));
    }

    private CalledDialogue.Facts facts(Line line, Callback promise, CalledTerms terms) {
        Instant now = clock.instant();
        CallbackTerms promised = promise.terms();
        return new CalledDialogue.Facts(
                line,
                floor.picture(line, now),
                promised.arrival(),
                terms,
                times.of(promised.number()),
                briefs.of(promise),
                languages.spelling(promised.language()),
                now);
    }
}
