package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a telephone on the wire: RFC 4733 events and SIP INFO's application/dtmf-relay. */
final class Keys {
    /** The Content-Type of a key in a SIP INFO. */
    static final String INFO_TYPE = "application/dtmf-relay";

    private static final String EVENTS = "0123456789*#ABCD";
    private static final int PACKETS_PER_KEY = 5;
    private static final int END_PACKETS = 3;
    private static final int END_BIT = 0x80;
    private static final int VOLUME = 10;
    private static final Pattern SIGNAL =
            Pattern.compile("(?mi)^\\s*Signal\\s*=\\s*([0-9A-D*#])\\s*$");

    /** The 4 bytes of one event packet, and whether the RTP marker belongs on it. */
    record EventPacket(byte[] bytes, boolean first) {}

    private Keys() {}

    /** A key of 100 ms: five growing packets, and the last one twice more, with the end bit. */
    static List<EventPacket> packets(char key) {
        int event = EVENTS.indexOf(key);
        if (event < 0) throw new IllegalArgumentException("no such key: " + key);
        List<EventPacket> packets = new ArrayList<>();
        for (int i = 1; i <= PACKETS_PER_KEY; i++) {
            packets.add(new EventPacket(payload(event, VOLUME, i * Audio.FRAME), i == 1));
        }
        byte[] end = payload(event, END_BIT | VOLUME, (PACKETS_PER_KEY + 1) * Audio.FRAME);
        for (int i = 0; i < END_PACKETS; i++) packets.add(new EventPacket(end, false));
        return packets;
    }

    /** The key of a received event payload. */
    static char key(byte[] packet, int offset) {
        int event = packet[offset] & 0xFF;
        return event < EVENTS.length() ? EVENTS.charAt(event) : '?';
    }

    static String infoBody(char key) {
        return "Signal=" + key + "\r\nDuration=100\r\n";
    }

    /** The key in the body of a SIP INFO; null when there is none. */
    static @Nullable Character infoKey(String body) {
        Matcher signal = SIGNAL.matcher(body);
        return signal.find() ? signal.group(1).charAt(0) : null;
    }

    private static byte[] payload(int event, int flags, int duration) {
        return new byte[] {(byte) event, (byte) flags, (byte) (duration >> 8), (byte) duration};
    }
}
