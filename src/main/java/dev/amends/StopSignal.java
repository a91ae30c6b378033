package dev.amends;

import sun.misc.Signal;

import java.util.concurrent.CountDownLatch;

/** What a running Amends waits for. */
@FunctionalInterface
interface StopSignal {

    /** Returns when the program is to end. */
    void await() throws InterruptedException;

    /** The operating system's wish to stop: SIGTERM, or Ctrl-C. Listens from now on. */
    static StopSignal ofSystem() {
        var told = new CountDownLatch(1);
        for (String name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), _ -> told.countDown());
        }
        return told::await;
    }
}
