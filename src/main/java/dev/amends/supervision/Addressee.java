package dev.amends.supervision;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.Line;
import dev.amends.speech.Language;

/**
 * Whom an order is about.
 *
 * @param language in which he is spoken to
 */
record Addressee(PhoneNumber number, Line line, Language language) {

    /** What a person wrote, as read. */
    sealed interface Read {}

    /** It can be used. */
    record Known(Addressee who) implements Read {}

    /** It can't be, and what to write instead. */
    record Wrong(String why) implements Read {}
}
