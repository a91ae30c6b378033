package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_AT;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM_AT;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM_TOMORROW_AT;

import dev.amends.line.Line;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimePolicy;
import dev.amends.promise.CallingHours;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The times that somebody can choose from to be called at, within all hours. Pure. */
final class LaterTimes {

    private static final TimeWords.Begin CALLED_BACK =
            new TimeWords.Begin(
                    LATER_CALLED_BACK_AT, LATER_CALLED_BACK_TOMORROW_AT, LATER_CALLED_BACK);
    private static final TimeWords.Begin YOU_CALL_HIM =
            new TimeWords.Begin(
                    LATER_YOU_CALL_HIM_AT, LATER_YOU_CALL_HIM_TOMORROW_AT, LATER_YOU_CALL_HIM);

    private LaterTimes() {}

    /**
     * The times he can choose from; those outside of hours are moved to the next opening.
     *
     * @param away how far away they are
     * @param from when they are counted from
     * @param called when he may be called
     */
    static List<LaterTime> choices(
            List<Duration> away, Instant from, Line line, CallingHours called) {
        return away.stream()
                .map(far -> LaterTime.in(far, from, line.zone()))
                .flatMap(time -> suiting(time, line, called).stream())
                .distinct()
                .toList();
    }

    /** The same for a caller whose rep says that it will take a while. */
    static List<LaterTime> choices(LaterState state, LaterFacts facts) {
        return choices(facts.terms().choices(), state.time(), facts.line(), facts.callee().hours());
    }

    /** This time, or the next one at which the line is open and he may be called. */
    static Optional<LaterTime> suiting(LaterTime time, LaterFacts facts) {
        return suiting(time, facts.line(), facts.callee().hours());
    }

    private static Optional<LaterTime> suiting(LaterTime time, Line line, CallingHours called) {
        return switch (CallTimePolicy.promised(line.hours(), called, time.at())) {
            case CallTime.Now _ -> Optional.of(time);
            case CallTime.Later later -> Optional.of(time.movedTo(later.from()));
            case CallTime.Never _ -> Optional.empty();
        };
    }

    /** "The same person will call you back tomorrow at eight a m." */
    static List<Prompt> calledBack(LaterTime time, LaterFacts facts) {
        return TimeWords.timed(time, CALLED_BACK, facts.spelling());
    }

    /** "You will be connected with the caller again tomorrow at eight a m." */
    static List<Prompt> youCallHim(LaterTime time, LaterFacts facts) {
        return TimeWords.timed(time, YOU_CALL_HIM, facts.spelling());
    }
}
