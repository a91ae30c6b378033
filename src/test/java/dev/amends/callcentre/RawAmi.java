package dev.amends.callcentre;

import org.awaitility.Awaitility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A bare socket at a manager interface: writes what it is given, and keeps every byte it gets. */
public final class RawAmi implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();

    private RawAmi(Socket socket) {
        this.socket = socket;
    }

    /** Logs in with the account of Amends, with its events. */
    public static RawAmi loggedIn(int port, String secret) {
        try {
            RawAmi ami = new RawAmi(new Socket(InetAddress.getLoopbackAddress(), port));
            Thread.ofVirtual().start(ami::read);
            ami.send("Action: Login\r\nUsername: amends\r\nSecret: %s\r\n\r\n".formatted(secret));
            ami.await("Authentication accepted");
            return ami;
        } catch (IOException e) {
            throw new IllegalStateException("no manager interface", e);
        }
    }

    /** Sends this text as it is. */
    public void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("cut off", e);
        }
    }

    /** Waits until this text has come. */
    public void await(String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> got().contains(text));
    }

    /** Everything that has come so far. */
    public String got() {
        synchronized (got) {
            return got.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** The same, cut where an empty line ends an event or an answer. */
    public List<String> blocks() {
        return Arrays.stream(got().split("\r\n\r\n", -1)).filter(b -> !b.isBlank()).toList();
    }

    private void read() {
        byte[] piece = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                synchronized (got) {
                    got.write(piece, 0, length);
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("does not close", e);
        }
    }
}
