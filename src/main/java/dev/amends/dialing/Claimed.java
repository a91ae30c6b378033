package dev.amends.dialing;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.util.List;

/**
 * The answer to a won claim: whom to dial, only ever given to the winner.
 *
 * @param ring how long to let it ring
 * @param queue where he waits should the rep who was there have gone
 * @param line the line that he is called for
 * @param callerId the line's own number, shown to the called person; empty for the trunk's own
 * @param language the one he asked in, and is spoken to in
 * @param matter what the rep may hear of what it is about
 * @param upset whether he is upset now: his rep may need a breather afterwards
 * @param lasts after which time the call is ended, whether we are there or not
 */
public record Claimed(
        PhoneNumber number,
        Duration ring,
        String callerId,
        String queue,
        LineName line,
        Language language,
        List<Prompt> matter,
        boolean upset,
        Duration lasts) {

    public Claimed {
        matter = List.copyOf(matter);
    }
}
