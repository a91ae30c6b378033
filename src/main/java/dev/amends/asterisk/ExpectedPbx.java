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
 * @param queues the queues of all lines
 * @param named by the names that the dialplan knows by itself, the queues that it has to take
 * @param keys by queue, the context of the keys that a waiting caller may press
 * @param languages those in which callers are spoken to, each with its sounds
 * @param recorded prompts that an administrator has to record himself, in each language
 */
public record ExpectedPbx(
        Secret key,
        List<String> contexts,
        List<String> queues,
        Map<String, String> named,
        Map<String, String> keys,
        Languages languages,
        Set<Prompt> recorded) {

    public ExpectedPbx {
        contexts = List.copyOf(contexts);
        queues = List.copyOf(queues);
        named = Map.copyOf(named);
        keys = Map.copyOf(keys);
        recorded = Set.copyOf(recorded);
    }
}
