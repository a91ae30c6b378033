package dev.amends.asterisk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds up the library's thread which hands over events, as a log on a hanging disk would, and
 * counts what the library drops meanwhile.
 */
final class LibraryBrake extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String INSIDE = "org.asteriskjava.manager.internal.";
    private final Logger handing = logger("ManagerConnectionImpl");
    private final Logger pump = logger("AsyncEventPump");
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger dropped = new AtomicInteger();

    private LibraryBrake() {}

    /** From now on the next event is the last one. */
    static LibraryBrake on() {
        LibraryBrake brake = new LibraryBrake();
        brake.start();
        for (Logger logger : List.of(brake.handing, brake.pump)) {
            logger.setAdditive(false);
            logger.addAppender(brake);
        }
        brake.handing.setLevel(Level.DEBUG);
        brake.pump.setLevel(Level.ERROR);
        return brake;
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(INSIDE + name);
    }

    int dropped() {
        return dropped.get();
    }

    void release() {
        handing.setLevel(Level.OFF);
        gate.countDown();
    }

    /** Called on many threads, so not the synchronized one. */
    @Override
    public void doAppend(ILoggingEvent event) {
        if (event.getFormattedMessage().contains("Event queue is full")) {
            dropped.incrementAndGet();
        } else if (event.getFormattedMessage().startsWith("Dispatching event")) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        throw new IllegalStateException("not by this way");
    }

    @Override
    public void close() {
        release();
        for (Logger logger : List.of(handing, pump)) {
            logger.detachAppender(this);
            logger.setLevel(null);
        }
    }
}
