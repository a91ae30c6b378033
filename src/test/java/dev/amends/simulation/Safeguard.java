package dev.amends.simulation;

import dev.amends.dialing.LiveCalls;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.Witness;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseRequest;
import dev.amends.promise.Promising;
import dev.amends.promise.RetrySettings;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

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
    HOURS("hours are not looked at again at the claim");

    private static final RetrySettings USUAL = new RetrySettings(3, 5, Judge.GAP);

    final String words;

    Safeguard(String words) {
        this.words = words;
    }

    RetrySettings retry() {
        Duration gap = this == GAP ? Duration.ZERO : Judge.GAP;
        return new RetrySettings(3, new RetrySettings(3, 5, gap).rules(), Duration.ofDays(1));
    }

    CallTimes claimTimes(CallTimes usual) {
        return this == HOURS ? CallTimes.ALWAYS : usual;
    }

    Ledger ledger(Ledger real, InstantSource clock) {
        return switch (this) {
            case CLAIM ->
                    with(
                            real,
                            Ledger.class,
                            "claim",
                            (values, answer) ->
                                    claimedAnyway(real, (AttemptId) values[0], answer, false));
            case WAITS_HIMSELF ->
                    with(
                            real,
                            Ledger.class,
                            "claim",
                            (values, answer) ->
                                    claimedAnyway(real, (AttemptId) values[0], answer, true));
            case DURABLE ->
                    with(
                            real,
                            Ledger.class,
                            "promise",
                            (values, _) -> made((PromiseRequest) values[0]));
            default -> real;
        };
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
                            (_, calls) -> restarted((LiveCalls) calls));
            default -> real;
        };
    }

    private static LiveCalls restarted(LiveCalls calls) {
        return new LiveCalls(calls.ids(), calls.ringing(), Instant.EPOCH);
    }

    /** The real one, with one method that lies. */
    private static <P> P with(
            P real,
            Class<P> port,
            String method,
            BiFunction<@Nullable Object[], Object, Object> lie) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, called, values) -> {
                            boolean lies = called.getName().equals(method);
                            try {
                                Object truth =
                                        lies && method.equals("promise")
                                                ? null
                                                : called.invoke(real, values);
                                return lies ? lie.apply(values, truth) : truth;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
