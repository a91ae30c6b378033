package dev.amends.measure;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Who asks what: callers with a past, and callers who have never called. */
final class Callers {

    /** So many of those with a past are in the queue at the same time. */
    private static final int IN_QUEUE = 200;

    /** Coprime to the number of callers: each comes once before anybody comes twice. */
    private static final int STEP = 7919;

    private final InetSocketAddress amends;
    private final String key;
    private final String run = Long.toString(System.currentTimeMillis() / 1000);
    private final AtomicInteger calls = new AtomicInteger();

    Callers(InetSocketAddress amends, String key) {
        this.amends = amends;
        this.key = key;
    }

    /** One after another calls, ten calls in his past: the history is read, the call recorded. */
    Supplier<Asked> arriving() {
        return () -> {
            int n = calls.incrementAndGet();
            String number = Past.number(Math.floorMod(n * (long) STEP, Past.CALLERS));
            return new Asked("arrival", "", "", number, call(n), Journey.ARRIVED);
        };
    }

    /** Those in the queue press a key and are asked for their choice. */
    Supplier<Asked> pressingStarInTheQueue() {
        Journey somebody = journey(Past.number(0));
        Asked turn = somebody.after(somebody.untilQueued(), "*", "ask");
        return () -> {
            int n = calls.incrementAndGet() % IN_QUEUE;
            return new Asked(
                    turn.dialogue(),
                    turn.state(),
                    turn.heard(),
                    Past.number(n),
                    call(-n - 1),
                    turn.verbs());
        };
    }

    /** A new caller has pressed 2 in the queue; his 1, which promises him a call, is the turn. */
    Asked aboutToBePromised() {
        Journey caller = journey(Past.fresh(calls.incrementAndGet()));
        Exchange readBack = caller.ask(caller.after(caller.untilQueued(), "2", "ask"));
        return caller.after(readBack, "1", "goodbye");
    }

    private Journey journey(String number) {
        return new Journey(amends, key, number, call(calls.incrementAndGet()));
    }

    private String call(int n) {
        return n < 0 ? run + ".9" + -n : run + '.' + n;
    }
}
