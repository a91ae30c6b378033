package dev.amends.caller;

import java.util.List;

/**
 * Which numbers the house wants called. Every entry is the beginning of a number in E.164 form with
 * its plus sign; a whole number is the beginning of itself.
 *
 * @param own our own numbers, which are never called: that would make a loop
 * @param allow numbers outside of the home country that may be called
 * @param deny numbers that may not be called; the longest entry that fits decides
 */
public record NumberRules(List<String> own, List<String> allow, List<String> deny) {

    /** No wishes: the home country, and nothing else. */
    public static final NumberRules NONE = new NumberRules(List.of(), List.of(), List.of());

    public NumberRules {
        own = List.copyOf(own);
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }
}
