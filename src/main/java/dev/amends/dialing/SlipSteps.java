package dev.amends.dialing;

import dev.amends.dialing.SlipPolicy.Slips;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ledger.InLine;
import dev.amends.promise.Ledger.Settlement;
import dev.amends.promise.Ledger.Slipped;
import dev.amends.promise.Purpose;
import dev.amends.promise.Slip;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What is done for a promise that runs late: each step stands in the ledger before it is seen. */
final class SlipSteps {

    private final Ledger ledger;
    private final OutboundLine telephone;
    private final LateMessages messages;
    private final Supplier<AttemptId> ids;

    SlipSteps(
            Ledger ledger, OutboundLine telephone, LateMessages messages, Supplier<AttemptId> ids) {
        this.ledger = ledger;
        this.telephone = telephone;
        this.messages = messages;
        this.ids = ids;
    }

    /** How many are being told. */
    int telling() {
        long calls =
                ledger.liveAttempts().stream()
                        .filter(found -> found.attempt().purpose() == Purpose.TELL)
                        .count();
        return (int) calls + messages.underWay();
    }

    /** He counts as having come so much earlier. */
    void raise(InLine one, Duration by, String reason, Instant now) {
        if (leavesQueue(one, "leaves the queue, to join it further ahead", now)) {
            Callback.Promised up = one.promise().raised(by);
            Slip slip = one.slip().raised(now);
            ledger.slipped(new Slipped(one.promise(), up, slip, reason), now);
        }
    }

    /** He is told; false when nothing came of it, as somebody else moved him. */
    boolean tell(InLine one, Slips.Tell tell, Instant now) {
        if (!leavesQueue(one, "leaves the queue, to be told when he is called", now)) {
            return false;
        }
        return switch (tell.way()) {
            case CALL -> call(one, tell, now);
            case MESSAGE -> write(one, tell, now);
        };
    }

    /** The new time first stands in the ledger; then his phone rings. */
    private boolean call(InLine one, Slips.Tell tell, Instant now) {
        Callback.Promised promise = one.promise();
        boolean anew = !promise.terms().window().filter(tell.window()::equals).isPresent();
        Callback.Promised moved = anew ? promise.moved(tell.window()) : promise;
        Slip slip = one.slip().givenAnother(now);
        if (anew && !ledger.slipped(new Slipped(promise, moved, slip, tell.reason()), now)) {
            return false;
        }
        Attempt attempt = Attempt.intent(ids.get(), promise.id(), Purpose.TELL, now);
        boolean intended = ledger.intend(moved, attempt);
        if (intended) {
            telephone.tell(attempt.id());
        }
        return intended;
    }

    /** The new time first stands in the ledger, and that a message of it is sent; then it is. */
    private boolean write(InLine one, Slips.Tell tell, Instant now) {
        Callback.Promised moved = one.promise().moved(tell.window());
        Slip slip = one.slip().givenAnother(now).writing();
        boolean given = ledger.slipped(new Slipped(one.promise(), moved, slip, tell.reason()), now);
        if (given) {
            messages.send(moved, now);
        }
        return given;
    }

    /** His placeholder, if there is one: he keeps his place, and is placed again. */
    private boolean leavesQueue(InLine one, String why, Instant now) {
        if (one.live().isEmpty()) {
            return true;
        }
        AttemptId placeholder = one.live().get().id();
        Settlement ended =
                new Settlement(placeholder, AttemptOutcome.VOID, one.promise(), one.promise(), why);
        boolean left = ledger.settle(ended, now);
        if (left) {
            telephone.withdraw(placeholder);
        }
        return left;
    }

    /** A person sees to it, once. */
    void handOver(InLine one, String reason, Instant now) {
        if (!one.slip().handedOver()) {
            ledger.handOver(one.promise(), reason, now);
        }
    }
}
