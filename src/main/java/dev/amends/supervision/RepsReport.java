package dev.amends.supervision;

import dev.amends.supervision.Learning.Closed;
import dev.amends.supervision.Learning.Promised;
import dev.amends.supervision.Learning.Seen;
import dev.amends.supervision.Report.Cell;
import dev.amends.supervision.Report.Column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each rep carried; by the alphabet, as it is no ranking. */
final class RepsReport {

    private static final String NO_RANKING =
            "What each carried, in the order of the alphabet; no ranking: hard calls do not come to"
                    + " all alike, and seniors get more of them.";

    private RepsReport() {}

    static Report of(Past past) {
        List<Closed> closed = past.closed();
        List<Seen> seen = past.seen();
        List<Promised> promised = past.promised();
        Map<String, Integer> marks = past.marks();
        Set<String> reps =
                Stream.of(
                                closed.stream().map(Closed::rep),
                                seen.stream().map(Seen::rep),
                                promised.stream().map(Promised::owner))
                        .flatMap(Function.identity())
                        .filter(rep -> !rep.isBlank())
                        .collect(Collectors.toCollection(TreeSet::new));
        return new Report(
                "reps",
                List.of(
                        Column.plain("rep"),
                        Column.plain("hard calls"),
                        Column.plain("flagged"),
                        Column.plain("limits"),
                        Column.plain("asked for help"),
                        Column.plain("taken over"),
                        Column.plain("breathers"),
                        Column.plain("closed"),
                        Column.estimated("mark"),
                        Column.plain("promised"),
                        Column.estimated("kept in time")),
                reps.stream()
                        .map(rep -> Reports.row(rep, rep(rep, closed, seen, promised, marks)))
                        .toList(),
                List.of(
                        NO_RANKING,
                        "Hard calls: with callers who came upset or were abusive, were flagged or told a"
                                + " limit in it, or were taken over. Flagged, limits, asked for"
                                + " help: calls in which he did so. Taken over: calls that he took"
                                + " over. Mark: of the calls that he closed.",
                        Reports.BRACKETS));
    }

    private static List<Cell> rep(
            String rep,
            List<Closed> closed,
            List<Seen> seen,
            List<Promised> promised,
            Map<String, Integer> marks) {
        List<Closed> his = closed.stream().filter(one -> one.rep().equals(rep)).toList();
        List<Promised> owned = promised.stream().filter(one -> one.owner().equals(rep)).toList();
        return List.of(
                new Cell.Count(seen(rep, "hard_call", seen)),
                new Cell.Count(seen(rep, "flagged", seen)),
                new Cell.Count(seen(rep, "limit_spoken", seen)),
                new Cell.Count(seen(rep, "help_asked", seen)),
                new Cell.Count(seen(rep, "taken_over", seen) + seen(rep, "handed_over", seen)),
                new Cell.Count(seen(rep, "breather", seen)),
                new Cell.Count(his.size()),
                new Cell.Mean(
                        Aftermath.mean(
                                his.stream()
                                        .flatMap(one ->
                                                Optional.ofNullable(marks.get(one.call())).stream())
                                        .toList())),
                new Cell.Count(owned.size()),
                new Cell.Share(Aftermath.keptInTime(owned.stream().map(Promised::fate).toList())));
    }

    private static int seen(String rep, String kind, List<Seen> seen) {
        return (int)
                seen.stream()
                        .filter(one -> one.kind().equals(kind) && one.rep().equals(rep))
                        .map(Seen::call)
                        .distinct()
                        .count();
    }
}
