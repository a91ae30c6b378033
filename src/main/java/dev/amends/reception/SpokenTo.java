package dev.amends.reception;

import dev.amends.line.Line;
import dev.amends.speech.Spelling;

import java.time.Instant;

/** Somebody to whom times are said: by the clock of his line, in his language. */
interface SpokenTo {

    Line line();

    Spelling spelling();

    Instant now();
}
