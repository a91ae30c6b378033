package dev.amends.care;

import dev.amends.caller.CallId;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is remembered of calls that are over, in memory. */
public final class FakeAfterCalls implements AfterCalls {

    /** By call, the last word on each. */
    public final Map<CallId, Closing> closings = new LinkedHashMap<>();

    public final Map<CallId, SurveyMark> marks = new LinkedHashMap<>();
    public final Map<CallId, Boolean> solved = new LinkedHashMap<>();
    private boolean broken;

    /** From now on nothing can be committed. */
    public void breaks() {
        broken = true;
    }

    @Override
    public void closed(Closing closing) {
        commit();
        closings.put(closing.call().id(), closing);
    }

    @Override
    public void marked(CallRef call, SurveyMark mark, Instant at) {
        commit();
        marks.put(call.id(), mark);
    }

    @Override
    public void said(CallRef call, boolean isSolved, Instant at) {
        commit();
        solved.put(call.id(), isSolved);
    }

    private void commit() {
        if (broken) {
            throw new IllegalStateException("no disk");
        }
    }
}
