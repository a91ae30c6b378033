package dev.amends.callcentre;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A stretch of network that can fail: passes TCP connections on to a port of the loopback, and
 * resets, holds or slows them when told to.
 */
public final class FaultProxy implements AutoCloseable {

    /** The two ways through a connection. */
    public enum Way {
        /** From whoever connected to the server behind. */
        THERE,
        /** From the server behind to whoever connected. */
        BACK
    }

    private static final int PIECE = 8192;

    /** Says what becomes of a block of text, ended by an empty line, that comes back. */
    @FunctionalInterface
    public interface Editor {
        /** Passes it on, another one, or none; now or later. */
        void pass(String block, Consumer<String> on);
    }

    private final int target;
    private final ServerSocket door;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition healed = lock.newCondition();
    private final Set<Way> held = EnumSet.noneOf(Way.class);
    private volatile boolean refusing;
    private volatile Duration delay = Duration.ZERO;
    private volatile @Nullable Editor editor;

    private FaultProxy(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    /** A faultless one to this port, at any free port. */
    public static FaultProxy to(int target) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            FaultProxy proxy = new FaultProxy(target, door);
            Thread.ofVirtual().name("fault-proxy").start(proxy::welcome);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to connect. */
    public int port() {
        return door.getLocalPort();
    }

    /** Resets all connections; new ones pass. */
    public void cut() {
        sockets.forEach(FaultProxy::reset);
        sockets.clear();
    }

    /** Resets all connections, and every new one, until {@link #heal}. */
    public void refuse() {
        refusing = true;
        cut();
    }

    /**
     * Lets nothing through any more in these directions, not even the end of a connection; what was
     * sent arrives after {@link #heal}.
     */
    public void hold(Set<Way> ways) {
        lock.lock();
        try {
            held.addAll(ways);
        } finally {
            lock.unlock();
        }
    }

    /** Every piece takes so much longer, both ways. */
    public void slow(Duration each) {
        delay = each;
    }

    /** What comes back over connections that are made from now on is edited so. */
    public void edit(Editor blocks) {
        editor = blocks;
    }

    /** Ends every fault. */
    public void heal() {
        refusing = false;
        delay = Duration.ZERO;
        lock.lock();
        try {
            held.clear();
            healed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // Closed, or the server behind is not there: whoever connected sees it.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        if (refusing) {
            reset(near);
            return;
        }
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1000);
        } catch (IOException e) {
            reset(near);
            throw e;
        }
        sockets.addAll(List.of(near, far));
        Thread.ofVirtual().start(() -> pump(near, far, Way.THERE));
        Thread.ofVirtual().start(() -> pump(far, near, Way.BACK));
    }

    private void pump(Socket from, Socket to, Way way) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = edited(to.getOutputStream(), way);
            int length = in.read(piece);
            while (length >= 0) {
                awaitPassage(way);
                out.write(piece, 0, length);
                length = in.read(piece);
            }
            awaitPassage(way);
        } catch (IOException e) {
            // The other side has closed or reset it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.removeAll(List.of(from, to));
        }
    }

    private OutputStream edited(OutputStream to, Way way) {
        Editor blocks = editor;
        return way == Way.BACK && blocks != null ? new EditedBlocks(to, blocks) : to;
    }

    private void awaitPassage(Way way) throws InterruptedException {
        LockSupport.parkNanos(delay.toNanos());
        lock.lock();
        try {
            while (held.contains(way)) {
                healed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        heal();
    }
}
