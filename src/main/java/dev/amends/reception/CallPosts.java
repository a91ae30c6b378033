package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.Flag;
import dev.amends.caller.NumberPlan;
import dev.amends.promise.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The shell of what is posted about a call, from its end or from its rep. */
final class CallPosts {

    /** Somebody has hung up with no rep there. */
    static final String LEFT = "left";

    /** What the dialplan says of somebody who hung up while he held for his rep. */
    private static final String HOLDING = "HELD";

    private final NumberPlan numbers;
    private final RepNames reps;
    private final Duration flagFades;
    private final Orders orders;
    private final InstantSource clock;

    CallPosts(
            NumberPlan numbers,
            RepNames reps,
            Duration flagFades,
            Orders orders,
            InstantSource clock) {
        this.numbers = numbers;
        this.reps = reps;
        this.flagFades = flagFades;
        this.orders = orders;
        this.clock = clock;
    }

    Optional<Turn> left(Question question) {
        if (!CallId.fits(question.state())) {
            return Optional.empty();
        }
        CallId call = new CallId(question.state());
        Order order =
                question.heard().equals(HOLDING)
                        ? new Order.NoteHangUpHolding(call)
                        : new Order.NoteHangUp(call);
        return Optional.of(orders.post(order, clock.instant()));
    }

    /** The state is the call in which the code was keyed, or the attempt if we had called him. */
    Optional<Turn> flagged(Question question) {
        Instant now = clock.instant();
        Optional<Flag> flag =
                RepsFlag.read(question.heard())
                        .map(set -> set.by(reps.of(set.by(), question.line())))
                        .map(set -> set.from(now, flagFades));
        if (flag.isEmpty() || !CallId.fits(question.state())) {
            return Optional.empty();
        }
        Order order =
                AttemptId.fits(question.state())
                        ? new Order.FlagCalled(new AttemptId(question.state()), flag.get())
                        : new Order.FlagCaller(new CallId(question.state()), flag.get());
        return Optional.of(orders.post(order, now));
    }

    /** A post: a call is over in which a rep was there. It may come minutes later. */
    Optional<Turn> served(Question question) {
        Optional<Talked> talked = Talked.read(question.heard());
        if (!CallId.fits(question.state()) || talked.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Order served =
                new Order.NoteServed(
                        new CallId(question.state()),
                        question.line(),
                        numbers.read(question.callerId()),
                        talked.get().time(),
                        talked.get().ended().orElse(now));
        return Optional.of(orders.post(served, now));
    }
}
