package dev.amends.bench;

import java.time.Instant;

/**
 * An INVITE that began a call to one of a phone's users; repeated ones and re-INVITEs are none.
 *
 * @param at when it came
 * @param calledUser who was called
 * @param fromUser the caller id
 * @param nth the how manyth INVITE for this user, from 1
 * @param message the whole of it
 */
public record Invite(Instant at, String calledUser, String fromUser, int nth, SipMessage message) {
    /** The SIP Call-ID. */
    public String callId() {
        return message.callId();
    }

    /** The caller's name, empty when there is none. */
    public String fromName() {
        return message.from().display();
    }

    @Override
    public String toString() {
        return "INVITE %d for %s from %s at %s".formatted(nth, calledUser, fromUser, at);
    }
}
