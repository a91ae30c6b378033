package dev.amends.asterisk;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One client of a {@link FakeAmi}: what it sent, action by action, and how it is answered. */
final class FakeConnection {

    private final FakeAmi pbx;
    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile boolean events;

    FakeConnection(FakeAmi pbx, Socket socket) {
        this.pbx = pbx;
        this.socket = socket;
    }

    /** Whether it logged in with events on. */
    boolean hasEvents() {
        return events;
    }

    /** Every byte that came, in order. */
    byte[] received() {
        synchronized (received) {
            return received.toByteArray();
        }
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void write(String text) {
        if (pbx.isFrozen()) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            OutputStream out = socket.getOutputStream();
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(pbx.piece(), bytes.length - at);
                out.write(bytes, at, length);
                out.flush();
                at += length;
            }
        } catch (IOException gone) {
            pbx.gone(this);
        }
    }

    void serve() {
        write("Asterisk Call Manager/11.0.0\r\n");
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            List<String> lines = new ArrayList<>();
            for (String line = line(in); line != null; line = line(in)) {
                if (line.isEmpty()) {
                    handle(new FakeAmi.Action(List.copyOf(lines), this));
                    lines.clear();
                } else {
                    lines.add(line);
                }
            }
        } catch (IOException cut) {
            pbx.gone(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pbx.gone(this);
    }

    /** The next line as Asterisk takes it: up to a line feed, with or without a return before. */
    private @Nullable String line(InputStream in) throws IOException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            pbx.listens();
            int next = in.read();
            if (next < 0) {
                return null;
            }
            synchronized (received) {
                received.write(next);
            }
            if (next == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(next);
        }
    }

    private void handle(FakeAmi.Action action) {
        String answer = pbx.answer(action);
        LockSupport.parkNanos(pbx.delay().toNanos());
        if (answer != null) {
            write(answer);
        }
        if (action.name().equalsIgnoreCase("Login")) {
            events = !action.of("Events").equals("off");
        }
    }
}
