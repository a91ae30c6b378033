package dev.amends.caller;

import java.time.Instant;
import java.util.List;

/** What is remembered of callers. */
public interface CallerBook {

    /**
     * What is known of a number.
     *
     * @param since calls and hang-ups before this are not counted
     * @param now flags that fade before this are left out
     */
    CallerHistory history(PhoneNumber number, Instant since, Instant now);

    /**
     * Flags the person behind a number until {@code flag.fadesAt()}; a new flag replaces an older
     * one of its kind. Committed on return.
     */
    void flag(PhoneNumber number, Flag flag);

    /**
     * Flags whoever makes that call. Committed on return.
     *
     * @return false when nobody is known to have made it: his number is withheld, or the call is
     *     not on record
     */
    boolean flag(CallId call, Flag flag);

    /**
     * The flags, the newest first.
     *
     * @param now flags that fade before this are left out unless {@code withFaded}, and so are
     *     those that were replaced
     */
    List<FlagOnRecord> flags(Instant now, boolean withFaded, int most);

    /** Whether a person has put this number on the block list. */
    boolean blocked(PhoneNumber number);

    /** Puts a number on the block list: it is never called. Committed on return. */
    void block(PhoneNumber number, String reason, Instant now);

    /** Takes a number off the block list; false when it was not on it. Committed on return. */
    boolean unblock(PhoneNumber number);

    /**
     * Two numbers are one person's, as our own people know: history, flags, matters, promises and
     * tasks of the second go to the first. Committed on return.
     */
    Linking link(PhoneNumber number, PhoneNumber joins, Instant now);

    /** They are not, after all: what came along goes back. Committed on return. */
    Linking unlink(PhoneNumber number, Instant now);

    /**
     * Remembers that a call came and what was decided; of a call that is told twice the first
     * decision stays, unless that was {@link Arrival#NOT_ROUTED}. Written behind, in groups: never
     * blocks.
     */
    void arrived(Arrival arrival);

    /** Remembers that a rep took that call. Written behind. */
    void answered(CallId call, Instant at);

    /** Remembers that a call ended because its caller hung up while waiting. Written behind. */
    void hungUpWaiting(CallId call, Instant at);
}
