package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An INVITE that SIPp's callee wrote into its log. */
public record LoggedInvite(Instant at, String calledUser, String fromUser, String callId) {
    private static final Pattern LINE =
            Pattern.compile("INVITE (\\d+)\\.\\d+ (\\d+)\\.\\d+ (\\S*) (\\S*) (\\S+)");

    /** The INVITE in a line of the log; null for any other line. */
    static @Nullable LoggedInvite parse(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) return null;
        long seconds = Long.parseLong(found.group(1));
        long nanos = Long.parseLong(found.group(2)) * 1_000;
        Instant at = Instant.ofEpochSecond(seconds, nanos);
        return new LoggedInvite(at, found.group(3), found.group(4), found.group(5));
    }
}
