package dev.amends.supervision;

import dev.amends.supervision.Aftermath.Followed;
import dev.amends.supervision.Learning.Called;
import dev.amends.supervision.Learning.Fate;
import dev.amends.supervision.Learning.Promised;
import dev.amends.supervision.Report.Cell;
import dev.amends.supervision.Report.Column;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reports over one span of time. Each reads what it needs and counts it in memory. */
final class Reports {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static final String BRACKETS =
            "In brackets: what holds the true figure in 95 of 100 cases (shares: Wilson; means:"
                    + " Student), and of how many it is. Of fewer than "
                    + Estimate.LEAST
                    + " there is no figure.";
    private static final String RANG_AGAIN =
            "Rang again: the same person on the same line within 7 days. Left out are calls of the"
                    + " last 7 days, and of callers whom nobody knows (number withheld).";
    private static final String CALLED_BEFORE =
            "Called before: within 7 days; without callers whom nobody knows (number withheld).";
    private static final String GROUPS_DIFFER =
            "Groups differ: who gets a treatment is mostly worse off to begin with than who gets"
                    + " none. A difference between two rows does not prove that the treatment made"
                    + " it.";

    private final Past past;
    private final ZoneId zone;
    private final Instant now;

    Reports(Past past, ZoneId zone, Instant now) {
        this.past = past;
        this.zone = zone;
        this.now = now;
    }

    /** Of what time they are. */
    String time() {
        return "From %s to %s (%s), %s."
                .formatted(
                        DAY.format(past.span().from().atZone(zone)),
                        DAY.format(past.span().to().atZone(zone)),
                        zone,
                        past.line().map(name -> "line " + name).orElse("all lines"));
    }

    private List<String> notes(Collection<Called> calls, String... notes) {
        List<String> all = new ArrayList<>(List.of(notes));
        if (calls.size() >= Learning.MOST) {
            all.add("Only the newest %d calls were looked at.".formatted(Learning.MOST));
        }
        return all;
    }

