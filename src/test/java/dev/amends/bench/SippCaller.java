package dev.amends.bench;

import java.time.Duration;

/**
 * One caller of a SIPp run.
 *
 * @param number the caller id
 * @param first the keys pressed first; empty keys for none
 * @param second the keys pressed next, counted from the end of the first
 * @param stay how long the caller stays after that before hanging up
 * @param style how keys are sent; SIPp's RFC 4733 (payload type 96) needs root, SIP INFO does not
 */
public record SippCaller(
        String number, Press first, Press second, Duration stay, Leg.KeyStyle style) {
    /** SIPp plays RFC 4733 keys in the background, and new keys cut off what is still playing. */
    private static final Duration PER_KEY = Duration.ofMillis(500);

    /** Keys, and how long to wait before them. */
    public record Press(Duration after, String keys) {
        /** No keys, no wait. */
        public static final Press NOTHING = new Press(Duration.ZERO, "");

        /** Rejects what is no key; SIPp would fall silent. */
        public Press {
            if (!keys.matches("[0-9*#A-D]*")) throw new IllegalArgumentException(keys);
        }

        /** As the scenarios want them: never empty. */
        String line() {
            return keys + "-";
        }

        Duration length() {
            return PER_KEY.multipliedBy(keys.length());
        }
    }

    /** A caller who presses nothing. */
    public static SippCaller waiting(String number, Duration stay) {
        return new SippCaller(number, Press.NOTHING, Press.NOTHING, stay, Leg.KeyStyle.INFO);
    }

    /** A caller who presses keys twice by SIP INFO. */
    public static SippCaller pressing(String number, Press first, Press second, Duration stay) {
        return new SippCaller(number, first, second, stay, Leg.KeyStyle.INFO);
    }

    /** The same caller with keys as RFC 4733 events. */
    public SippCaller withRtpKeys() {
        return new SippCaller(number, first, second, stay, Leg.KeyStyle.RFC4733);
    }

    /** The line of the injection file of {@code caller.xml}. */
    String line() {
        boolean rtp = style == Leg.KeyStyle.RFC4733;
        Duration afterFirst = rtp ? first.length() : Duration.ZERO;
        Duration afterSecond = rtp ? second.length() : Duration.ZERO;
        return String.join(
                ";",
                number,
                "" + first.after.toMillis(),
                first.line(),
                "" + second.after.plus(afterFirst).toMillis(),
                second.line(),
                "" + stay.plus(afterSecond).toMillis(),
                rtp ? "rtp" : "info");
    }
}
