package dev.amends.dialing;

import dev.amends.caller.NumberVerdict;
import dev.amends.promise.CallTime;
import dev.amends.promise.Surveys.Kept;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether somebody who was called back is called once more, to be asked how it was. First rule that
 * speaks wins: he has said so already; we still owe him something; he was asked lately; his number
 * may not be called; it has become too late; it could not be dialled; not at this hour; not again
 * at once. One call at most: whoever does not answer it is not asked.
 */
final class SurveyPolicy {

    /** So long after its time somebody may still be asked: over a weekend. */
    static final Duration LATEST = Duration.ofDays(3);

    /** So often a call is tried that was surely not dialled, */
    static final int MOST_VOIDS = 3;

    /** and so long after the last time. */
    static final Duration VOID_PAUSE = Duration.ofMinutes(2);

    private SurveyPolicy() {}

    /**
     * What is known.
     *
     * @param number whether his number may be called at all
     * @param time whether his phone may ring at this moment
     */
    record Facts(Kept kept, NumberVerdict number, CallTime time, Instant now) {}

    /** The answer, with its reason. */
    sealed interface Survey {

        String reason();

        /** He is called. */
        record Ask(String reason) implements Survey {}

        /** Not yet. */
        record Wait(String reason) implements Survey {}

        /** Never for this promise. */
        record LeaveOut(String reason) implements Survey {}
    }

    /** Decides about a promise whose time for it has come. */
    static Survey decide(Facts facts, SurveySettings.OfLine line) {
        Kept kept = facts.kept();
        if (kept.marked()) {
            return new Survey.LeaveOut("he gave the call a mark when it was over");
        }
        if (kept.promised() || kept.task()) {
            return new Survey.LeaveOut(
                    kept.task()
                            ? "a person has to call him"
                            : "something is still promised to him");
        }
        if (kept.asked().filter(at -> facts.now().isBefore(at.plus(line.again()))).isPresent()) {
            return new Survey.LeaveOut("he was called for that within " + days(line.again()));
        }
        if (!(facts.number() instanceof NumberVerdict.Allowed)) {
            return new Survey.LeaveOut("he may not be called: " + facts.number().reason());
        }
        return inTime(facts, line);
    }

    private static Survey inTime(Facts facts, SurveySettings.OfLine line) {
        Kept kept = facts.kept();
        Instant due = kept.promise().at().plus(line.after());
        if (facts.now().isAfter(due.plus(LATEST)) || facts.time() instanceof CallTime.Never) {
            return new Survey.LeaveOut("it has become too late: " + facts.time().reason());
        }
        if (kept.voids() >= MOST_VOIDS) {
            return new Survey.LeaveOut("the call could not be placed, " + MOST_VOIDS + " times");
        }
        if (!(facts.time() instanceof CallTime.Now)) {
            return new Survey.Wait(facts.time().reason());
        }
        return kept.lastVoid().filter(at -> facts.now().isBefore(at.plus(VOID_PAUSE))).isPresent()
                ? new Survey.Wait("a call could not be placed just now")
                : new Survey.Ask("was called back, and is to be asked how it was");
    }

    private static String days(Duration time) {
        return time.toDays() + (time.toDays() == 1 ? " day" : " days");
    }
}
