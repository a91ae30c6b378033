package dev.amends.reception;

import dev.amends.speech.Language;

/** What somebody reads whose call comes later, and the language it is in. */
public record LateText(Language language, String text) {}
