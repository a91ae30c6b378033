package dev.amends.reception;

import dev.amends.caller.CallId;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that happened in a call, as the dialplan posts it: {@code limit.02.1764336000}, of the
 * call and by the rep of {@code 1764335900.12:PJSIP/5001}.
 *
 * @param why what made a call a hard one; empty elsewhere
 * @param call the call in which it happened, or the attempt if we had called him
 * @param rep the queue's member as far as the dialplan knows his name, such as {@code PJSIP/5001}
 * @param number the how manieth limit, or how many seconds of wrap-up the rep has; else 0
 */
record FloorNews(What what, String why, CallId call, String rep, int number, Instant at) {

    /** The dialogue by which it comes. */
    static final String NAME = "floor";

    private static final Pattern OF = Pattern.compile("([^:]{1,64}):([!-~&&[^:]]{1,120})");
    private static final Pattern POSTED =
            Pattern.compile("([a-z]+)(?:-([a-z]+))?\\.([0-9]{1,5})\\.([0-9]{1,11})");

    /** What it was. */
    enum What {
        /** Both heard a limit. */
        LIMIT,
        /** The rep asked for help, or a limit or a flag did it for him. */
        HELP,
        /** The rep hands the call to a supervisor, whom the caller asks for. */
        SUPERVISOR,
        /** A supervisor speaks with both. */
        JOINED,
        /** Somebody accepted the call that was handed to him. */
        HANDED,
        /** A supervisor took the call over. */
        TAKEN,
        /** The rep ended the call, after the last limit. */
        ENDED,
        /** A hard call is over for its rep. */
        HARD;

        private static Optional<What> of(String word) {
            return Arrays.stream(values())
                    .filter(what -> what.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /** Nothing when it is not one of ours. */
    static Optional<FloorNews> read(String state, String heard) {
        Matcher of = OF.matcher(state);
        Matcher posted = POSTED.matcher(heard);
        if (!of.matches() || !posted.matches() || !CallId.fits(of.group(1))) {
            return Optional.empty();
        }
        return What.of(posted.group(1))
                .map(what ->
                        new FloorNews(
                                what,
                                Optional.ofNullable(posted.group(2)).orElse(""),
                                new CallId(of.group(1)),
                                of.group(2),
                                Integer.parseInt(posted.group(3)),
                                Instant.ofEpochSecond(Long.parseLong(posted.group(4)))));
    }
}
