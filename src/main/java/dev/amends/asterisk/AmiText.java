package dev.amends.asterisk;

import dev.amends.promise.AttemptId;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What may stand in an AMI action, and what is believed of an event. A line break in a header would
 * be a second action and a comma in a variable a second variable: neither gets through here.
 */
final class AmiText {

    private static final int LONGEST = 900;
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,60}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:-]{1,200}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,80}");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9/@._:+*~&-]{0,800}");
    private static final Pattern DEVICE = Pattern.compile("[!-~]{1,160}");

    private static final String RING = "ring-";

    private AmiText() {}

    /**
     * A header's value as it may be sent.
     *
     * @throws IllegalArgumentException when it is not one to 900 printable ASCII characters
     */
    static String value(String text) {
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 127);
        if (text.isEmpty() || text.length() > LONGEST || !printable) {
            throw new IllegalArgumentException("not a value for an AMI header");
        }
        return text;
    }

    /** The name of a global variable: upper case letters, digits and underscores. */
    static String variable(String name) {
        return require(VARIABLE, name, "name of a variable");
    }

    /** A word of letters, digits and {@code _.:-}: a variable's value, a context's name. */
    static String plain(String text) {
        return require(PLAIN, text, "plain word");
    }

    /**
     * An id for an action whose answer is a list: nobody can guess it, so whatever bears it belongs
     * to the answer, and a caller id with line breaks in it can't.
     */
    static String freshId() {
        return UUID.randomUUID().toString();
    }

    /** The unique id of the pair that rings for an attempt, beside its placeholder. */
    static String ring(AttemptId attempt) {
        return RING + attempt.value();
    }

    /**
     * A channel's unique id without the {@code ;1} or {@code ;2} of a Local channel's half; the
     * attempt's where it rings for one.
     */
    static String whole(String uniqueId) {
        boolean half = uniqueId.endsWith(";1") || uniqueId.endsWith(";2");
        String pair = half ? uniqueId.substring(0, uniqueId.length() - 2) : uniqueId;
        return pair.startsWith(RING) ? pair.substring(RING.length()) : pair;
    }

    /** The id of a call in an event, unless it is not like one. */
    static Optional<String> callId(String uniqueId) {
        return Optional.of(whole(uniqueId)).filter(id -> ID.matcher(id).matches());
    }

    /** The id of the attempt for which this channel rings, if it does. */
    static Optional<String> ringing(String uniqueId) {
        return Optional.of(uniqueId)
                .filter(id -> id.startsWith(RING))
                .map(AmiText::whole)
                .filter(AttemptId::fits);
    }

    /** The name of a queue in an event, unless it is not like one. */
    static Optional<String> queue(String name) {
        return Optional.of(name).filter(n -> QUEUE.matcher(n).matches());
    }

    /** The name of a rep's device in an event, unless it is not like one. */
    static Optional<String> device(String name) {
        return Optional.of(name).filter(n -> DEVICE.matcher(n).matches());
    }

    /** The name of a rep's device as it may be sent. */
    static String member(String name) {
        return require(DEVICE, name, "name of a device");
    }

    /** Names of queues and devices as they usually are, joined by {@code &}; or nothing. */
    static String names(String joined) {
        return require(NAMES, joined, "list of names");
    }

    /** A device without its technology and context: an extension, or as near as can be. */
    static String extension(String device) {
        String[] parts = device.split("[/@]", 3);
        return parts.length > 1 ? parts[1] : device;
    }

    private static String require(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not a " + what + " for an AMI action");
        }
        return text;
    }
}
