package dev.amends.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The list of what should have been, each with ok or NOT ok and what was seen instead. */
final class Verdict {

    private record Line(boolean ok, String what, String seen) {}

    private final List<Line> lines = new ArrayList<>();

    /** Something that should have been; {@code seen} is shown when it was not. */
    void expect(String what, boolean ok, Object seen) {
        lines.add(new Line(ok, what, String.valueOf(seen)));
    }

    boolean allGood() {
        return lines.stream().allMatch(Line::ok);
    }

    void print(PrintStream out) {
        for (Line line : lines) {
            out.println((line.ok() ? "  ok      " : "  NOT ok  ") + line.what());
            if (!line.ok()) {
                out.println("            seen: " + line.seen());
            }
        }
    }
}
