package dev.amends.dialing;

import dev.amends.line.LineName;

import java.time.Duration;
import java.util.Map;

/**
 * Short calls that ask whoever was called back how that was.
 *
 * @param lines those that place such calls
 * @param atMost how many there are at a time
 */
public record SurveySettings(Map<LineName, OfLine> lines, int atMost) {

    public SurveySettings {
        lines = Map.copyOf(lines);
    }

    /**
     * Those of one line.
     *
     * @param after how long after the conversation
     * @param again so long nobody is called for it once more
     */
    public record OfLine(Duration after, Duration again) {}
}
