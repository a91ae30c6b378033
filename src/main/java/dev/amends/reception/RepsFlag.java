package dev.amends.reception;

import dev.amends.caller.Flag;
import dev.amends.caller.FlagKind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flag that a rep set by a code in a call, as the dialplan posts it: {@code upset-1.PJSIP/5001}
 * or {@code abusive.Local/5001@from-queue}.
 */
record RepsFlag(FlagKind kind, String reason, String by) {

    /** The dialogue by which it comes. */
    static final String NAME = "flag";

    private static final Pattern POSTED =
            Pattern.compile("(upset-[1-4]|abusive)\\.([A-Za-z0-9/_@.-]{0,120})");

    /** Nothing when it is not one of ours. */
    static Optional<RepsFlag> read(String posted) {
        Matcher matcher = POSTED.matcher(posted);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String what = matcher.group(1);
        FlagKind kind = what.equals("abusive") ? FlagKind.ABUSIVE : FlagKind.UPSET;
        return Optional.of(new RepsFlag(kind, reason(what), matcher.group(2)));
    }

    private static String reason(String what) {
        return switch (what) {
            case "upset-1" -> "waited too long";
            case "upset-2" -> "problem not solved";
            case "upset-3" -> "treated badly";
            case "upset-4" -> "other";
            default -> what;
        };
    }

    /** The same by this name of the rep. */
    RepsFlag by(String name) {
        return new RepsFlag(kind, reason, name);
    }

    Flag from(Instant now, Duration fades) {
        return new Flag(kind, reason, by, now, now.plus(fades));
    }
}
