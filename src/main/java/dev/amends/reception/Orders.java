package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.CallerBook;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.Settler;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Commits what a step orders and then gives the answer that fits what came of it. */
public final class Orders {

    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final Ledger ledger;
    private final Settler settler;
    private final CallerBook callers;
    private final PromiseLimits limits;
    private final Consumer<PromiseId> changed;

    /**
     * @param changed told of a promise whose placeholder or call may no longer be wanted; must not
     *     block
     */
    public Orders(
            Ledger ledger,
            Settler settler,
            CallerBook callers,
            PromiseLimits limits,
            Consumer<PromiseId> changed) {
        this.ledger = ledger;
        this.settler = settler;
        this.callers = callers;
        this.limits = limits;
        this.changed = changed;
    }

    Turn carryOut(Step step, Instant now) {
        if (step.order().isEmpty()) {
            return step.done();
        }
        try {
            return commit(step, step.order().get(), now);
        } catch (RuntimeException e) {
            log.error("an order could not be committed: {}", step.order().get(), e);
            return step.failed();
        }
    }

    /** Commits what a post tells. A failure comes out: it is not answered, so it may come again. */
    Turn post(Order order, Instant now) {
        return commit(Step.after(order, new Turn.Nothing(), new Turn.Nothing()), order, now);
    }

    private Turn commit(Step step, Order order, Instant now) {
        return switch (order) {
            case Order.MakePromise make -> promise(step, make, now);
            case Order.PromiseAnother another -> promiseAnother(step, another, now);
            case Order.NotePresent present ->
                    ledger.notePresent(present.promise(), present.call(), now)
                            ? changed(step, present.promise())
                            : step.refused();
            case Order.Withdraw withdraw ->
                    isOver(withdraw, now) ? changed(step, withdraw.promise().id()) : step.refused();
            case Order.NoteAnswer note -> {
                ledger.answered(note.attempt(), now);
                yield step.done();
            }
            case Order.EndAttempt end -> {
                settler.end(end.attempt(), end.outcome(), end.wish(), now);
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
                ledger.noteGone(hangUp.call(), "hung up in the queue", now);
                yield step.done();
            }
            case Order.NoteHangUpHolding hangUp -> {
                callers.hungUpWaiting(hangUp.call(), now);
                yield step.done();
            }
            case Order.NoteServed served -> {
                served(served, now);
                yield step.done();
            }
        };
    }

    /**
     * Whether the promise is open no more. A commit may succeed and report a failure: he must not
     * hear that his place is kept when it is not.
     */
    private boolean isOver(Order.Withdraw withdraw, Instant now) {
        PromiseId id = withdraw.promise().id();
        try {
            return settler.withdraw(withdraw.promise(), withdraw.reason(), now) || !stands(id);
        } catch (RuntimeException e) {
            if (stands(id)) {
                throw e;
            }
            log.warn("promise {} was withdrawn, though that was reported as failed", id, e);
            return true;
        }
    }

    private boolean stands(PromiseId id) {
        return ledger.find(id).filter(Callback::open).isPresent();
    }

    /** Whether this promise would stay open if its call ended so. */
    boolean staysOpen(Callback promise, AttemptOutcome outcome, Instant now) {
        return settler.staysOpen(promise, outcome, now);
    }

    private Turn changed(Step step, PromiseId id) {
        changed.accept(id);
        return step.done();
    }

    private Turn promise(Step step, Order.MakePromise make, Instant now) {
        return switch (ledger.promise(request(make, limits))) {
            case Promising.Made made -> speaking(step.done(), made.promise().id());
            // His phone may be busy with us, and his promise lose its last try while he hears of
            // it.
            case Promising.Existing(Callback.Dialing there) ->
                    refused(step, make, "promise " + there.id() + " is being called just now");
            case Promising.Existing existing -> {
                settle(existing.promise(), make, now);
                yield speaking(step.done(), existing.promise().id());
            }
            case Promising.Changed(Callback.Promised promise) -> {
                changed.accept(promise.id());
                yield speaking(step.done(), promise.id());
            }
            case Promising.Taken _ -> step.taken();
            case Promising.Refused refused -> refused(step, make, refused.reason());
        };
    }

    private static PromiseRequest request(Order.MakePromise make, PromiseLimits limits) {
        return new PromiseRequest(make.terms(), make.reason(), make.askedBy(), limits, make.slot());
    }

