package dev.amends.simulation;

/**
 * What is injected. Those that strike a single step do so one time in so many; those with a zero
 * come over the whole place every few minutes and last for a while.
 */
enum Fault {
    AMENDS_KILLED(0, "Amends is killed"),
    AMENDS_KILLED_IN_A_STEP(2500, "Amends is killed before or after any step, in a commit too"),
    AMENDS_FROZEN(0, "Amends stands still, up to two minutes, in the middle of a step too"),
    PBX_KILLED(0, "Asterisk is killed and forgets the last second of its database"),
    PBX_FROZEN(0, "Asterisk stands still"),
    LINK_CUT(0, "no packet gets through between the two, noticed late"),
    CLOCK_JUMPS(0, "the clock jumps by up to an hour, either way"),
    STORE_FULL(0, "nothing can be written for a while"),
    STORE_REFUSES(300, "a statement fails"),
    COMMIT_UNANSWERED(400, "a commit succeeds and reports a failure"),
    STEP_SLOW(60, "the world goes on in the middle of a step"),
    ORDER_LOST(40, "an order does not arrive"),
    ORDER_LATE(40, "an order is carried out up to half a minute later"),
    ORDER_DOUBLED(40, "an order is carried out twice"),
    ANSWER_LOST(80, "an order is carried out, its answer is lost"),
    ANSWER_STALE(25, "an answer is older than what has happened since"),
    HINT_LOST(6, "an event is lost"),
    HINT_LATE(6, "an event comes late, after later ones"),
    HINT_DOUBLED(10, "an event comes twice"),
    TURN_LOST(120, "a question never arrives"),
    TURN_LATE(60, "a question arrives after its caller has given up"),
    TURN_DOUBLED(60, "a question arrives twice"),
    REPLY_LOST(120, "a reply never arrives"),
    TRUNK_FULL(12, "the carrier has no room"),
    TRUNK_SILENT(25, "the carrier rings for ever"),
    MESSAGE_FAILS(4, "a message can't be sent"),
    MESSAGE_UNANSWERED(8, "a message is sent, and a failure is reported"),
    REPS_GONE(0, "all reps are paused or gone"),
    REP_LEAVES(25, "the rep hangs up while it rings");

    final int oneIn;
    final String words;

    Fault(int oneIn, String words) {
        this.oneIn = oneIn;
        this.words = words;
    }
}
