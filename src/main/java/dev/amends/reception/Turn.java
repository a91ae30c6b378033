package dev.amends.reception;

import dev.amends.care.RecordingId;
import dev.amends.line.EffectiveArrival;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One answer: what the telephone system does next. {@code next} says which dialogue to ask
 * afterwards, with what state.
 */
public sealed interface Turn {

    /**
     * Play prompts (a key interrupts) and wait for keys.
     *
     * @param most how many keys at most; fewer end with {@code #}, which is not part of them
     */
    record Ask(List<Prompt> say, int most, Duration patience, Next next) implements Turn {
        public Ask {
            say = List.copyOf(say);
        }

        /** Asks for one key. */
        public Ask(List<Prompt> say, Duration patience, Next next) {
            this(say, 1, patience, next);
        }
    }

    /** Play prompts, then ask again. */
    record Say(List<Prompt> say, Next next) implements Turn {
        public Say {
            if (say.isEmpty()) {
                throw new IllegalArgumentException("nothing to say");
            }
            say = List.copyOf(say);
        }
    }

    /**
     * Enter a queue at once, as the place holds only for the moment in which it was computed; ask
     * again when he leaves it by a key or his patience ran out.
     *
     * @param position from 1; nothing means the end
     * @param patience nothing means without limit
     * @param arrival what he counts with in the one order
     * @param brief what the rep hears first
     * @param matter the part of it that says what it is about: for whom the call is handed to
     * @param upset whether he came upset: his rep may need a breather afterwards
     * @param endsWhenServed the promise that is over once a rep has spoken with him
     */
    record Join(
            String queue,
            OptionalInt position,
            Optional<Duration> patience,
            List<Prompt> brief,
            List<Prompt> matter,
            boolean upset,
            EffectiveArrival arrival,
            Optional<PromiseId> endsWhenServed,
            Next next)
            implements Turn {
        public Join {
            brief = List.copyOf(brief);
            matter = List.copyOf(matter);
        }

        /** Somebody with no open promise, of whom it is not known what it is about. */
        public Join(
                String queue,
                OptionalInt position,
                Optional<Duration> patience,
                List<Prompt> brief,
                EffectiveArrival arrival,
                Next next) {
            this(
                    queue,
                    position,
                    patience,
                    brief,
                    List.of(),
                    false,
                    arrival,
                    Optional.empty(),
                    next);
        }
    }

    /**
     * Ring one rep alone, with music for the caller; ask again if he has not answered.
     *
     * @param rep as the queue names him
     * @param brief what he hears before he is bridged
     * @param matter the part of it that says what it is about: for whom the call is handed to
     * @param upset whether he came upset: his rep may need a breather afterwards
     */
    record Reach(
            RepDevice rep,
            Duration ring,
            List<Prompt> brief,
            List<Prompt> matter,
            boolean upset,
            Next next)
            implements Turn {
        public Reach {
            brief = List.copyOf(brief);
            matter = List.copyOf(matter);
        }
    }

    /**
     * Bridge the called person with the rep who waits for him; ask again only if that rep has gone.
     */
    record MeetRep(Next next) implements Turn {}

    /**
     * Play prompts and hang up.
     *
     * @param speaks the promise that these prompts speak: its mark is written before the first word
     */
    record Goodbye(List<Prompt> say, Optional<PromiseId> speaks) implements Turn {
        public Goodbye {
            say = List.copyOf(say);
        }
    }

    /**
     * Play prompts, then music until the rep comes back; ask again when he has not within the
     * limit.
     *
     * @param tellRep what the rep hears of it, if he is still there
     */
    record Hold(List<Prompt> say, Duration limit, List<Prompt> tellRep, Next next) implements Turn {
        public Hold {
            say = List.copyOf(say);
            tellRep = List.copyOf(tellRep);
        }
    }

    /**
     * Play prompts which speak a promise, and hang up.
     *
     * @param tellRep what the rep hears of it, if he is still there
     */
    record Farewell(List<Prompt> say, PromiseId speaks, List<Prompt> tellRep) implements Turn {
        public Farewell {
            say = List.copyOf(say);
            tellRep = List.copyOf(tellRep);
        }
    }

    /**
     * Play prompts, then record what he says until he presses {@code #}; ask again with how that
     * ended.
     *
     * @param story under which it is kept
     */
    record Record(List<Prompt> say, RecordingId story, Duration most, Next next) implements Turn {
        public Record {
            say = List.copyOf(say);
        }
    }

    /**
     * The same turn; from now on the rest of the call is recorded whenever he speaks with a rep.
     *
     * @param recording under which that is kept
     */
    record Recorded(RecordingId recording, Turn then) implements Turn {}

    /**
     * The same turn; from now on a rep can hear what the caller has told.
     *
     * @param stories the oldest first
     */
    record WithStories(List<RecordingId> stories, Turn then) implements Turn {
        public WithStories {
            stories = List.copyOf(stories);
        }
    }

    /** Nothing to do: the answer to a post. */
    record Nothing() implements Turn {}

    /** Which dialogue is asked next, and the state it gets back. */
    record Next(String dialogue, String state) {}
}
