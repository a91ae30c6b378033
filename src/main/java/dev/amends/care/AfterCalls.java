package dev.amends.care;

import java.time.Instant;

/**
 * What is remembered of calls once they are over. Each change is committed on return; the same told
 * twice is remembered once, and what is told later corrects what was told before.
 */
public interface AfterCalls {

    /**
     * A rep has said what came of a call: its caller's matter is closed when it is solved, what was
     * promised is promised, and that it is not solved is remembered of him. What he says again
     * corrects all of it, in one transaction: a promise that he takes back is withdrawn, a matter
     * that is not solved after all is open again.
     */
    void closed(Closing closing);

    /** The caller gives the call a mark, from {@link SurveyMark#WORST} to best. */
    void marked(CallRef call, SurveyMark mark, Instant at);

    /** The caller says whether his problem is solved. */
    void said(CallRef call, boolean solved, Instant at);
}
