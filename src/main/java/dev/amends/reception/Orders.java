package dev.amends.reception;

import dev.amends.caller.CallerBook;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Settler;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;

/** Commits what a step orders and then gives its answer; if that fails, the step's other answer. */
public final class Orders {

    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final Ledger ledger;
    private final Settler settler;
    private final CallerBook callers;

    public Orders(Ledger ledger, Settler settler, CallerBook callers) {
        this.ledger = ledger;
        this.settler = settler;
        this.callers = callers;
    }

    Turn carryOut(Step step, Instant now) {
        if (step.order().isEmpty()) {
            return step.done();
        }
        try {
            return switch (step.order().get()) {
                case Order.MakePromise make -> speaking(step.done(), promise(make, now));
                case Order.NoteAnswer note -> {
                    ledger.answered(note.attempt(), now);
                    yield step.done();
                }
                case Order.EndAttempt end -> {
                    settler.end(end.attempt(), end.outcome(), now);
                    yield step.done();
                }
                case Order.FlagCaller flag -> {
                    callers.flag(flag.call(), flag.flag());
                    yield step.done();
                }
                case Order.FlagCalled flag -> {
                    ledger.attempt(flag.attempt())
                            .map(found -> found.promise().terms().number())
                            .ifPresent(number -> callers.flag(number, flag.flag()));
                    yield step.done();
                }
                case Order.NoteHangUp hangUp -> {
                    callers.hungUpWaiting(hangUp.call(), now);
                    yield step.done();
                }
            };
        } catch (RuntimeException e) {
            log.error("an order could not be committed: {}", step.order().get(), e);
            return step.failed();
        }
    }

    /**
     * Somebody who asked before and hung up before he heard the answer asks again: settled at once,
     * as that promise is about to be withdrawn because the call in which it was made is over.
     */
    private PromiseId promise(Order.MakePromise make, Instant now) {
        Callback made = ledger.promise(make.terms(), make.reason());
        if (made instanceof Callback.Unspoken unheard
                && !made.terms().askedIn().equals(make.terms().askedIn())
                && !ledger.move(unheard, unheard.spoken(now), "asked for it again", now)) {
            throw new IllegalStateException("promise " + made.id() + " has moved meanwhile");
        }
        return made.id();
    }

    /** The ledger may answer with a promise that was made before: that is the one he is told of. */
    private static Turn speaking(Turn turn, PromiseId made) {
        return turn instanceof Turn.Goodbye goodbye
                ? new Turn.Goodbye(goodbye.say(), Optional.of(made))
                : turn;
    }
}
