package dev.amends.callcentre;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes one TCP connection on to a port of the loopback and keeps what went each way. */
public final class Tap implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final ByteArrayOutputStream there = new ByteArrayOutputStream();
    private final ByteArrayOutputStream back = new ByteArrayOutputStream();

    private Tap(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    /** One to this port, at any free port. */
    public static Tap to(int target) {
        try {
            Tap tap = new Tap(target, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("tap").start(tap::welcome);
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to connect, once. */
    public int port() {
        return door.getLocalPort();
    }

    /** What whoever connected has sent. */
    public byte[] there() {
        return copy(there);
    }

    /** What came back. */
    public byte[] back() {
        return copy(back);
    }

    private static byte[] copy(ByteArrayOutputStream bytes) {
        synchronized (bytes) {
            return bytes.toByteArray();
        }
    }

    private void welcome() {
        try (Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread other = Thread.ofVirtual().start(() -> pump(far, near, back));
            pump(near, far, there);
            other.join();
        } catch (IOException e) {
            // Closed before anybody came, or nobody there.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to, ByteArrayOutputStream kept) {
        byte[] piece = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                synchronized (kept) {
                    kept.write(piece, 0, length);
                }
                out.write(piece, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One side has closed.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
