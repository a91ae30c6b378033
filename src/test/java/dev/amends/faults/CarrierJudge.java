package dev.amends.faults;

import dev.amends.bench.Ended;
import dev.amends.bench.IncomingCall;
import dev.amends.promise.Callback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges a case by what reached the carrier, and by what the people at the phones know. */
final class CarrierJudge {

    private static final Duration RESUMED = Duration.ofSeconds(30);

    private final Bench bench;
    private final FaultCase of;

    CarrierJudge(Bench bench, FaultCase of) {
        this.bench = bench;
        this.of = of;
    }

    /** One call as the carrier saw it. */
    private record Leg(IncomingCall call, Instant from, Instant to) {}

    /** Everything that must hold and did not. */
    List<Violation> violations(boolean settled) {
        List<Violation> all = bench.seen();
        Map<String, List<Leg>> byNumber =
                legs().stream()
                        .collect(Collectors.groupingBy(it -> it.call().invite().calledUser()));
        byNumber.forEach((number, legs) -> all.addAll(twice(number, legs)));
        byNumber.forEach((number, legs) -> all.addAll(afterwards(number, legs)));
        legs().forEach(leg -> all.addAll(wrongly(leg)));
        if (settled) {
            all.addAll(ended(new Records(bench), byNumber));
        } else {
            new Records(bench)
                    .open()
                    .forEach(it -> all.add(new Violation(Invariant.I3, "open: " + it)));
        }
        bench.callers().complaints().forEach(it -> all.add(new Violation(Invariant.I4, it)));
        bench.recorded().forEach(it -> all.add(new Violation(Invariant.I7, it)));
        recovery()
                .filter(it -> it.compareTo(RESUMED) > 0)
                .ifPresent(it ->
                        all.add(new Violation(Invariant.I8, "after " + it.toSeconds() + " s")));
        return all.stream()
                .filter(it -> it.of() == Invariant.RIGHT || of.holds().contains(it.of()))
                .toList();
    }

    /** The longest time from the end of a fault until a caller was asked something again. */
    Optional<Duration> recovery() {
        List<Instant> ends = bench.ends();
        List<Duration> each = new ArrayList<>();
        for (int n = 0; n < ends.size(); n++) {
            Instant end = ends.get(n);
            Optional<Instant> welcomed = bench.callers().firstWelcomed(end);
            boolean brokenBefore =
                    n + 1 < ends.size() && welcomed.filter(ends.get(n + 1)::isAfter).isEmpty();
            if (!brokenBefore) {
                each.add(Duration.between(end, welcomed.orElse(end.plusSeconds(999))));
            }
        }
        return each.stream().max(Comparator.naturalOrder());
    }

    private List<Leg> legs() {
        return bench.centre().carrier().incomingCalls().stream().map(this::leg).toList();
    }

    private Leg leg(IncomingCall call) {
        Instant from = call.invite().at();
        Instant ended =
                call.isSilent() ? from : call.ended().map(Ended::at).orElseGet(Instant::now);
        Instant to = bench.outages().firstAfter(from).filter(ended::isAfter).orElse(ended);
        return new Leg(call, from, to);
    }

    private static List<Violation> twice(String number, List<Leg> legs) {
        List<Violation> all = new ArrayList<>();
        for (int n = 1; n < legs.size(); n++) {
            Leg before = legs.get(n - 1);
            Leg leg = legs.get(n);
            Duration between = Duration.between(before.from(), leg.from());
            if (between.compareTo(Bench.GAP) < 0) {
                all.add(
                        new Violation(
                                Invariant.I2, number + " twice in " + between.toMillis() + " ms"));
            }
            if (before.to().isAfter(leg.from())) {
                all.add(
                        new Violation(
                                Invariant.I2, number + " by two calls at once, at " + leg.from()));
            }
        }
        return all;
    }

    private List<Violation> wrongly(Leg leg) {
        String number = leg.call().invite().calledUser();
        String shown = leg.call().invite().fromUser();
        List<Violation> all = new ArrayList<>();
        if (!bench.people().known(number)) {
            all.add(new Violation(Invariant.I5, number + " was promised nothing and is called"));
        }
        if (!shown.equals(Bench.OWN_NUMBER)) {
            all.add(new Violation(Invariant.I5, number + " is called with the number " + shown));
        }
        return all;
    }

    /** Nobody is called when it is over, apart from once to be asked how it was. */
    private List<Violation> afterwards(String number, List<Leg> legs) {
        Instant over = bench.people().over(number).orElse(Instant.MAX.minus(Bench.GAP));
        List<Leg> late =
                legs.stream().filter(leg -> leg.from().isAfter(over.plus(Bench.GAP))).toList();
        boolean asked =
                late.size() == 1
                        && bench.people().mayBeAsked(number)
                        && !People.wasGreeted(late.getFirst().call());
        return asked
                ? List.of()
                : late.stream()
                        .map(_ ->
                                new Violation(
                                        Invariant.I2, number + " is called although it was over"))
                        .toList();
    }

    /** Every promise that was heard or ordered is on record, and has ended as its person knows. */
    private List<Violation> ended(Records records, Map<String, List<Leg>> legs) {
        List<Violation> all = new ArrayList<>();
        for (String number : bench.people().promised()) {
            Callback promise = records.byNumber().get(number);
            if (promise == null) {
                all.add(
                        new Violation(
                                Invariant.I1,
                                number + " was promised a call, which is on no record"));
            } else if (!rightly(promise, records, legs.getOrDefault(number, List.of()))) {
                all.add(
                        new Violation(
                                Invariant.I3,
                                number + " ended as nobody saw it: " + promise.word()));
            }
        }
        return all;
    }

    private boolean rightly(Callback promise, Records records, List<Leg> legs) {
        String number = promise.terms().number().e164();
        return switch (promise) {
            case Callback.Kept _ -> legs.stream().anyMatch(leg -> Sounds.talked(leg.call()));
            case Callback.Withdrawn _ -> bench.people().saidOver(number);
            case Callback.Broken _ -> records.tasks().contains(number);
            default -> bench.openIsFine();
        };
    }
}
