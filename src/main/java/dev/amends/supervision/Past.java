package dev.amends.supervision;

import dev.amends.supervision.Aftermath.Followed;
import dev.amends.supervision.Learning.Called;
import dev.amends.supervision.Learning.Closed;
import dev.amends.supervision.Learning.Promised;
import dev.amends.supervision.Learning.Seen;
import dev.amends.supervision.Learning.Span;
import dev.amends.supervision.Learning.Surveyed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What is on record of a span of time, of all lines or one.
 *
 * @param line its name; nothing for all
 */
record Past(Learning learning, Span span, Optional<String> line) {

    private boolean ofLines(String name) {
        return line.isEmpty() || line.get().equals(name);
    }

    List<Called> calls() {
        return learning.calls(span).stream().filter(call -> ofLines(call.line())).toList();
    }

    List<Closed> closed() {
        return learning.closed(span).stream().filter(one -> ofLines(one.line())).toList();
    }

    List<Promised> promised() {
        return learning.promised(span).stream().filter(one -> ofLines(one.line())).toList();
    }

    /** What was seen of callers; what belongs to no call belongs to no line. */
    List<Seen> seen() {
        List<Seen> all = learning.seen(span);
        if (line.isEmpty()) {
            return all;
        }
        Set<String> calls = calls().stream().map(Called::id).collect(Collectors.toSet());
        return all.stream().filter(one -> calls.contains(one.call())).toList();
    }

    /** Each call with all that came of it. */
    List<Followed> followed(List<Called> calls) {
        Map<String, List<Seen>> seen =
                learning.seen(span).stream().collect(Collectors.groupingBy(Seen::call));
        Map<String, Closed> closed =
                closed().stream().collect(newest(Closed::call, Function.identity()));
        Map<String, Surveyed> surveyed =
                learning.surveyed(span).stream()
                        .collect(newest(Surveyed::call, Function.identity()));
        Map<String, List<Promised>> promised =
                promised().stream().collect(Collectors.groupingBy(Promised::call));
        return calls.stream()
                .map(call ->
                        followed(
                                call,
                                seen.getOrDefault(call.id(), List.of()),
                                Optional.ofNullable(closed.get(call.id())),
                                Optional.ofNullable(surveyed.get(call.id())),
                                promised.getOrDefault(call.id(), List.of())))
                .toList();
    }

    private static Followed followed(
            Called call,
            List<Seen> seen,
            Optional<Closed> closed,
            Optional<Surveyed> surveyed,
            List<Promised> promised) {
        return new Followed(
                call,
                Treatments.of(call, seen, closed, promised),
                surveyed.flatMap(Surveyed::mark),
                surveyed.flatMap(Surveyed::solved)
                        .or(() -> closed.map(Closed::came).map("solved"::equals)),
                closed.flatMap(Closed::mistake),
                promised.stream().map(Promised::fate).toList());
    }

    /** The marks that callers gave, by call. */
    Map<String, Integer> marks() {
        return learning.surveyed(span).stream()
                .filter(one -> one.mark().isPresent())
                .collect(newest(Surveyed::call, one -> one.mark().orElseThrow()));
    }

    /** Of several about one call the last word counts, which comes first. */
    private static <T, V> Collector<T, ?, Map<String, V>> newest(
            Function<T, String> call, Function<T, V> value) {
        return Collectors.toMap(call, value, (newer, _) -> newer);
    }
}
