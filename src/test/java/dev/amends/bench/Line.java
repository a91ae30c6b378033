package dev.amends.bench;

import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * What the calls of one phone share.
 *
 * @param here the phone's SIP address
 * @param loop the one thread on which SIP is spoken
 * @param clock the thread that sends sound every 20 ms
 * @param complaints takes what went wrong in behaviours and scripts
 */
record Line(
        SipSocket socket,
        InetSocketAddress here,
        Transactions transactions,
        ScheduledExecutorService loop,
        ScheduledExecutorService clock,
        Fingerprints prompts,
        Consumer<RuntimeException> complaints) {
    /** Runs something on the loop; nothing once the phone is closed. */
    void run(Runnable work) {
        try {
            loop.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            // Closed: nobody is left to speak.
        }
    }

    /** A failure of one call must not silence the loop or vanish in it. */
    Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                blame(e);
            }
        };
    }

    void blame(RuntimeException failure) {
        complaints.accept(failure);
    }
}
