package dev.amends.simulation;

import static dev.amends.speech.CataloguePrompt.ALREADY_PROMISED;
import static dev.amends.speech.CataloguePrompt.CALLED_BACK_PRESS_2;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BEFORE;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BETWEEN;
import static dev.amends.speech.CataloguePrompt.CHOICE;
import static dev.amends.speech.CataloguePrompt.CHOICE_AFTER_WAIT;
import static dev.amends.speech.CataloguePrompt.HOW_CAN_WE_HELP;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_OR_ANOTHER;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_PRESS_1;
import static dev.amends.speech.CataloguePrompt.KEEP_OR_CANCEL;
import static dev.amends.speech.CataloguePrompt.KEEP_WAIT_OR_CANCEL;
import static dev.amends.speech.CataloguePrompt.KEY_IN_NUMBER;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_AT;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.LATER_CHOICE;
import static dev.amends.speech.CataloguePrompt.LATER_NOT_BACK;
import static dev.amends.speech.CataloguePrompt.LATER_WHEN;
import static dev.amends.speech.CataloguePrompt.LATE_FINE_OTHER_NEVER;
import static dev.amends.speech.CataloguePrompt.MAY_WE_RECORD;
import static dev.amends.speech.CataloguePrompt.SAME_MATTER;
import static dev.amends.speech.CataloguePrompt.SPEAK_LATER_NEVER;
import static dev.amends.speech.CataloguePrompt.STORY_OFFER;
import static dev.amends.speech.CataloguePrompt.WAIT_OR_BE_CALLED;
import static dev.amends.speech.CataloguePrompt.WE_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.WHAT_IS_IT_ABOUT;

import dev.amends.caller.PhoneNumber;
import dev.amends.rehearsal.Person;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who calls: what he is like, which keys he presses at what he hears, and what he
 * remembers. Of our tables he knows nothing.
 */
final class Caller {

    private static final Set<Prompt> PROMISES =
            prompts(
                    WE_WILL_CALL_YOU,
                    CALL_YOU_BETWEEN,
                    CALL_YOU_BEFORE,
                    WE_CALL_YOU,
                    ALREADY_PROMISED,
                    LATER_CALLED_BACK,
                    LATER_CALLED_BACK_AT,
                    LATER_CALLED_BACK_TOMORROW_AT);

    private static final String ANOTHER_TIME = "3";

    /** He presses nothing, or a key that means nothing, one time in so many. */
    private static final int FUMBLES_ONE_IN = 25;

    final String name;
    final PhoneNumber number;
    final ZoneId zone;
    final Person person;
    final Wish wish;
    private final Fate fate;
    final Memory memory = new Memory();

    /** What he would like. */
    enum Wish {
        WAIT,
        CALL_BACK,
        /** Speaks with a rep, who then promises him another call. */
        CALL_BY_HIS_REP
    }

    Caller(String name, PhoneNumber number, ZoneId zone, Person person, Wish wish, Fate fate) {
        this.name = name;
        this.number = number;
        this.zone = zone;
        this.person = person;
        this.wish = wish;
        this.fate = fate;
    }

    /** What he remembers, in true time. */
    static final class Memory {
        /** When he last heard that he will be called. */
        Optional<Instant> promised = Optional.empty();

        /** When he last spoke with a rep for long enough. */
        Optional<Instant> served = Optional.empty();

        /** The same, once word of it had reached us. */
        Optional<Instant> servedOnRecord = Optional.empty();

        /** When he last said that he needs no call. */
        Optional<Instant> wantsNoMore = Optional.empty();

        /** When he last heard that he will not be called. */
        Optional<Instant> cancelled = Optional.empty();

        /** Since when he waits on the line in the place of a promise, as he was told. */
        Optional<Instant> waitsHimself = Optional.empty();

        /** When we put him on the block list. */
        Optional<Instant> blocked = Optional.empty();

        /** When he last asked to be called. */
        Optional<Instant> asked = Optional.empty();

        /** What the clock on the wall showed then. */
        Instant askedByTheClock = Instant.MIN;

