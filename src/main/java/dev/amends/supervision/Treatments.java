package dev.amends.supervision;

import dev.amends.supervision.Learning.Called;
import dev.amends.supervision.Learning.Closed;
import dev.amends.supervision.Learning.Fate;
import dev.amends.supervision.Learning.Promised;
import dev.amends.supervision.Learning.Seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done for a caller, by the words that a report has for it. */
final class Treatments {

    private static final Map<String, String> ROUTES =
            Map.of(
                    "ordinary", "ordinary queue",
                    "senior", "seniors first",
                    "head-start", "head start");

    private static final Map<String, String> SIGNALS =
            Map.of(
                    "told_story", "told his story",
                    "handed_over", "handed over",
                    "taken_over", "taken over by a supervisor",
                    "help_asked", "supervisor asked for help",
                    "limit_spoken", "told a limit",
                    "breather", "rep had a breather after it");

    private Treatments() {}

    static List<String> of(
            Called call, List<Seen> seen, Optional<Closed> closed, List<Promised> promised) {
        List<String> all = new ArrayList<>();
        all.add(ROUTES.getOrDefault(call.route(), call.route()));
        seen.stream()
                .map(Seen::kind)
                .filter(SIGNALS::containsKey)
                .map(SIGNALS::get)
                .distinct()
                .forEach(all::add);
        closed.flatMap(Closed::remedy).ifPresent(remedy -> all.add("closed: " + remedy));
        promised.stream().map(Treatments::of).distinct().forEach(all::add);
        return all;
    }

    private static String of(Promised promise) {
        if (!promise.what().equals("call")) {
            return "promised something to be done";
        }
        return promise.fate() == Fate.IN_TIME || promise.fate() == Fate.LATE
                ? "called back"
                : "promised a call, not yet or never called";
    }
}
