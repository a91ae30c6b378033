package dev.amends.asterisk;

import java.util.List;
import java.util.Map;

/**
 * What the shipped files add to a PBX.
 *
 * @param contexts all that are in its dialplan
 * @param codes the names of those that reps key in a call
 * @param music classes of music
 * @param queues what has to be set of each queue
 */
public record ShippedParts(
        List<String> contexts,
        List<String> codes,
        List<String> music,
        Map<String, Map<String, String>> queues) {

    public ShippedParts {
        contexts = List.copyOf(contexts);
        codes = List.copyOf(codes);
        music = List.copyOf(music);
        queues = Map.copyOf(queues);
    }
}
