package dev.amends.asterisk;

import dev.amends.promise.AttemptOutcome;

/** What a dialled call's end means, from Dial's status and the cause read straight after it. */
final class HangupCauses {

    private HangupCauses() {}

    static AttemptOutcome outcome(String dialStatus, int cause) {
        return switch (dialStatus) {
            case "BUSY" -> AttemptOutcome.BUSY;
            case "NOANSWER" -> AttemptOutcome.NO_ANSWER;
            // The rep hung up while it rang.
            case "CANCEL" -> AttemptOutcome.REP_LEFT;
            case "CONGESTION" -> byCause(cause, AttemptOutcome.CONGESTION);
            case "CHANUNAVAIL" -> byCause(cause, AttemptOutcome.FAILED);
            case "INVALIDARGS" -> AttemptOutcome.FAILED;
            default -> AttemptOutcome.UNKNOWN;
        };
    }

    /** By the causes of ITU-T Q.850, into which Asterisk translates SIP's answers. */
    private static AttemptOutcome byCause(int cause, AttemptOutcome otherwise) {
        return switch (cause) {
            case 17 -> AttemptOutcome.BUSY;
            case 18, 19 -> AttemptOutcome.NO_ANSWER;
            // 603: a person said no.
            case 21 -> AttemptOutcome.DECLINED;
            case 1, 3, 20, 22, 28 -> AttemptOutcome.FAILED;
            case 34, 38, 41, 42, 44, 47 -> AttemptOutcome.CONGESTION;
            default -> otherwise;
        };
    }
}
