package dev.amends.asterisk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.LongAdder;

/** What happened to the turns so far. */
final class TurnCounters {

    private static final Logger log = LoggerFactory.getLogger(TurnServer.class);

    /** The dialplan took over the answer. */
    final LongAdder answered = new LongAdder();

    /** Nobody had an answer: the call went on by itself. */
    final LongAdder unanswered = new LongAdder();

    /** The caller hung up in the middle. */
    final LongAdder hungUp = new LongAdder();

    final RareLog wrongKey =
            new RareLog(log, "Refused a FastAGI connection whose AMENDS_KEY is not ours");
    final RareLog malformed = new RareLog(log, "Closed a FastAGI connection that is not a turn's");
    final RareLog late = new RareLog(log, "A turn took too long and was closed");
    final RareLog refused = new RareLog(log, "Closed a FastAGI connection: too many at once");
    final RareLog failed = new RareLog(log, "A turn could not be answered");
}
