package dev.amends.reception;

import dev.amends.care.CallRef;
import dev.amends.care.Closing;
import dev.amends.care.Closing.Came;
import dev.amends.care.Closing.Mistake;
import dev.amends.care.Closing.Remedy;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Deed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rep keyed when a call was over, as the dialplan posts it: {@code
 * 3.refund.2.1.1..en.PJSIP/5001}, where what he left out is empty.
 *
 * @param code the kind of what he promised
 * @param due how long from now until it will have been done
 * @param team whether somebody else does it
 * @param language the caller's, as the telephone system names it
 * @param rep as the telephone system knows his channel
 */
record RepsClosing(
        Came came,
        String code,
        Duration due,
        boolean team,
        Optional<Mistake> mistake,
        Optional<Remedy> remedy,
        String language,
        String rep) {

    /** The dialogue by which it comes. */
    static final String NAME = "closing";

    private static final Pattern POSTED =
            Pattern.compile(
                    "([123])\\.([a-z0-9-]{0,31})\\.(.?)\\.(.?)\\.(.?)\\.(.?)\\.([A-Za-z0-9_]{0,20})"
                            + "\\.([A-Za-z0-9/_@.-]{0,120})");

    /** By key; who says nothing has it done by tomorrow. */
    private static final List<Duration> DUE =
            List.of(
                    Duration.ofHours(2),
                    Duration.ofDays(1),
                    Duration.ofDays(3),
                    Duration.ofDays(7));

    /** Nothing when it is not one of ours. */
    static Optional<RepsClosing> read(String posted) {
        Matcher m = POSTED.matcher(posted);
        return m.matches()
                ? Optional.of(
                        new RepsClosing(
                                chosen(Came.values(), m.group(1)).orElseThrow(),
                                Deed.fits(m.group(2)) ? m.group(2) : Deed.OTHER,
                                chosen(DUE.toArray(Duration[]::new), m.group(3))
                                        .orElse(Duration.ofDays(1)),
                                m.group(4).equals("2"),
                                chosen(Mistake.values(), m.group(5)),
                                chosen(Remedy.values(), m.group(6)),
                                m.group(7),
                                m.group(8)))
                : Optional.empty();
    }

    /** What a key stands for, by the order in which it is offered. */
    private static <E> Optional<E> chosen(E[] offered, String key) {
        int nth = key.matches("[1-9]") ? Integer.parseInt(key) : 0;
        return nth >= 1 && nth <= offered.length ? Optional.of(offered[nth - 1]) : Optional.empty();
    }

    Closing of(CallRef call, String rep, Optional<ActionPromise.Open> promised, Instant now) {
        return new Closing(call, rep, came, mistake, remedy, promised, now);
    }
}
