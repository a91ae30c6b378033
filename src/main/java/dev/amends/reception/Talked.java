package dev.amends.reception;

import dev.amends.promise.RepDevice;
import dev.amends.promise.Settler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a rep has spoken with somebody, as the dialplan posts it: {@code 95.1794225600.PJSIP/5001},
 * seconds, their end in seconds since 1970, and the rep as his queue knows him. It may come minutes
 * later.
 *
 * @param ended nothing where it was not told
 * @param rep nothing where the telephone system does not know him
 */
record Talked(Duration time, Optional<Instant> ended, Optional<RepDevice> rep) {

    private static final Pattern POSTED =
            Pattern.compile("([0-9]{1,6})(?:\\.([0-9]{1,11})(?:\\.([A-Za-z0-9/_.@-]{0,44}))?)?");

    /** Nothing when it is not one of ours. */
    static Optional<Talked> read(String posted) {
        Matcher m = POSTED.matcher(posted);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Talked(
                        Duration.ofSeconds(Integer.parseInt(m.group(1))),
                        Optional.ofNullable(m.group(2))
                                .map(end -> Instant.ofEpochSecond(Long.parseLong(end))),
                        Optional.ofNullable(m.group(3))
                                .filter(RepDevice::fits)
                                .map(RepDevice::new)));
    }

    /** Whether it was long enough for a conversation. */
    boolean conversation() {
        return time.compareTo(Settler.CONVERSATION) >= 0;
    }
}
