package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AND;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BEFORE;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BETWEEN;
import static dev.amends.speech.CataloguePrompt.FROM;
import static dev.amends.speech.CataloguePrompt.RUNNING_LATE;
import static dev.amends.speech.CataloguePrompt.WE_CALL_YOU;
import static dev.amends.speech.CataloguePrompt.YOU_ASKED_US_TO_CALL;

import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.PromisedWindow;
import dev.amends.speech.Catalogue;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.Spelling;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody reads whose call comes later: the words that {@link TellingDialogue} says, with
 * times as they are written. The company is left out, as its prompt is a recording of its own; no
 * name, number or reason is in it.
 */
public final class LateTexts {

    private final Languages languages;
    private final Map<LineName, Line> lines;
    private final InstantSource clock;

    public LateTexts(Languages languages, Map<LineName, Line> lines, InstantSource clock) {
        this.languages = languages;
        this.lines = Map.copyOf(lines);
        this.clock = clock;
    }

    /** The text for a promise that has a window, on a line that there is. */
    public LateText of(Callback.Promised promise) {
        Language language = languages.of(promise.terms().language().code());
        PromisedWindow window = promise.terms().window().orElseThrow();
        Words words =
                new Words(
                        Catalogue.of(language),
                        languages.spelling(language),
                        Optional.ofNullable(lines.get(promise.terms().line())).orElseThrow(),
                        clock.instant());
        return new LateText(language, words.late(window));
    }

    private record Words(Catalogue catalogue, Spelling spelling, Line line, Instant now)
            implements SpokenTo {

        /** "We are sorry, we are running late. We call you between 3:10 pm and 3:30 pm." */
        private String late(PromisedWindow window) {
            return joined(said(YOU_ASKED_US_TO_CALL), said(RUNNING_LATE), when(window)) + ".";
        }

        /** On another day the time from when on, as it is said. */
        private String when(PromisedWindow window) {
            LaterTime from = LaterTime.at(window.from(), this);
            String begins = spelling.written(from.local().toLocalTime());
            String ends = spelling.written(local(window.to()));
            if (!from.isToday()) {
                String day = spelling.written(from.day(), from.today());
                return joined(said(WE_CALL_YOU), day, said(FROM), begins);
            }
            return window.open(now)
                    ? joined(said(CALL_YOU_BEFORE), ends)
                    : joined(said(CALL_YOU_BETWEEN), begins, said(AND), ends);
        }

        private LocalTime local(Instant at) {
            return LaterTime.at(at, this).local().toLocalTime();
        }

        private String said(CataloguePrompt prompt) {
            return catalogue.text(prompt);
        }

        private static String joined(String... parts) {
            return String.join(" ", parts);
        }
    }
}
