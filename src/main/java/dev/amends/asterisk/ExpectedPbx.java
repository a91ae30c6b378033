package dev.amends.asterisk;

import dev.amends.line.LineName;
import dev.amends.speech.Languages;

import java.util.List;
import java.util.Map;

/**
 * What a PBX must have to serve Amends.
 *
 * @param key the global variable {@code AMENDS_KEY}
 * @param queues the queues of all lines
 * @param ordinary by line, the queue to which its callers go without Amends
 * @param languages those in which callers are spoken to, each with its sounds
 */
public record ExpectedPbx(
        Secret key,
        List<String> contexts,
        List<String> queues,
        Map<LineName, String> ordinary,
        Languages languages) {

    public ExpectedPbx {
        contexts = List.copyOf(contexts);
        queues = List.copyOf(queues);
        ordinary = Map.copyOf(ordinary);
    }
}
