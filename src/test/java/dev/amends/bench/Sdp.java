package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session description: one law and telephone-event on one RTP address, nothing else. */
record Sdp(InetSocketAddress media, int eventPayload, Law law) {
    static final String TYPE = "application/sdp";
    private static final Pattern ADDRESS = Pattern.compile("(?m)^c=IN IP4 ([^\\s/]+)");
    private static final Pattern AUDIO = Pattern.compile("(?m)^m=audio (\\d+) \\S+ (\\d+)");
    private static final Pattern EVENTS =
            Pattern.compile("(?mi)^a=rtpmap:(\\d+) telephone-event/8000");

    /**
     * The description in a message; null when its body is none. Without events the payload is -1.
     */
    static @Nullable Sdp of(SipMessage message) {
        Matcher address = ADDRESS.matcher(message.body());
        Matcher audio = AUDIO.matcher(message.body());
        if (!address.find() || !audio.find()) return null;
        Matcher events = EVENTS.matcher(message.body());
        int payload = events.find() ? Integer.parseInt(events.group(1)) : -1;
        try {
            InetAddress host = InetAddress.getByName(address.group(1));
            int port = Integer.parseInt(audio.group(1));
            Law first = audio.group(2).equals("8") ? Law.A : Law.MU;
            return new Sdp(new InetSocketAddress(host, port), payload, first);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        String host = media.getAddress().getHostAddress();
        String events = eventPayload < 0 ? "" : " " + eventPayload;
        StringBuilder text = new StringBuilder();
        text.append("v=0\r\no=bench 1 1 IN IP4 ").append(host);
        text.append("\r\ns=bench\r\nc=IN IP4 ").append(host);
        text.append("\r\nt=0 0\r\nm=audio ").append(media.getPort());
        text.append(" RTP/AVP ").append(law.payload()).append(events);
        text.append("\r\na=rtpmap:").append(law.payload());
        text.append(' ').append(law.encoding()).append("/8000\r\n");
        if (eventPayload >= 0) {
            text.append("a=rtpmap:").append(eventPayload).append(" telephone-event/8000\r\n");
            text.append("a=fmtp:").append(eventPayload).append(" 0-16\r\n");
        }
        return text.append("a=ptime:20\r\na=sendrecv\r\n").toString();
    }
}
