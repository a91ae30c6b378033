package dev.amends.promise;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberVerdict;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Hours;
import dev.amends.promise.ActionPromise.Asked;
import dev.amends.promise.ActionPromise.Pending;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Moves promised actions on. One that is not kept becomes a task for a person, and its caller is
 * called, as far as he may be: both in the transaction that says so, so that it happens once.
 */
public final class ActionSettler {

    private final Actions actions;
    private final ActionPolicy rules;
    private final NumberJudge judge;
    private final CallTimes times;
    private final Supplier<PromiseId> ids;

    public ActionSettler(
            Actions actions,
            ActionPolicy rules,
            NumberJudge judge,
            CallTimes times,
            Supplier<PromiseId> ids) {
        this.actions = actions;
        this.rules = rules;
        this.judge = judge;
        this.times = times;
        this.ids = ids;
    }

    /** A new one, which is yet to be committed. */
    public ActionPromise.Open made(ActionTerms terms, Hours line) {
        return new ActionPromise.Open(terms, 1, 0, rules.firstAsked(terms, line));
    }

    /** Commits a new one, unless there is one of this id: then it was made before. */
    public ActionPromise.Open promise(ActionTerms terms, Hours line, String reason) {
        ActionPromise.Open made = made(terms, line);
        if (actions.find(terms.id()).isEmpty()) {
            actions.promise(made, reason);
        }
        return made;
    }

    /** Moves it on as the policy says. False when somebody else moved it first. */
    public boolean goes(Pending from, ActionPolicy.Next.Goes next, Instant now) {
        return next.to() instanceof ActionPromise.Overdue
                ? notKept(from, next.reason(), now)
                : actions.move(from, next.to(), next.reason(), now);
    }

    /** It is not kept. */
    public boolean notKept(Pending from, String why, Instant now) {
        return notKept(from, call(from.terms(), now), why, now);
    }

    /** Its owner says that it is not kept: the call is his own, before anybody else's. */
    public boolean notDone(Asked asked, Instant now) {
        CallbackTerms anybodys = call(asked.terms(), now);
        CallbackTerms his =
                asked.terms()
                        .owner()
                        .phone()
                        .map(rep -> anybodys.with(new Appointment(rep, now)))
                        .orElse(anybodys);
        return notKept(asked, his, "its owner says that it is not done", now);
    }

    private boolean notKept(Pending from, CallbackTerms call, String why, Instant now) {
        Optional<String> forbidden = forbidden(call, now);
        return actions.overdue(
                from,
                from.overdue(now),
                forbidden.isEmpty() ? Optional.of(call) : Optional.empty(),
                why + forbidden.map(reason -> "; he can't be called: " + reason).orElse(""));
    }

    /** Its owner was rung and did not say whether it is done. */
    public boolean unheard(Asked asked, Instant now) {
        return goes(asked, rules.unheard(asked, now), now);
    }

    /** Its owner wants to be asked again later. False when there is no time for that. */
    public boolean later(Asked asked, Instant now) {
        return rules.later(asked, now)
                .filter(next -> actions.move(asked, next, "wants to be asked again later", now))
                .isPresent();
    }

    /** Why he may not be called at all; nothing when he may be, now or later. */
    private Optional<String> forbidden(CallbackTerms call, Instant now) {
        NumberVerdict verdict = judge.judge(call.number());
        if (!(verdict instanceof NumberVerdict.Allowed)) {
            return Optional.of(verdict.reason());
        }
        CallTime time = times.at(call, now);
        return time instanceof CallTime.Never ? Optional.of(time.reason()) : Optional.empty();
    }

    private CallbackTerms call(ActionTerms terms, Instant now) {
        PromiseId id = ids.get();
        return new CallbackTerms(
                id,
                terms.number(),
                terms.line(),
                new EffectiveArrival(now),
                now,
                CallbackTerms.byOrder(id),
                0,
                terms.language());
    }
}
