package dev.amends.supervision;

import dev.amends.supervision.Learning.Called;
import dev.amends.supervision.Learning.Fate;
import dev.amends.supervision.Report.Cell;
import dev.amends.supervision.Report.Column;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What followed a group of calls.
 *
 * @param now calls whose time to be followed by another one is not over say nothing of that
 */
record Aftermath(Collection<Followed> calls, Instant now) {

    /** A call, and all that came of it. */
    record Followed(
            Called call,
            List<String> treatments,
            Optional<Integer> mark,
            Optional<Boolean> solved,
            Optional<String> mistake,
            List<Fate> promises) {}

    static final List<Column> COLUMNS =
            List.of(
                    Column.plain("calls"),
                    Column.estimated("rang again"),
                    Column.estimated("mark"),
                    Column.estimated("solved"),
                    Column.estimated("promises kept"));

    /** A figure for each of the columns. */
    List<Cell> cells() {
        return List.of(
                new Cell.Count(calls.size()),
                new Cell.Share(rangAgain()),
                new Cell.Mean(marks()),
                new Cell.Share(solved()),
                new Cell.Share(kept()));
    }

    Estimate rangAgain() {
        return share(
                calls.stream()
                        .map(Followed::call)
                        .filter(call -> !call.at().plus(Learning.AGAIN).isAfter(now))
                        .flatMap(call -> call.again().stream())
                        .toList());
    }

    static Estimate calledBefore(List<Called> calls) {
        return share(calls.stream().flatMap(call -> call.before().stream()).toList());
    }

    private Estimate marks() {
        return mean(calls.stream().flatMap(one -> one.mark().stream()).toList());
    }

    private Estimate solved() {
        return share(calls.stream().flatMap(one -> one.solved().stream()).toList());
    }

    private Estimate kept() {
        return keptInTime(calls.stream().flatMap(one -> one.promises().stream()).toList());
    }

    /** Of promises that are over and still wanted. */
    static Estimate keptInTime(List<Fate> fates) {
        return share(
                fates.stream().filter(Fate::judged).map(fate -> fate == Fate.IN_TIME).toList());
    }

    static Estimate share(List<Boolean> all) {
        return Estimate.share((int) all.stream().filter(Boolean::booleanValue).count(), all.size());
    }

    static Estimate mean(List<? extends Number> all) {
        Estimate.Sum sum = Estimate.Sum.NOTHING;
        for (Number one : all) {
            sum = sum.and(one.doubleValue());
        }
        return Estimate.mean(sum);
    }

    static Estimate meanSeconds(Collection<Duration> all) {
        return mean(all.stream().map(length -> length.toMillis() / 1000.0).toList());
    }
}
