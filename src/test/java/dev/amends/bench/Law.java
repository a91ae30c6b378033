package dev.amends.bench;

/** The two laws of G.711 by which a leg codes its sound. */
public enum Law {
    /** PCMU, as in North America and Japan. */
    MU(0, "PCMU"),
    /** PCMA, as elsewhere. */
    A(8, "PCMA");

    private final int payload;
    private final String encoding;

    Law(int payload, String encoding) {
        this.payload = payload;
        this.encoding = encoding;
    }

    /** Its static RTP payload type (RFC 3551). */
    int payload() {
        return payload;
    }

    /** Its name in a session description. */
    String encoding() {
        return encoding;
    }

    short decode(byte code) {
        return this == MU ? Ulaw.decode(code) : Alaw.decode(code);
    }

    byte encode(short sample) {
        return this == MU ? Ulaw.encode(sample) : Alaw.encode(sample);
    }
}
