package dev.amends.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Many connections that never say a word, and when each was closed by the other side. */
final class SilentCrowd implements AutoCloseable {

    private final Selector selector = Selector.open();
    private final List<SocketChannel> all = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile long longestNanos;

    /** Connects them all, one after another, as fast as they are accepted. */
    SilentCrowd(InetSocketAddress server, int count) throws IOException {
        for (int n = 0; n < count; n++) {
            SocketChannel channel = SocketChannel.open(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, System.nanoTime());
            all.add(channel);
            open.incrementAndGet();
        }
    }

    /** How many are still open, as far as has been looked. */
    int open() {
        return open.get();
    }

    /** How long the longest was open. */
    Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** Watches until all are closed, or no longer than that. */
    void watch(Duration patience) {
        ByteBuffer nothing = ByteBuffer.allocate(64);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (open.get() > 0 && System.nanoTime() < deadline) {
                selector.select(key -> closed(key, nothing.clear()), 20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closed(SelectionKey key, ByteBuffer nothing) {
        try {
            if (((SocketChannel) key.channel()).read(nothing) >= 0) {
                return;
            }
        } catch (IOException e) {
            // A reset is an end, too.
        }
        key.cancel();
        open.decrementAndGet();
        longestNanos = Math.max(longestNanos, System.nanoTime() - (Long) key.attachment());
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (SocketChannel channel : all) {
            channel.close();
        }
    }
}
