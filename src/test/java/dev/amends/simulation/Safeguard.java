package dev.amends.simulation;

import dev.amends.caller.NumberJudge;
import dev.amends.care.Consent;
import dev.amends.care.Consents;
import dev.amends.dialing.LiveCalls;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.Witness;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Actions;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Tasks;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A safeguard that can be taken away, to see that its absence is noticed. A day on which nothing
 * can be found proves nothing.
 */
enum Safeguard {
    /** All of them are there. */
    NONE("nothing is taken away"),
    CLAIM("the claim is won by whoever asks, however often"),
    WAITS_HIMSELF("the claim is won though the caller waits himself"),
    DURABLE("a promise is spoken though the store did not take it"),
    GAP("a try is repeated at once"),
    MARKS("the marks on the telephone system are not read"),
    RESTART("a restart of the telephone system is not noticed"),
    SPOKEN("the mark that a promise is being spoken is not read"),
    HOURS("hours are not looked at again at the claim"),
    TIME("a time that was chosen is not waited for"),
    ROOM("what is booked for a time already is not counted"),
    CALL_AFTER_ACTION("nobody is called when what was promised is not done"),
    REFUSAL("that somebody refused to be recorded is taken for a yes"),
    PROOF("who agreed to be recorded is not written down"),
    BLOCKED("the block list is not looked at again at the claim"),
    CANCEL("a promise stands though its caller was told that it is cancelled"),
    CALLS_AN_HOUR("nobody counts the calls of an hour"),
    TRIES("somebody whom nobody reaches is tried for ever"),
    LATE("what is overdue is shown to nobody"),
    MESSAGE("what became of a message that did not go out is not written down"),
    TASKS("the task that a broken promise makes is put away at once");

    /** So many in a row that failed on our side are forgiven. */
    static final int CONGESTIONS = 5;

    /** After so long a promise is given up. */
    static final Duration DAYS = Duration.ofDays(1);

    private static final Duration LONG_BEFORE = Duration.ofHours(2);

    private static final int RETRIES = 3;
    private static final int FOR_EVER = 1000;

    final String words;

    Safeguard(String words) {
        this.words = words;
    }

    RetrySettings retry() {
        Duration gap = this == GAP ? Duration.ZERO : Judge.GAP;
        int retries = this == TRIES ? FOR_EVER : RETRIES;
        return new RetrySettings(
                retries, new RetrySettings(retries, CONGESTIONS, gap).rules(), DAYS);
    }

    CallTimes claimTimes(CallTimes usual) {
        return this == HOURS ? CallTimes.ALWAYS : usual;
    }

    Budget budget(Budget usual) {
        return this == CALLS_AN_HOUR
                ? new Budget(
                        usual.minutesADay(),
                        usual.minutesAMonth(),
                        Budget.UNLIMITED,
                        usual.longestMinutes(),
                        usual.zone())
                : usual;
    }

    NumberJudge claimNumbers(NumberJudge usual) {
        return this == BLOCKED ? usual::byRules : usual;
    }

    Ledger ledger(Daemon.Store store) {
        Ledger real = store.ledger();
        return switch (this) {
            case CLAIM ->
                    with(
                            real,
                            Ledger.class,
                            "claim",
                            (values, truth) ->
                                    claimedAnyway(
                                            real, (AttemptId) values[0], truth.told(), false));
            case WAITS_HIMSELF ->
                    with(
                            real,
                            Ledger.class,
                            "claim",
                            (values, truth) ->
                                    claimedAnyway(real, (AttemptId) values[0], truth.told(), true));
            case DURABLE ->
                    with(
                            real,
                            Ledger.class,
                            "promise",
                            (values, _) -> made((PromiseRequest) values[0]));
            case ROOM ->
                    with(
                            with(real, Ledger.class, "booked", (_, _) -> List.of()),
                            Ledger.class,
                            "promise",
                            (values, _) -> real.promise(anyTime((PromiseRequest) values[0])));
            case TIME ->
                    with(
                            with(
                                    real,
                                    Ledger.class,
                                    "launchable",
                                    (values, _) ->
                                            real.launchable(
                                                    ((Instant) values[0]).plus(LONG_BEFORE),
                                                    (int) values[1])),
                            Ledger.class,
                            "claim",
                            (values, _) ->
                                    real.claim(
                                            (AttemptId) values[0],
                                            (Budget) values[1],
                                            ((Instant) values[2]).plus(LONG_BEFORE)));
            case CANCEL ->
                    with(
                            real,
                            Ledger.class,
                            "move",
                            (values, truth) -> cancels(values) ? true : truth.told());
            case LATE -> with(real, Ledger.class, "handOver", (_, _) -> true);
            case MESSAGE ->
                    with(
                            real,
                            Ledger.class,
                            "messaged",
                            (values, truth) ->
                                    ((Ledger.Messaged) values[0]).sent() ? truth.told() : true);
            case TASKS ->
                    with(
                            with(
                                    real,
                                    Ledger.class,
                                    "move",
                                    (values, truth) ->
                                            putAway(
                                                    store.tasks(),
                                                    (Callback) values[1],
                                                    truth.told())),
                            Ledger.class,
                            "settle",
                            (values, truth) ->
                                    putAway(
                                            store.tasks(),
                                            ((Ledger.Settlement) values[0]).to(),
                                            truth.told()));
            default -> real;
        };
    }