    private static Turn refused(Step step, Order.MakePromise make, String reason) {
        log.info(
                "call {} is promised no callback to {}: {}",
                make.terms().askedIn().value(),
                make.terms().number(),
                reason);
        return step.refused();
    }

    /**
     * His rep and the time belong to this promise: an open one of another call is no answer to it.
     */
    private Turn promiseAnother(Step step, Order.PromiseAnother another, Instant now) {
        Order.MakePromise make = another.promise();
        endWhatHeHadBefore(another, now);
        return switch (ledger.promise(request(make, limits(make)))) {
            case Promising.Made made -> speaking(step.done(), made.promise().id());
            case Promising.Existing(Callback there) when there.terms().sameTurn(make.terms()) ->
                    speaking(step.done(), there.id());
            case Promising.Existing(Callback there) ->
                    refused(step, make, "promise " + there.id() + " is open");
            case Promising.Changed _, Promising.Taken _ -> throw new AssertionError(make);
            case Promising.Refused refused -> refused(step, make, refused.reason());
        };
    }

    /** The promise which this call keeps, or in whose place he waited. */
    private void endWhatHeHadBefore(Order.PromiseAnother another, Instant now) {
        another.keeps().ifPresent(id -> settler.end(id, AttemptOutcome.KEPT, now));
        presentIn(another.promise().terms().askedIn())
                .filter(present ->
                        settler.withdraw(
                                present, "spoke with a rep, who promised another call", now))
                .forEach(over -> changed.accept(over.id()));
    }

    /** A rep's promise to call the number he speaks with is not held against any limit. */
    private PromiseLimits limits(Order.MakePromise make) {
        boolean hisOwn = make.askedBy().filter(make.terms().number()::equals).isPresent();
        return hisOwn ? PromiseLimits.NONE : limits;
    }

    /**
     * Somebody who asked before and hung up before he heard the answer asks again: settled at once,
     * as that promise is about to be withdrawn because the call in which it was made is over.
     */
    private void settle(Callback there, Order.MakePromise make, Instant now) {
        if (there instanceof Callback.Unspoken unheard
                && !there.terms().askedIn().equals(make.terms().askedIn())
                && !ledger.move(unheard, unheard.spoken(now), "asked for it again", now)) {
            throw new IllegalStateException("promise " + there.id() + " has moved meanwhile");
        }
    }

    /** The ledger may answer with a promise that was made before: that is the one he is told of. */
    private static Turn speaking(Turn turn, PromiseId made) {
        return switch (turn) {
            case Turn.Goodbye goodbye -> new Turn.Goodbye(goodbye.say(), Optional.of(made));
            case Turn.Farewell farewell ->
                    new Turn.Farewell(farewell.say(), made, farewell.tellRep());
            default -> turn;
        };
    }

    /** Whoever spoke with a rep is not called any more, whether he was asked about it or not. */
    private void served(Order.NoteServed served, Instant now) {
        callers.answered(served.call(), served.ended().minus(served.talked()));
        openOf(served, now)
                .filter(open -> settler.served(open, served.call(), served.talked(), now))
                .forEach(over -> changed.accept(over.id()));
        if (served.talked().compareTo(Settler.CONVERSATION) >= 0) {
            String how = "spoke with a rep, in call " + served.call().value();
            served.number().ifPresent(number -> ledger.spoke(number, served.line(), how, now));
        }
        ledger.noteGone(
                served.call(),
                "a rep was there for " + served.talked().toSeconds() + " s only",
                now);
    }

    private Stream<Callback> openOf(Order.NoteServed served, Instant now) {
        Stream<Callback> hisNumber =
                served.number().flatMap(n -> ledger.openFor(n, served.line())).stream()
                        .filter(open -> !askedAfter(served.ended(), open.terms().askedAt(), now));
        return Stream.concat(presentIn(served.call()), hisNumber).distinct();
    }

    /**
     * What he was promised after that conversation is not over by it. A promise that was asked for
     * in the future is no such one: the clock was put back between it and the conversation.
     */
    private static boolean askedAfter(Instant ended, Instant asked, Instant now) {
        boolean putBackBetween = asked.isAfter(now) && !ended.isAfter(now);
        return asked.isAfter(ended) && !putBackBetween;
    }

    /** The promises in whose place the caller of this call waits himself. */
    private Stream<Callback> presentIn(CallId call) {
        return ledger.present().stream()
                .filter(present -> present.call().equals(call))
                .map(Ledger.Present::promise);
    }
}
