package dev.amends;

import dev.amends.caller.RecognitionPolicy;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.line.Line;
import dev.amends.promise.RetryPolicy;
import dev.amends.rehearsal.Rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The settings of one line as a rehearsal obeys them. */
final class RehearsalRules {

    private RehearsalRules() {}

    /**
     * Throws {@link IllegalArgumentException} when there is no such line or way.
     *
     * @param name of the line; empty for the first one
     */
    static Rules of(Settings settings, String name, String way) {
        return new Rules(
                line(settings.lines(), name),
                new RecognitionPolicy(settings.recognition()),
                new RetryPolicy(settings.retry()),
                new Rules.Calls(
                        settings.dialing().ring(),
                        settings.dialing().atMostPlaced(),
                        LaunchSettings.of(way(way))));
    }

    private static Line line(List<Line> lines, String name) {
        return lines.stream()
                .filter(line -> name.isEmpty() || line.name().value().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no such line; there are "
                                        + String.join(
                                                ", ",
                                                lines.stream()
                                                        .map(line -> line.name().value())
                                                        .toList())));
    }

    private static LaunchWay way(String word) {
        return Stream.of(LaunchWay.values())
                .filter(way -> word(way).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--way is one of "
                                        + String.join(
                                                ", ",
                                                Stream.of(LaunchWay.values())
                                                        .map(RehearsalRules::word)
                                                        .toList())));
    }

    private static String word(LaunchWay way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
