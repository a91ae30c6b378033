package dev.amends.care;

import dev.amends.promise.RepDevice;

/** What a call adds to a matter. */
public sealed interface MatterNote {

    /** What it is about. The first word that is more than nothing stays. */
    record Reason(Said said) implements MatterNote {}

    /** What he would like to be done. The first word that is more than nothing stays. */
    record Wish(Said said) implements MatterNote {}

    /** This rep has spoken with him. */
    record KnownTo(RepDevice rep) implements MatterNote {}

    /** He calls about it again. */
    record CalledAgain() implements MatterNote {}

    /** He tells what happened. */
    record TellsStory() implements MatterNote {}

    /** He calls about another one: the open one is closed, a new one opened. */
    record Another() implements MatterNote {}
}
