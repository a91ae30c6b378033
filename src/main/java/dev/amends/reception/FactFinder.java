package dev.amends.reception;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Briefs;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallingHours;
import dev.amends.promise.Ledger;
import dev.amends.promise.Purpose;
import dev.amends.speech.Language;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what a dialogue with a caller may look at. */
final class FactFinder {

    private final Ledger ledger;
    private final SlotBook slots;
    private final Floor floor;
    private final Reception.Tongue tongue;
    private final NumberJudge judge;
    private final CallTimes times;
    private final Briefs briefs;
    private final Reception.Chance chance;

    FactFinder(
            Reception.Rules rules, Reception.Memory memory, Floor floor, Reception.Chance chance) {
        this.ledger = memory.ledger();
        this.slots = memory.slots();
        this.floor = floor;
        this.tongue = rules.tongue();
        this.judge = rules.judge();
        this.times = rules.times();
        this.briefs = rules.briefs();
        this.chance = chance;
    }

    /** How far facts may be looked for. */
    enum Reach {
        MEMORY,
        STORE
    }

    /** Of somebody who comes just now. */
    CallerFacts ofArrival(Line line, Question question) {
        Optional<PhoneNumber> caller = tongue.numbers().read(question.callerId());
        return facts(line, question, caller, caller, Reach.STORE);
    }

    /** Of somebody who has got so far. */
    CallerFacts of(CallerState state, Line line, Question question, Reach reach) {
        Optional<PhoneNumber> caller = tongue.numbers().read(question.callerId());
        return facts(
                line,
                question,
                caller,
                callees(question).wanted(state, question.heard(), caller),
                reach);
    }

    private Callees callees(Question question) {
        Language language = tongue.languages().of(question.language());
        return new Callees(tongue.numbers(), tongue.languages().spelling(language), judge, times);
    }

    private CallerFacts facts(
            Line line,
            Question question,
            Optional<PhoneNumber> caller,
            Optional<PhoneNumber> wanted,
            Reach reach) {
        Instant now = chance.clock().instant();
        Language language = tongue.languages().of(question.language());
        Callees callees = callees(question);
        LinePicture picture = floor.picture(line, now);
        LookedUp<CallingHours> calling = new LookedUp<>(() -> callees.hours(wanted));
        return new CallerFacts(
                question.call(),
                line,
                picture,
                caller,
                lookedUp(() -> callees.of(wanted), reach),
                calling,
                lookedUp(() -> slots.facts(line, picture, calling.value(), ledger, now), reach),
                lookedUp(
                        () -> caller.flatMap(n -> ledger.openFor(n, line.name())).map(this::open),
                        reach),
                new LookedUp<>(chance.ids()),
                briefs.policy(line.name()),
                language,
                tongue.languages().spelling(language),
                now);
    }

    private static <T> LookedUp<T> lookedUp(Supplier<T> fact, Reach reach) {
        return reach == Reach.STORE ? new LookedUp<>(fact) : LookedUp.notAtHand();
    }

    private OpenPromise open(Callback promise) {
        List<Attempt> attempts = ledger.attemptsOf(promise.id());
        return new OpenPromise(
                promise,
                attempts.stream()
                        .filter(attempt -> attempt.state().live())
                        .map(Attempt::id)
                        .findFirst(),
                ledger.presentIn(promise.id()),
                attempts.stream()
                        .filter(attempt -> attempt.purpose() == Purpose.CALL)
                        .anyMatch(attempt ->
                                attempt.outcome()
                                        .filter(AttemptOutcome.MESSAGE_LEFT::equals)
                                        .isPresent()));
    }
}
