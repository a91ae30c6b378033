package dev.amends.bench;

import java.time.Duration;

/**
 * One caller of a SIPp run.
 *
 * @param number the caller id
 * @param first the keys pressed first; empty keys for none
 * @param second the keys pressed next, counted from the end of the first
 * @param stay how long the caller stays after that before hanging up
 */
public record SippCaller(String number, Press first, Press second, Duration stay) {
    /** SIPp plays keys in the background, and new keys cut off what is still playing. */
    private static final Duration PER_KEY = Duration.ofMillis(500);

    /** Keys, and how long to wait before them. */
    public record Press(Duration after, String keys) {
        static final Press NOTHING = new Press(Duration.ZERO, "");

        /** Rejects what is no key; SIPp would fall silent. */
        public Press {
            if (!keys.matches("[0-9*#A-D]*")) throw new IllegalArgumentException(keys);
        }

        Duration length() {
            return PER_KEY.multipliedBy(keys.length());
        }
    }

    /** A caller who presses nothing. */
    public static SippCaller waiting(String number, Duration stay) {
        return new SippCaller(number, Press.NOTHING, Press.NOTHING, stay);
    }

    /** A caller who presses keys once. */
    public static SippCaller pressing(String number, Press keys, Duration stay) {
        return new SippCaller(number, keys, Press.NOTHING, stay);
    }

    /** The line of the injection file of {@code caller.xml}. */
    String line() {
        long beforeSecond = first.length().plus(second.after).toMillis();
        long staying = second.length().plus(stay).toMillis();
        return String.join(
                ";",
                number,
                "" + first.after.toMillis(),
                first.keys,
                "" + beforeSecond,
                second.keys,
                "" + staying);
    }
}
