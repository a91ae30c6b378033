package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AT;
import static dev.amends.speech.CataloguePrompt.BARRED;
import static dev.amends.speech.CataloguePrompt.IN_WRITING;

import dev.amends.caller.Bar;
import dev.amends.caller.Bars;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;
import dev.amends.speech.Spelling;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands before all other dialogues: whoever a supervisor has barred hears why, until when, and how
 * to reach us in writing, and comes no further.
 */
final class BarredDesk {

    private static final Logger log = LoggerFactory.getLogger(BarredDesk.class);
    private static final String ARRIVAL = "arrival";

    private final Bars bars;
    private final Rules rules;
    private final InstantSource clock;

    BarredDesk(Bars bars, Rules rules, InstantSource clock) {
        this.bars = bars;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What it says.
     *
     * @param inWriting a line's own words on how to reach it, by their code, where it has any
     */
    record Rules(
            Map<LineName, Line> lines, Map<LineName, String> inWriting, Reception.Tongue tongue) {

        Rules {
            lines = Map.copyOf(lines);
            inWriting = Map.copyOf(inWriting);
        }
    }

    /** This desk first, then those. */
    Dialogues before(Dialogues others) {
        return others.but(ARRIVAL, question -> refused(question).or(() -> others.answer(question)));
    }

    private Optional<Turn> refused(Question question) {
        Instant now = clock.instant();
        Line line = rules.lines().get(question.line());
        if (line == null) {
            return Optional.empty();
        }
        return rules.tongue()
                .numbers()
                .read(question.callerId())
                .flatMap(number -> bars.of(number, now))
                .map(bar -> {
                    bars.tried(bar.number(), now);
                    return refuse(question, bar, line, now);
                });
    }

    private Turn refuse(Question question, Bar bar, Line line, Instant now) {
        log.info(
                "call {} from {} to {}: barred until {} ({})",
                question.call().value(),
                bar.number(),
                line.name(),
                bar.until(),
                bar.reason());
        Spelling spelling =
                rules.tongue()
                        .languages()
                        .spelling(rules.tongue().languages().of(question.language()));
        List<Prompt> say =
                new ArrayList<>(
                        WhenWords.sentence(
                                List.of(BARRED.prompt()),
                                AT,
                                bar.until(),
                                new Spoken(line, spelling, now)));
        say.add(
                Optional.ofNullable(rules.inWriting().get(line.name()))
                        .map(CataloguePrompt::inWriting)
                        .orElseGet(IN_WRITING::prompt));
        return new Turn.Goodbye(say, Optional.empty());
    }

    private record Spoken(Line line, Spelling spelling, Instant now) implements SpokenTo {}
}
