package dev.amends.caller;

import java.time.Instant;

/**
 * A rep's or supervisor's mark on a caller: what it says, why, since when, and when it fades out by
 * itself.
 *
 * @param by who set it: a rep as his queue knows him, such as {@code PJSIP/5001}; empty when it was
 *     an order from the command line
 */
public record Flag(FlagKind kind, String reason, String by, Instant since, Instant fadesAt) {

    /** An upset caller, flagged from the command line. */
    public Flag(String reason, Instant since, Instant fadesAt) {
        this(FlagKind.UPSET, reason, "", since, fadesAt);
    }
}
