package dev.amends.reception;

import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.RepDevice;

import java.time.InstantSource;
import java.util.Map;

/**
 * What a line's queues call a rep whom the dialplan knows by his channel: one name for all that is
 * remembered of him, whoever tells it.
 */
final class RepNames {

    private final Lines lines;
    private final Floor floor;
    private final InstantSource clock;

    RepNames(Map<LineName, Line> lines, Floor floor, InstantSource clock) {
        this.lines = new Lines(lines);
        this.floor = floor;
        this.clock = clock;
    }

    /** The name itself for who is no rep of this line, as a supervisor. */
    String of(String name, LineName line) {
        return lines.ifAny(line)
                .flatMap(known -> RepsOfLine.find(name, floor.picture(known, clock.instant())))
                .map(RepDevice::value)
                .orElse(name);
    }
}
