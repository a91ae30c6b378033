package dev.amends.dialing;

import java.time.Duration;

/** Looks at something again and again, with a pause before each look, on a thread of its own. */
final class Beat {

    private final Duration pause;
    private final Runnable look;
    private final Thread thread;

    /**
     * @param look must not throw: it would be the last one
     */
    Beat(String name, Duration pause, Runnable look) {
        this.pause = pause;
        this.look = look;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pause);
                look.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
