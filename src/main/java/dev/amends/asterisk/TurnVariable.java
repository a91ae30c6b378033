package dev.amends.asterisk;

import java.util.List;

/** The dialplan's variables that a turn sets; each begins with {@code AMENDS_} there. */
enum TurnVariable {
    /** 1: the turn was answered. */
    OK,
    /**
     * The verb: ask, say, record, join, reach, ring, meet, hold, goodbye, connect, keep or nothing.
     */
    DO,
    /** Prompts to play, joined by {@code &}. */
    SAY,
    /** How many keys to wait for at most; fewer end with {@code #}. */
    MAX,
    /** How many seconds to wait for a key after the prompts, to hold, or to keep a rep. */
    SECONDS,
    /** The queue to join. */
    QUEUE,
    /** The place in it, from 1; empty means the end. */
    PLACE,
    /** How many seconds to stay in it; empty means without limit. */
    PATIENCE,
    /** Prompts for the rep, joined by {@code &}. */
    BRIEF,
    /** The part of it that says what it is about. */
    MATTER,
    /**
     * 1: he came upset, or is upset when he is called, and his rep may need a breather afterwards.
     */
    UPSET,
    /** The promise that the prompts speak: marked as said before the first word. */
    MARK,
    /** The promise that is over once a rep has spoken with who joins now. */
    KEEPS,
    /** The file to record into, without its ending. */
    FILE,
    /** With him on the line is recorded into files whose names begin so; empty: as before. */
    RECORD,
    /**
     * What he told, for his rep to hear: files joined by {@code &}, or {@code none}; empty: as
     * before.
     */
    STORY,
    /** What to dial. */
    DIAL,
    /** How many seconds to let it ring. */
    RING,
    /** After how many seconds the answered call is ended. */
    LASTS,
    /** The caller id to show. */
    CID,
    /** The line that a promised caller is called for. */
    FOR,
    /** The language of the called person: that of the call in which he asked. */
    LANG,
    /** The dialogue to ask next. */
    NEXT,
    /** What to give back with it. */
    STATE;

    static final List<TurnVariable> ALL = List.of(values());

    private final String inDialplan = "AMENDS_" + name();

    /** Its name there. */
    String inDialplan() {
        return inDialplan;
    }
}
