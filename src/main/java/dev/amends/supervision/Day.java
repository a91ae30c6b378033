package dev.amends.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A day as people write it. */
final class Day {

    /** What is wrong with one that is none. */
    static final String WRONG = "a day is written as 2026-11-01";

    private Day() {}

    static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
