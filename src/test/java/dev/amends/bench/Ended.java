package dev.amends.bench;

import java.time.Instant;

/**
 * How a call ended.
 *
 * @param by who ended it
 * @param status 200 after a conversation, else the SIP status that refused or cancelled the INVITE
 * @param cause the Q.850 cause of the other side's Reason header, 0 when it gave none
 * @param at when
 */
public record Ended(By by, int status, int cause, Instant at) {
    /** Who can end a call. */
    public enum By {
        /** This phone. */
        US,
        /** The other side. */
        THEM,
        /** Nobody: no answer came, or the phone was closed before one could. */
        NOBODY
    }

    static Ended by(By who, int status, SipMessage message) {
        String reason =
                message.text("Reason").replaceFirst("(?is).*Q\\.850.*?cause=(\\d+).*", "$1");
        int cause = reason.matches("\\d{1,3}") ? Integer.parseInt(reason) : 0;
        return new Ended(who, status, cause, Instant.now());
    }

    static Ended by(By who, int status) {
        return new Ended(who, status, 0, Instant.now());
    }
}
