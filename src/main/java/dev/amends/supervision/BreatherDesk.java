package dev.amends.supervision;

import dev.amends.staff.Breather;
import dev.amends.staff.Breather.Running;
import dev.amends.staff.BreatherSettings;
import dev.amends.staff.Breathers;
import dev.amends.staff.Breathers.Entry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What supervisors see and order of reps' pauses after hard calls. */
public final class BreatherDesk {

    private static final String ENDED = "a supervisor ended it";

    private final Breathers breathers;
    private final Terms terms;

    public BreatherDesk(Breathers breathers, Terms terms) {
        this.breathers = breathers;
        this.terms = terms;
    }

    /**
     * What it goes by.
     *
     * @param zone of the people who read
     */
    public record Terms(BreatherSettings settings, InstantSource clock, ZoneId zone) {}

    /** A row for each rep with a hard call lately, the last one first. */
    public List<BreatherRow> list() {
        Instant now = terms.clock().instant();
        Map<String, List<Entry>> byRep =
                breathers
                        .since(now.minus(terms.settings().shownWithin()), Supervision.LONGEST_LIST)
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.after().rep(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byRep.entrySet().stream()
                .map(rep -> row(rep.getKey(), rep.getValue(), now))
                .toList();
    }

    private BreatherRow row(String rep, List<Entry> calls, Instant now) {
        WallClock clock = new WallClock(terms.zone(), now);
        Entry last = calls.getFirst();
        return new BreatherRow(
                rep,
                calls.size(),
                calls.size() >= terms.settings().shownAfter(),
                clock.minute(last.after().ended()) + " (" + last.after().why() + ")",
                calls.stream()
                        .map(entry -> now(entry, clock))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseGet(last::state));
    }

    /** What he has or is owed now. */
    private static Optional<String> now(Entry entry, WallClock clock) {
        return switch (entry.state()) {
            case Entry.RUNNING -> entry.until().map(until -> "until " + clock.minute(until));
            case Entry.OWED -> Optional.of("owed");
            default -> Optional.empty();
        };
    }

    /** Ends what this rep has or is owed; a running Amends lets him go within a second. */
    public BreatherOrder end(String rep) {
        Instant now = terms.clock().instant();
        List<Breather> his =
                breathers.open().stream()
                        .filter(one -> one.after().by(rep) || one.after().rep().equals(rep))
                        .toList();
        long ended = his.stream().filter(one -> end(one, now)).count();
        return ended == 0
                ? new BreatherOrder.Refused(
                        rep + " has no breather and is owed none; see: amends breathers list")
                : new BreatherOrder.Ended(rep);
    }

    private boolean end(Breather breather, Instant now) {
        return switch (breather) {
            case Running running -> breathers.shorten(running, now);
            case Breather.Owed owed -> breathers.end(owed, now, ENDED);
        };
    }
}
