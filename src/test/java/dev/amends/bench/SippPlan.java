package dev.amends.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What SIPp's called phones do: with the nth INVITE of all, else with one number, else with any. A
 * rep is a plan of one treatment for any number, a carrier one of several.
 */
public final class SippPlan {
    private static final Set<Integer> STATUSES = Set.of(404, 480, 486, 503, 603);
    private final Map<String, Treatment> treatments = new LinkedHashMap<>();

    private SippPlan(Treatment otherwise) {
        treatments.put("*", otherwise);
    }

    /** What is done with one call. */
    public record Treatment(int status, Duration ring, SippCaller.Press press, Duration talk) {
        /** Refuses with 404, 480, 486, 503 or 603. */
        public static Treatment refuse(int status) {
            if (!STATUSES.contains(status)) throw new IllegalArgumentException("status " + status);
            return new Treatment(status, Duration.ZERO, SippCaller.Press.NOTHING, Duration.ZERO);
        }

        /** Rings until the caller gives up. */
        public static Treatment ringForever() {
            return new Treatment(0, Duration.ZERO, SippCaller.Press.NOTHING, Duration.ZERO);
        }

        /** Rings, answers, talks, hangs up. */
        public static Treatment answer(Duration ring, Duration talk) {
            return new Treatment(200, ring, SippCaller.Press.NOTHING, talk);
        }

        /** The same, pressing keys by SIP INFO before the talk. */
        public Treatment pressing(Duration after, String keys) {
            return new Treatment(status, ring, new SippCaller.Press(after, keys), talk);
        }

        private String line(String key) {
            return String.join(
                    ";",
                    key,
                    "" + status,
                    "" + ring.toMillis(),
                    "" + press.after().toMillis(),
                    press.line(),
                    "" + talk.toMillis());
        }
    }

    /** The same treatment for everyone. */
    public static SippPlan always(Treatment treatment) {
        return new SippPlan(treatment);
    }

    /** Another treatment for one called number. */
    public SippPlan number(String number, Treatment treatment) {
        treatments.put(number, treatment);
        return this;
    }

    /** Another treatment for the nth INVITE of all, from 1; it goes before the number's. */
    public SippPlan nth(int nth, Treatment treatment) {
        // SIPp writes its counters as floating point numbers.
        treatments.put(String.format(Locale.ROOT, "nth%f", (double) nth), treatment);
        return this;
    }

    /** The lines of the injection file of {@code callee.xml}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        treatments.forEach((key, treatment) -> lines.add(treatment.line(key)));
        return lines;
    }
}