    /** Whether he has said himself that he needs no call. */
    private static boolean cancels(@Nullable Object[] moved) {
        return moved[1] instanceof Callback.Withdrawn
                && String.valueOf(moved[2]).contains("cancelled");
    }

    private static Object putAway(Tasks tasks, Callback moved, Object done) {
        if (moved instanceof Callback.Broken broken) {
            tasks.done(broken.id(), "put away", broken.at());
        }
        return done;
    }

    Actions actions(Actions real) {
        return this == CALL_AFTER_ACTION
                ? with(
                        real,
                        Actions.class,
                        "overdue",
                        (values, _) ->
                                real.overdue(
                                        (ActionPromise.Pending) values[0],
                                        (ActionPromise.Overdue) values[1],
                                        Optional.empty(),
                                        (String) values[3]))
                : real;
    }

    Consents consents(Consents real) {
        return switch (this) {
            case REFUSAL ->
                    with(
                            real,
                            Consents.class,
                            "last",
                            (_, truth) ->
                                    ((Optional<?>) truth.told()).map(one -> taken((Consent) one)));
            case PROOF -> with(real, Consents.class, "note", (_, _) -> null);
            default -> real;
        };
    }

    /** The same, as if there were room for everybody. */
    private static PromiseRequest anyTime(PromiseRequest asked) {
        return new PromiseRequest(
                asked.terms(), asked.reason(), asked.askedBy(), asked.limits(), Optional.empty());
    }

    /** A refusal is taken for a yes. */
    private static Consent taken(Consent one) {
        return new Consent(
                one.id(),
                one.call(),
                one.line(),
                one.number(),
                Consent.Answer.YES,
                one.key(),
                one.asked(),
                one.at());
    }

    private static Object made(PromiseRequest request) {
        return new Promising.Made(new Callback.Unspoken(request.terms(), 1));
    }

    private static Object claimedAnyway(
            Ledger real, AttemptId id, Object answer, boolean onlyWaiting) {
        if (!(answer instanceof Ledger.Claim.Lost)) {
            return answer;
        }
        return real.attempt(id)
                .filter(found -> !onlyWaiting || real.presentIn(found.promise().id()).isPresent())
                .map(Ledger.AttemptOnRecord::promise)
                .map(p -> new Callback.Dialing(p.terms(), p.version() + 1, p.tries()))
                .<Object>map(dialing -> new Ledger.Claim.Won(dialing, 60))
                .orElse(answer);
    }

    OutboundLine line(OutboundLine real) {
        return switch (this) {
            case MARKS ->
                    with(real, OutboundLine.class, "witness", (_, _) -> new Witness.Nothing());
            case SPOKEN -> with(real, OutboundLine.class, "said", (_, _) -> false);
            case RESTART ->
                    with(
                            real,
                            OutboundLine.class,
                            "calls",
                            (_, truth) -> restarted((LiveCalls) truth.told()));
            default -> real;
        };
    }

    private static LiveCalls restarted(LiveCalls calls) {
        return new LiveCalls(calls.ids(), calls.ringing(), Instant.EPOCH);
    }

    /** What the real one does and says, if it is asked at all. */
    private interface Truth {
        Object told() throws Throwable;
    }

    /** Says something else instead. */
    private interface Lie {
        @Nullable Object instead(@Nullable Object[] values, Truth truth) throws Throwable;
    }

    /** The real one, with one method that lies. */
    private static <P> P with(P real, Class<P> port, String method, Lie lie) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, called, values) -> {
                            Truth truth = () -> asked(real, called, values);
                            return called.getName().equals(method)
                                    ? lie.instead(values, truth)
                                    : truth.told();
                        }));
    }

    private static Object asked(Object real, Method called, @Nullable Object[] values)
            throws Throwable {
        try {
            return called.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
