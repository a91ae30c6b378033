package dev.amends.asterisk;

import dev.amends.dialing.Hint;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Marks that Asterisk had no room for in its own database, and which the dialplan therefore told by
 * post. Remembered until they are forgotten like those that are written.
 */
public final class UnwrittenMarks {

    private static final Logger log = LoggerFactory.getLogger(UnwrittenMarks.class);

    /** Far more than calls can be under way; the oldest ones go first. */
    private static final int MOST = 10_000;

    private static final String FINAL = "end:";

    private final RareLog noRoom =
            new RareLog(log, "Asterisk can't write into its database (astdb): make room for it");
    private final Consumer<Hint> hints;
    private final Map<String, String> marks =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param hints told that there is something to look at
     */
    public UnwrittenMarks(Consumer<Hint> hints) {
        this.hints = hints;
    }

    /** A mark of this attempt or promise. Posts may overtake each other: an end stays the end. */
    void told(String id, String mark) {
        synchronized (marks) {
            marks.merge(id, mark, (before, now) -> before.startsWith(FINAL) ? before : now);
        }
        noRoom.happened(mark);
        boolean aboutPromise = mark.equals(Marks.SAID) || Marks.served(mark).isPresent();
        hints.accept(
                aboutPromise
                        ? new Hint.AboutPromise(new PromiseId(id))
                        : new Hint.AboutAttempt(new AttemptId(id)));
    }

    /**
     * The mark with this id: what was told is later than what is written, unless that is an end.
     */
    Optional<String> or(Optional<String> written, String id) {
        if (written.filter(mark -> mark.startsWith(FINAL)).isPresent()) {
            return written;
        }
        synchronized (marks) {
            return Optional.ofNullable(marks.get(id)).or(() -> written);
        }
    }

    void forget(String id) {
        synchronized (marks) {
            marks.remove(id);
        }
    }
}
