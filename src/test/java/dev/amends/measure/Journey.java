package dev.amends.measure;

import java.net.InetSocketAddress;
import java.util.Set;

/**
 * One caller's way through the dialogue as the dialplan goes it: the next dialogue and its state
 * are those of the answer before.
 *
 * @param server who is asked
 * @param key what it is shown
 * @param number his caller id
 * @param call his channel's unique id
 */
record Journey(InetSocketAddress server, String key, String number, String call) {

    /** What an arrival may be answered with: the choice, or the queue at once. */
    static final Set<String> ARRIVED = Set.of("ask", "join");

    private static final int MOST_TURNS = 6;

    /** The first turn. */
    Asked arrival() {
        return new Asked("arrival", "", "", number, call, ARRIVED);
    }

    /** The turn after an answer. */
    Asked after(Exchange before, String heard, String... verbs) {
        return new Asked(
                before.answered("NEXT"),
                before.answered("STATE"),
                heard,
                number,
                call,
                Set.of(verbs));
    }

    /**
     * Goes until he is in a queue, keeping on waiting whatever is offered.
     *
     * @throws IllegalStateException when he never gets there
     */
    Exchange untilQueued() {
        Exchange last = ask(arrival());
        for (int n = 0; n < MOST_TURNS && !last.answered("DO").equals("join"); n++) {
            String heard = last.answered("DO").equals("ask") ? "1" : "";
            last = ask(after(last, heard, "ask", "say", "join"));
        }
        return last;
    }

    /** Asks a turn that has to be answered rightly. */
    Exchange ask(Asked asked) {
        Tally tally = new Tally();
        Exchange exchange = new MockPbx(server, key, () -> asked).once(tally);
        if (tally.good() != 1) {
            throw new IllegalStateException(asked + ": " + tally.complaints().keySet());
        }
        return exchange;
    }
}
