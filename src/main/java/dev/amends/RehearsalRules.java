package dev.amends;

import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.line.Line;
import dev.amends.promise.RetryPolicy;
import dev.amends.rehearsal.Rules;
import dev.amends.routing.SeniorTerms;

import java.util.List;
import java.util.Objects;

/** The settings of one line as a rehearsal obeys them. */
final class RehearsalRules {

    private RehearsalRules() {}

    /**
     * Throws {@link IllegalArgumentException} when there is no such line or way.
     *
     * @param name of the line; empty for the first one
     * @param way empty for the one that is set
     */
    static Rules of(Settings settings, String name, String way) {
        Line line = line(settings.lines(), name);
        return new Rules(
                line,
                settings.recognition(),
                settings.seniors().getOrDefault(line.name(), SeniorTerms.NONE),
                new RetryPolicy(settings.retry()),
                new Rules.Calls(
                        settings.dialing().ring(),
                        settings.dialing().atMostPlaced(),
                        way.isEmpty()
                                ? Objects.requireNonNull(
                                                settings.dialing().lines().get(line.name()))
                                        .launch()
                                : LaunchSettings.of(way(way))));
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
        return LaunchWay.of(word)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--way is one of " + String.join(", ", LaunchWay.words())));
    }
}
