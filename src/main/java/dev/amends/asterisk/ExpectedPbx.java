package dev.amends.asterisk;

import dev.amends.speech.Languages;

import java.util.List;

/**
 * What a PBX must have to serve Amends.
 *
 * @param key the global variable {@code AMENDS_KEY}
 * @param languages those in which callers are spoken to, each with its sounds
 */
public record ExpectedPbx(
        Secret key, List<String> contexts, List<String> queues, Languages languages) {

    public ExpectedPbx {
        contexts = List.copyOf(contexts);
        queues = List.copyOf(queues);
    }
}