    /** What followed each treatment. */
    Report treatments() {
        List<Called> calls = past.calls();
        List<Followed> followed = past.followed(calls);
        Set<String> names =
                followed.stream()
                        .flatMap(one -> one.treatments().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        return new Report(
                "treatments",
                columns("treatment", Aftermath.COLUMNS),
                names.stream()
                        .map(name ->
                                row(
                                        name,
                                        new Aftermath(
                                                        those(
                                                                followed,
                                                                one ->
                                                                        one.treatments()
                                                                                .contains(name)),
                                                        now)
                                                .cells()))
                        .toList(),
                notes(calls, RANG_AGAIN, BRACKETS, GROUPS_DIFFER));
    }

    /** What callers are angry about: by reason, what they met. */
    Report causes() {
        List<Called> calls = past.calls();
        Map<String, List<Followed>> byReason =
                new TreeMap<>(
                        past.followed(calls).stream()
                                .collect(Collectors.groupingBy(one -> one.call().reason())));
        return new Report(
                "causes",
                List.of(
                        Column.plain("reason"),
                        Column.plain("calls"),
                        Column.estimated("called before"),
                        Column.estimated("rang again"),
                        Column.estimated("waited s"),
                        Column.estimated("hung up"),
                        Column.plain("promises broken"),
                        Column.estimated("our mistake")),
                byReason.entrySet().stream()
                        .map(each -> row(each.getKey(), causes(each.getValue())))
                        .toList(),
                notes(
                        calls,
                        "Waited: until a rep was there.",
                        CALLED_BEFORE,
                        RANG_AGAIN,
                        BRACKETS));
    }

    private List<Cell> causes(List<Followed> followed) {
        List<Called> calls = followed.stream().map(Followed::call).toList();
        return List.of(
                new Cell.Count(calls.size()),
                new Cell.Share(Aftermath.calledBefore(calls)),
                new Cell.Share(new Aftermath(followed, now).rangAgain()),
                new Cell.Mean(
                        Aftermath.meanSeconds(
                                calls.stream().flatMap(call -> call.waited().stream()).toList())),
                new Cell.Share(hungUp(calls)),
                new Cell.Count(
                        (int)
                                followed.stream()
                                        .flatMap(one -> one.promises().stream())
                                        .filter(fate -> fate == Fate.BROKEN || fate == Fate.LATE)
                                        .count()),
                new Cell.Share(
                        Aftermath.share(
                                followed.stream()
                                        .flatMap(one -> one.mistake().stream())
                                        .map("ours"::equals)
                                        .toList())));
    }

    private static Estimate hungUp(List<Called> calls) {
        return Aftermath.share(calls.stream().map(call -> call.hungUpAfter().isPresent()).toList());
    }

    /** How promises were kept, by line and kind. */
    Report promises() {
        Map<String, List<Promised>> byKind =
                new TreeMap<>(
                        past.promised().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                one -> one.line() + ' ' + one.what())));
        return new Report(
                "promises",
                List.of(
                        Column.plain("promised"),
                        Column.plain("made"),
                        Column.plain("open"),
                        Column.plain("in time"),
                        Column.plain("late"),
                        Column.plain("broken"),
                        Column.plain("withdrawn"),
                        Column.estimated("kept in time")),
                byKind.entrySet().stream()
                        .map(each -> row(each.getKey(), fates(each.getValue())))
                        .toList(),
                List.of(
                        "Kept in time: of those that are over, without the withdrawn ones. Broken: of"
                                + " an action, that it is overdue.",
                        BRACKETS));
    }

    private static List<Cell> fates(List<Promised> all) {
        List<Fate> fates = all.stream().map(Promised::fate).toList();
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Count(all.size())));
        for (Fate fate : Fate.values()) {
            cells.add(new Cell.Count((int) fates.stream().filter(fate::equals).count()));
        }
        cells.add(new Cell.Share(Aftermath.keptInTime(fates)));
        return cells;
    }

    /** What each rep carried. */
    Report reps() {
        return RepsReport.of(past);
    }

    /** How long callers waited, by the hour of the day. */
    Report waits() {
        List<Called> calls = past.calls();
        Map<Integer, List<Called>> byHour =
                new TreeMap<>(
                        calls.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                call -> call.at().atZone(zone).getHour())));
        return new Report(
                "waits",
                List.of(
                        Column.plain("hour"),
                        Column.plain("calls"),
                        Column.estimated("waited s"),
                        Column.estimated("hung up"),
                        Column.estimated("hung up after s"),
                        Column.estimated("called before")),
                byHour.entrySet().stream()
                        .map(each ->
                                row("%02d:00".formatted(each.getKey()), waits(each.getValue())))
                        .toList(),
                notes(calls, "Waited: until a rep was there.", CALLED_BEFORE, BRACKETS));
    }

    private static List<Cell> waits(List<Called> calls) {
        return List.of(
                new Cell.Count(calls.size()),
                new Cell.Mean(
                        Aftermath.meanSeconds(
                                calls.stream().flatMap(call -> call.waited().stream()).toList())),
                new Cell.Share(hungUp(calls)),
                new Cell.Mean(
                        Aftermath.meanSeconds(
                                calls.stream()
                                        .flatMap(call -> call.hungUpAfter().stream())
                                        .toList())),
                new Cell.Share(Aftermath.calledBefore(calls)));
    }

    private static List<Followed> those(List<Followed> all, Predicate<Followed> which) {
        return all.stream().filter(which).toList();
    }

    private static List<Column> columns(String first, List<Column> others) {
        return Stream.concat(Stream.of(Column.plain(first)), others.stream()).toList();
    }

    static List<Cell> row(String name, List<Cell> figures) {
        return Stream.concat(Stream.of(new Cell.Name(name)), figures.stream()).toList();
    }
}
