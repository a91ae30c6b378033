package dev.amends.supervision;

import dev.amends.line.Line;
import dev.amends.line.LineName;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * By which clock times are told: what is about a line by that of its callers, as its orders are
 * written and its callers hear it, everything else by that of the people who read.
 *
 * @param own of the people who read
 */
public record Zones(ZoneId own, Map<LineName, ZoneId> ofLines) {

    public Zones {
        ofLines = Map.copyOf(ofLines);
    }

    /** Of these lines. */
    public static Zones of(ZoneId own, Collection<Line> lines) {
        return new Zones(own, lines.stream().collect(Collectors.toMap(Line::name, Line::zone)));
    }

    /** Of a line; one that is no longer in the settings has none of its own. */
    ZoneId of(LineName line) {
        return ofLines.getOrDefault(line, own);
    }

    /** A line's name, with its zone if that is not the one of the people who read. */
    String named(LineName line) {
        ZoneId zone = of(line);
        return zone.getRules().equals(own.getRules())
                ? line.value()
                : "%s (%s)".formatted(line, zone);
    }
}
