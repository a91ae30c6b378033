package dev.amends.care;

import java.time.Instant;

/**
 * What is remembered of calls once they are over. Each change is committed on return; the same told
 * twice is remembered once, and what is told later corrects what was told before.
 */
public interface AfterCalls {

    /** A rep has said what came of a call. */
    void closed(Closing closing);

    /** The caller gives the call a mark, from {@link SurveyMark#WORST} to best. */
    void marked(CallRef call, SurveyMark mark, Instant at);

    /** The caller says whether his problem is solved. */
    void said(CallRef call, boolean solved, Instant at);
}
