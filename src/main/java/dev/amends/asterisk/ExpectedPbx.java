package dev.amends.asterisk;

import dev.amends.speech.Prompt;

import java.util.List;

/**
 * What a PBX must have to serve Amends.
 *
 * @param key the global variable {@code AMENDS_KEY}
 * @param prompts every prompt that any dialogue can say
 */
public record ExpectedPbx(
        Secret key, List<String> contexts, List<String> queues, List<Prompt> prompts) {

    public ExpectedPbx {
        contexts = List.copyOf(contexts);
        queues = List.copyOf(queues);
        prompts = List.copyOf(prompts);
    }
}