        /** Not to be called before this, as he was told when he last called us; by the wall. */
        Optional<Instant> time = Optional.empty();

        /** When something else was promised to him. */
        Optional<Instant> action = Optional.empty();

        /** He has asked to be called; whatever ended an earlier promise does not end this one. */
        void asks(Instant now, Instant clock) {
            asked = Optional.of(now);
            askedByTheClock = clock;
            servedOnRecord = Optional.empty();
            cancelled = Optional.empty();
        }

        /**
         * A conversation that ended at this time by the clock, which is written down in whole
         * seconds, can't be told from one before he asked if both happened to be then: the clock
         * was put back meanwhile. Nor can it if it ended in the future of what the clock shows by
         * now: he may have asked before it was put back once, or twice.
         */
        void servedOnRecord(Instant now, Instant ended, Instant clock) {
            Instant asked = askedByTheClock;
            boolean untold =
                    !asked.isBefore(ended)
                            && (asked.isBefore(ended.plusSeconds(3)) || ended.isAfter(clock));
            servedOnRecord = untold ? servedOnRecord : Optional.of(now);
        }

        /** Whether he is still owed a call. */
        boolean owed() {
            return promised.isPresent()
                    && !since(served)
                    && !since(wantsNoMore)
                    && blocked.isEmpty();
        }

        /** Whether this was after he last heard that he will be called. */
        boolean since(Optional<Instant> what) {
            return what.filter(at -> promised.filter(at::isBefore).isEmpty()).isPresent();
        }
    }

    /** As his telephone shows it to us. */
    String callerId() {
        return number.e164().substring(2);
    }

    /** Whether these words promise him a call. */
    static boolean promised(List<Prompt> words) {
        return words.stream().anyMatch(PROMISES::contains);
    }

    /** The keys that he presses at these words. */
    String keys(List<Prompt> words) {
        if (fate.oneIn(FUMBLES_ONE_IN)) {
            return fate.of(List.of("", "*", "7"));
        }
        if (hears(words, IF_RIGHT_PRESS_1)) {
            return "1";
        }
        if (hears(words, IF_RIGHT_OR_ANOTHER)) {
            return fate.of(List.of("1", ANOTHER_TIME));
        }
        if (hears(words, MAY_WE_RECORD, STORY_OFFER)) {
            return fate.of(List.of("1", "1", "2", "2", ""));
        }
        if (hears(words, SAME_MATTER, WHAT_IS_IT_ABOUT, HOW_CAN_WE_HELP)) {
            return fate.of(List.of("1", "1", "2", ""));
        }
        if (hears(words, KEY_IN_NUMBER)) {
            return callerId();
        }
        if (hears(words, CHOICE, CHOICE_AFTER_WAIT, WAIT_OR_BE_CALLED, CALLED_BACK_PRESS_2)) {
            return wish == Wish.CALL_BACK ? "2" : "1";
        }
        if (hears(words, LATER_CHOICE)) {
            return "2";
        }
        if (hears(words, LATER_WHEN, LATER_NOT_BACK)) {
            return fate.of(List.of("1", "2", "3"));
        }
        return hears(words, KEEP_WAIT_OR_CANCEL)
                ? fate.of(List.of("1", "2", "2", "3"))
                : hears(words, KEEP_OR_CANCEL) ? fate.of(List.of("1", "1", "3")) : "";
    }

    /** The key that he presses when we call him. */
    String keysWhenCalled(List<Prompt> words) {
        return hears(words, SPEAK_LATER_NEVER, LATE_FINE_OTHER_NEVER)
                ? fate.of(List.of("1", "1", "1", "1", "1", "1", "2", "3", "", "9"))
                : keys(words);
    }

    static boolean hears(List<Prompt> words, CataloguePrompt... any) {
        return Arrays.stream(any).map(CataloguePrompt::prompt).anyMatch(words::contains);
    }

    private static Set<Prompt> prompts(CataloguePrompt... all) {
        return Stream.of(all).map(CataloguePrompt::prompt).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
