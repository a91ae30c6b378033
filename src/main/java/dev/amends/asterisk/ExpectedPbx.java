package dev.amends.asterisk;

import dev.amends.speech.Languages;
import dev.amends.speech.Prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a PBX must have to serve Amends.
 *
 * @param key the global variable {@code AMENDS_KEY}
 * @param shipped what of the shipped files has to be loaded
 * @param queues the queues of all lines
 * @param named by the names that the dialplan knows by itself, the queues that it has to take
 * @param languages those in which callers are spoken to, each with its sounds
 * @param recorded prompts that an administrator has to record himself, in each language
 */
public record ExpectedPbx(
        Secret key,
        ShippedParts shipped,
        List<String> queues,
        Map<String, String> named,
        Languages languages,
        Set<Prompt> recorded) {

    public ExpectedPbx {
        queues = List.copyOf(queues);
        named = Map.copyOf(named);
        recorded = Set.copyOf(recorded);
    }
}
