package dev.amends.demo;

import java.time.Duration;
import java.util.List;

/**
 * A simulated caller: what he does when he calls, and what his phone does each time it is called.
 *
 * @param voice the tone by which others hear that it is he, in Hz
 * @param comes when he calls, from the beginning of the story
 * @param about who he is, in a few words
 * @param way how he calls
 * @param called what happens at his phone the first time it is called, the second time …
 */
record Person(
        String name,
        String number,
        int voice,
        Duration comes,
        String about,
        Way way,
        Deed deed,
        List<Pickup> called) {

    Person {
        called = List.copyOf(called);
    }

    /** How somebody calls. */
    enum Way {
        USUAL,
        WITHHELD,
        /** The number of those who are spoken to in Spanish. */
        SPANISH
    }

    /** What is seen of him when he calls. */
    String callerId() {
        return way == Way.WITHHELD ? "anonymous" : number;
    }

    /** The number he dials. */
    String dials() {
        return way == Way.SPANISH ? "701" : "700";
    }

    /** The same person, who calls in another way. */
    Person calling(Way other) {
        return new Person(name, number, voice, comes, about, other, deed, called);
    }

    /** What he does when he calls. */
    @FunctionalInterface
    interface Deed {
        void play(Caller caller);
    }

    /** What happens at his phone when he is called back. */
    enum Pickup {
        BUSY,
        /** It rings, and nobody is there. */
        NOBODY,
        /** It is answered, and no key is ever pressed. */
        MACHINE,
        /** He answers and presses 1. */
        SPEAKS,
        /** He answers and presses 3. */
        NO_LONGER
    }
}
