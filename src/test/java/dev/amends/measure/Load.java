package dev.amends.measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** The connections of one load that are under way, all in one thread. */
final class Load implements AutoCloseable {

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final ByteBuffer received = ByteBuffer.allocateDirect(16 * 1024);
    private final Tally tally;
    private int underWay;
    private int ended;

    Load(InetSocketAddress server, Tally tally) throws IOException {
        this.server = server;
        this.tally = tally;
    }

    /** One connection: its exchange, and the moment since which its time counts. */
    private record Connection(Exchange exchange, long since) {}

    /** Opens a connection; its time counts from the given moment. */
    void begin(Exchange exchange, long since) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Connection connection = new Connection(exchange, since);
        underWay++;
        boolean connected = channel.connect(server);
        SelectionKey key =
                channel.register(
                        selector,
                        connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT,
                        connection);
        if (connected) {
            send(key, exchange.opening());
        }
    }

    /** Waits until something has come, or until that moment; how many connections have ended. */
    int turn(long until) throws IOException {
        ended = 0;
        long left = until - System.nanoTime();
        if (left > 0) {
            long millis = Math.clamp(left / 1_000_000, 1, 1000);
            selector.select(this::ready, millis);
        } else {
            selector.selectNow(this::ready);
        }
        return ended;
    }

    /** Ends a wait from another thread. */
    void wakeUp() {
        selector.wakeup();
    }

    int underWay() {
        return underWay;
    }

    Tally tally() {
        return tally;
    }

    /** What is still under way counts as wrong. */
    void giveUp() {
        for (; underWay > 0; underWay--) {
            tally.wrong("no answer");
        }
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            SocketChannel channel = (SocketChannel) key.channel();
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                send(key, connection.exchange().opening());
            } else if (key.isReadable()) {
                read(key, channel, connection);
            }
        } catch (IOException e) {
            end(key, false, "broken: " + e.getMessage());
        }
    }

    private void read(SelectionKey key, SocketChannel channel, Connection connection)
            throws IOException {
        Exchange exchange = connection.exchange();
        received.clear();
        if (channel.read(received) < 0) {
            if (exchange.rightlyClosed()) {
                tally.good(System.nanoTime() - connection.since());
                end(key, true, "");
            } else {
                end(key, false, exchange.complaint());
            }
            return;
        }
        byte[] reply = exchange.take(received.flip());
        if (exchange.isWrong()) {
            end(key, false, exchange.complaint());
        } else if (reply.length > 0) {
            send(key, reply);
        }
    }

    private static void send(SelectionKey key, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        ((SocketChannel) key.channel()).write(buffer);
        if (buffer.hasRemaining()) {
            throw new IOException("the other side does not read");
        }
    }

    private void end(SelectionKey key, boolean right, String complaint) {
        if (!right) {
            tally.wrong(complaint);
        }
        underWay--;
        ended++;
        close(key);
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket can't be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        selector.keys().forEach(Load::close);
        selector.close();
    }
}
