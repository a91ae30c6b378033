package dev.amends.bench;

/**
 * How a phone's side of one call sounds.
 *
 * @param toneHz the tone it sends all the time, 0 for silence; take one of {@link Ear#LEG_TONES}
 * @param keys how it sends keys
 * @param eventPayload the RTP payload type it offers for telephone-event (101 is usual, SIPp has
 *     96)
 * @param displayName the caller's name as the INVITE gives it, empty for none
 * @param law how its sound is coded
 */
public record Leg(int toneHz, KeyStyle keys, int eventPayload, String displayName, Law law) {
    /** How keys are sent. */
    public enum KeyStyle {
        /** As events in the RTP stream. */
        RFC4733,
        /** As SIP INFO, application/dtmf-relay; telephone-event is not offered then. */
        INFO
    }

    /** A leg that sends silence and RFC 4733 keys as payload type 101. */
    public static Leg silent() {
        return tone(0);
    }

    /** A leg that sends a tone, and RFC 4733 keys as payload type 101. */
    public static Leg tone(int hz) {
        return new Leg(hz, KeyStyle.RFC4733, 101, "", Law.MU);
    }

    /** The same leg with keys by SIP INFO. */
    public Leg withInfoKeys() {
        return new Leg(toneHz, KeyStyle.INFO, eventPayload, displayName, law);
    }

    /** The same leg with another payload type for its keys. */
    public Leg withEventPayload(int payload) {
        return new Leg(toneHz, KeyStyle.RFC4733, payload, displayName, law);
    }

    /** The same leg with a caller's name. */
    public Leg withDisplayName(String name) {
        return new Leg(toneHz, keys, eventPayload, name, law);
    }

    /** The same leg, which codes its sound so and understands nothing else. */
    public Leg withLaw(Law only) {
        return new Leg(toneHz, keys, eventPayload, displayName, only);
    }

    int offeredPayload() {
        return keys == KeyStyle.INFO ? -1 : eventPayload;
    }
}
