package dev.amends.asterisk;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The PBX's side of one FastAGI connection, over a raw socket. */
final class PretendedCall implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    PretendedCall(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    PretendedCall asks(List<String> environment) throws IOException {
        return says(Environments.wire(environment));
    }

    PretendedCall says(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return this;
    }

    PretendedCall showsKey(String key) throws IOException {
        return says("200 result=1 (" + key + ")\n");
    }

    /** The next line, or nothing when the server has closed the connection. */
    @Nullable String hears() throws IOException {
        try {
            return in.readLine();
        } catch (java.net.SocketException e) {
            // Closed with bytes of ours unread.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
