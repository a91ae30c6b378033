package dev.amends.dialing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what goes wrong with one attempt or promise from stopping the tick for all others: it is
 * logged with its id, and the next one has its turn. A telephone system that does not answer
 * concerns everybody and is not held up here.
 */
final class OneByOne {

    private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /** Does this for the attempt or promise with this id; false when it went wrong. */
    static boolean about(Object id, Runnable work) {
        try {
            work.run();
            return true;
        } catch (TelephoneDown e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} went wrong and is tried again later", id, e);
            return false;
        }
    }
}
