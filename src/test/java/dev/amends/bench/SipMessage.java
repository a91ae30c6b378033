package dev.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One SIP request or response, as RFC 3261 writes it on UDP: one message per datagram.
 *
 * @param startLine the request line or status line
 * @param headers in their order on the wire, names in long form
 * @param body the text after the empty line
 */
public record SipMessage(String startLine, List<Header> headers, String body) {
    private static final String VERSION = "SIP/2.0";
    private static final Map<String, String> LONG_FORMS =
            Map.of(
                    "v",
                    "Via",
                    "f",
                    "From",
                    "t",
                    "To",
                    "i",
                    "Call-ID",
                    "m",
                    "Contact",
                    "l",
                    "Content-Length",
                    "c",
                    "Content-Type",
                    "k",
                    "Supported");

    /** One header line. */
    public record Header(String name, String value) {}

    static SipMessage parse(byte[] datagram, int length) {
        String text = new String(datagram, 0, length, UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) throw new IllegalArgumentException("no end of the headers");
        String[] lines = text.substring(0, end).replaceAll("\r\n[ \t]+", " ").split("\r\n", -1);
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 0) throw new IllegalArgumentException("no header: " + lines[i]);
            String name = lines[i].substring(0, colon).strip();
            String longName = LONG_FORMS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
            headers.add(new Header(longName, lines[i].substring(colon + 1).strip()));
        }
        return new SipMessage(lines[0], List.copyOf(headers), text.substring(end + 4)).checked();
    }

    /** What RFC 3261, 8.1.1 makes mandatory, so that nothing later need doubt it. */
    private SipMessage checked() {
        boolean line = startLine.split(" ", -1).length >= 3;
        boolean headersPresent =
                List.of("Via", "From", "To", "Call-ID").stream().allMatch(n -> header(n) != null);
        if (!line || !headersPresent || !cseq().matches("\\d{1,9}\\s+\\w+")) {
            throw new IllegalArgumentException("incomplete: " + startLine);
        }
        return this;
    }

    static SipMessage request(String method, String uri) {
        return new SipMessage(method + " " + uri + " " + VERSION, List.of(), "");
    }

    /**
     * The response to this request: Via, From, To, Call-ID and CSeq copied, To with {@code toTag}.
     */
    SipMessage reply(int status, String toTag) {
        SipMessage reply =
                new SipMessage(VERSION + " " + status + " " + phrase(status), List.of(), "");
        for (Header header : headers) {
            switch (header.name.toLowerCase(Locale.ROOT)) {
                case "via", "from", "call-id", "cseq", "record-route" ->
                        reply = reply.with(header.name, header.value);
                case "to" -> {
                    SipAddress to = SipAddress.parse(header.value);
                    boolean tagged = !to.tag().isEmpty() || status == 100;
                    reply = reply.with("To", tagged ? header.value : to.tagged(toTag).toString());
                }
                default -> {}
            }
        }
        return reply;
    }

    SipMessage with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new SipMessage(startLine, List.copyOf(more), body);
    }

    SipMessage withBody(String type, String text) {
        SipMessage typed = with("Content-Type", type);
        return new SipMessage(startLine, typed.headers, text);
    }

    boolean isRequest() {
        return !startLine.startsWith(VERSION);
    }

    /** The method of the request, or of the request that this response answers. */
    String method() {
        return isRequest() ? startLine.split(" ", -1)[0] : cseq().replaceFirst("^\\d+\\s+", "");
    }

    String requestUri() {
        return startLine.split(" ", -1)[1];
    }

    int status() {
        return isRequest() ? 0 : Integer.parseInt(startLine.split(" ", 3)[1]);
    }

    String cseq() {
        return text("CSeq");
    }

    int cseqNumber() {
        return Integer.parseInt(cseq().split("\\s+", -1)[0]);
    }

    String callId() {
        return text("Call-ID");
    }

    SipAddress from() {
        return SipAddress.parse(text("From"));
    }

    SipAddress to() {
        return SipAddress.parse(text("To"));
    }

    /** The branch of the topmost Via: with the method it names the transaction. */
    String branch() {
        return text("Via").replaceFirst("(?i).*?;\\s*branch=([^;,\\s]+).*", "$1");
    }

    /** The first header of that name, null when there is none; names are compared without case. */
    public @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.name.equalsIgnoreCase(name)) return header.value;
        }
        return null;
    }

    /** The first header of that name, empty when there is none. */
    String text(String name) {
        String value = header(name);
        return value == null ? "" : value;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        for (Header header : headers) {
            text.append(header.name).append(": ").append(header.value).append("\r\n");
        }
        text.append("Content-Length: ").append(body.getBytes(UTF_8).length);
        return text.append("\r\n\r\n").append(body).toString().getBytes(UTF_8);
    }

    private static String phrase(int status) {
        return switch (status) {
            case 100 -> "Trying";
            case 180 -> "Ringing";
            case 200 -> "OK";
            case 302 -> "Moved Temporarily";
            case 404 -> "Not Found";
            case 408 -> "Request Timeout";
            case 480 -> "Temporarily Unavailable";
            case 481 -> "Call/Transaction Does Not Exist";
            case 486 -> "Busy Here";
            case 487 -> "Request Terminated";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            case 603 -> "Decline";
            default -> "Status " + status;
        };
    }
}
