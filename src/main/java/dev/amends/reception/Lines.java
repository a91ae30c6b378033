package dev.amends.reception;

import dev.amends.line.Line;
import dev.amends.line.LineName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Optional;

/** The lines that calls may ask for. */
final class Lines {

    private static final Logger log = LoggerFactory.getLogger(Lines.class);

    private final Map<LineName, Line> lines;

    Lines(Map<LineName, Line> lines) {
        this.lines = lines;
    }

    /** The line of this name; nothing, and a warning, when the settings do not have it. */
    Optional<Line> find(LineName name) {
        Optional<Line> line = ifAny(name);
        if (line.isEmpty()) {
            log.warn("a call asks for the line '{}', which the settings do not have", name);
        }
        return line;
    }

    /** The same where none is nothing strange. */
    Optional<Line> ifAny(LineName name) {
        return Optional.ofNullable(lines.get(name));
    }
}
