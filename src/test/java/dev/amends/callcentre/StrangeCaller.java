package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls by SIP with whatever text as its own number and name and as the number it dials, escaped as
 * RFC 3261 wants it, and lets the other side end the call.
 */
public final class StrangeCaller implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 3000;
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 ([0-9]{3}).*", Pattern.DOTALL);
    private static final Pattern TO = Pattern.compile("\r\nTo: ([^\r]*)\r\n");

    private final InetSocketAddress pbx;
    private final DatagramSocket socket;
    private int calls;

    /** One who calls this telephone system. */
    public StrangeCaller(InetSocketAddress pbx) {
        this.pbx = pbx;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls; the final status of the call, which must be refused or ended without an answer. */
    public int call(String number, String name, String dialled) {
        calls++;
        String from =
                "\"%s\" <sip:%s@127.0.0.1>;tag=t%d".formatted(quoted(name), escaped(number), calls);
        String to = "<sip:%s@127.0.0.1>".formatted(escaped(dialled));
        String sdp =
                "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                        + "m=audio 9 RTP/AVP 0\r\n";
        send(message("INVITE", from, to, dialled, sdp));
        while (true) {
            String response = receive();
            Matcher status = STATUS.matcher(response);
            if (response.contains("\r\nCSeq: " + calls + " INVITE\r\n")
                    && status.matches()
                    && Integer.parseInt(status.group(1)) >= 200) {
                Matcher toTag = TO.matcher(response);
                send(message("ACK", from, toTag.find() ? toTag.group(1) : to, dialled, ""));
                return Integer.parseInt(status.group(1));
            }
        }
    }

    private String message(String method, String from, String to, String dialled, String body) {
        return """
        %s sip:%s@127.0.0.1:%d SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=z9hG4bKx%d
        Max-Forwards: 70
        From: %s
        To: %s
        Call-ID: strange-%d-%d
        CSeq: %d %s
        Contact: <sip:x@127.0.0.1:%d>
        Content-Type: application/sdp
        Content-Length: %d

        """
                        .formatted(
                                method,
                                escaped(dialled),
                                pbx.getPort(),
                                socket.getLocalPort(),
                                calls,
                                from,
                                to,
                                socket.getLocalPort(),
                                calls,
                                calls,
                                method,
                                socket.getLocalPort(),
                                body.length())
                        .replace("\n", "\r\n")
                + body;
    }

    private void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, pbx));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String receive() {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            socket.receive(packet);
            return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("no answer to call " + calls, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every byte but letters and digits as %XX. */
    private static String escaped(String text) {
        StringBuilder user = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = Character.isLetterOrDigit(b) && b > 0;
            user.append(plain ? Character.toString(b) : "%%%02x".formatted(b & 0xff));
        }
        return user.toString();
    }

    /** As a quoted string; line breaks and NUL can't stand in one. */
    private static String quoted(String text) {
        return text.replaceAll("[\r\n\0]", "").replaceAll("[\"\\\\]", "\\\\$0");
    }

    @Override
    public void close() {
        socket.close();
    }
}
