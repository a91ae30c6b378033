package dev.amends.dialing;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberVerdict;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ledger.InLine;
import dev.amends.promise.Ledger.Messaged;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Slip;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Has messages sent that stand in the ledger as being sent, beside the tick, and records what came
 * of each. One that nobody saw the end of is not sent again, as it may have arrived: it counts as
 * failed, and he is called.
 */
public final class LateMessages {

    private static final Logger log = LoggerFactory.getLogger(LateMessages.class);

    private final Ledger ledger;
    private final Messenger messenger;
    private final NumberJudge judge;
    private final InstantSource clock;
    private final Executor threads;
    private final Set<PromiseId> underWay = ConcurrentHashMap.newKeySet();

    /**
     * @param judge whose numbers may be sent anything
     * @param threads where a message may take its time
     */
    public LateMessages(
            Ledger ledger,
            Messenger messenger,
            NumberJudge judge,
            InstantSource clock,
            Executor threads) {
        this.ledger = ledger;
        this.messenger = messenger;
        this.judge = judge;
        this.clock = clock;
        this.threads = threads;
    }

    /** Whether his number may be sent anything: neither the rules nor a person forbid it. */
    boolean allowed(Callback promise) {
        return judge.judge(promise.terms().number()) instanceof NumberVerdict.Allowed;
    }

    /** How many are being sent. */
    int underWay() {
        return underWay.size();
    }

    /**
     * Sends the message of a window.
     *
     * @param givenAt when he was given it
     */
    void send(Callback.Promised promise, Instant givenAt) {
        underWay.add(promise.id());
        threads.execute(() -> OneByOne.about(promise.id(), () -> sent(promise, givenAt)));
    }

    private void sent(Callback.Promised promise, Instant givenAt) {
        try {
            switch (sending(promise)) {
                case Messenger.Sending.Sent _ ->
                        record(promise.id(), givenAt, true, "was told when he is called");
                case Messenger.Sending.Failed(String why) ->
                        record(promise.id(), givenAt, false, why);
            }
        } catch (InterruptedException e) {
            log.info("promise {}: a message was given up while it was sent", promise.id());
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(promise.id());
        }
    }

    /** Looks once more, as this may be much later than it was decided. */
    private Messenger.Sending sending(Callback.Promised promise) throws InterruptedException {
        Optional<Callback.Promised> now = still(promise);
        if (now.isEmpty()) {
            return new Messenger.Sending.Failed("it would not be true any more");
        }
        return allowed(now.get())
                ? messenger.send(now.get())
                : new Messenger.Sending.Failed("his number may not be sent anything");
    }

    /** The promise as it is now, if he waits to be called at that time, and not on the line. */
    private Optional<Callback.Promised> still(Callback.Promised promise) {
        return ledger.find(promise.id())
                .filter(Callback.Promised.class::isInstance)
                .map(Callback.Promised.class::cast)
                .filter(now -> now.terms().window().equals(promise.terms().window()))
                .filter(now -> now.terms().ownTime().equals(promise.terms().ownTime()))
                .filter(now -> ledger.presentIn(now.id()).isEmpty());
    }

    /** Whether his message has no end although none is being sent: then it has failed. */
    boolean lost(InLine one) {
        PromiseId id = one.promise().id();
        Slip slip = one.slip();
        boolean lost =
                slip.telling().message().equals(Optional.of(Slip.Message.SENDING))
                        && !underWay.contains(id);
        if (lost) {
            slip.givenAt()
                    .ifPresent(given -> record(id, given, false, "nobody knows whether it was"));
        }
        return lost;
    }

    private void record(PromiseId promise, Instant givenAt, boolean sent, String why) {
        ledger.messaged(new Messaged(promise, givenAt, sent, why), clock.instant());
    }
}
