package dev.amends.faults;

import dev.amends.promise.Callback;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the store says of those who were surely promised a call. */
record Records(Map<String, Callback> byNumber, Set<String> tasks) {

    private static final int ALL = 3000;

    /** As it stands now. */
    Records(Bench bench) {
        this(
                bench.onRecord(store -> store.ledger().list(true, ALL)).stream()
                        .filter(it ->
                                bench.people().promised().contains(it.terms().number().e164()))
                        .collect(
                                Collectors.toMap(
                                        it -> it.terms().number().e164(),
                                        Function.identity(),
                                        (one, other) -> one.open() ? one : other)),
                bench.onRecord(store -> store.tasks().list(true, ALL)).stream()
                        .flatMap(task ->
                                task.promise() instanceof Callback it
                                        ? Stream.of(it)
                                        : Stream.empty())
                        .map(it -> it.terms().number().e164())
                        .collect(Collectors.toSet()));
    }

    /** Whether any of them still has to be kept. */
    boolean anyOpen() {
        return byNumber.values().stream().anyMatch(Callback::open);
    }

    /** Those that still have to be kept. */
    List<String> open() {
        return byNumber.values().stream()
                .filter(Callback::open)
                .map(it -> it.terms().number().e164() + " is " + it.word() + ", " + it.tries())
                .toList();
    }
}
