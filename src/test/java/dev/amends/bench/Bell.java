package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock that rings whenever what it guards has changed, so that others can wait for a change. */
final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Changes the guarded state and wakes everyone who waits. */
    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reads the guarded state. */
    <T extends @Nullable Object> T read(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code look} finds something; null when it did not within {@code patience}. */
    <T> @Nullable T poll(Supplier<@Nullable T> look, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                T found = look.get();
                if (found != null || left <= 0) return found;
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits like {@link #poll}; throws {@link NotInTime} with {@code seen} when nothing was found.
     */
    <T> T await(String what, Supplier<@Nullable T> look, Duration patience, Supplier<?> seen) {
        T found = poll(look, patience);
        if (found == null) throw new NotInTime(what, patience, seen.get());
        return found;
    }
}
