package dev.amends.caller;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who is barred, in memory; everybody has one number. */
public final class FakeBars implements Bars {

    private final List<OnRecord> all = new ArrayList<>();

    @Override
    public synchronized Optional<Bar> of(PhoneNumber number, Instant now) {
        return all.stream()
                .filter(one -> stands(one, now) && one.bar().number().equals(number))
                .map(OnRecord::bar)
                .findFirst();
    }

    private static boolean stands(OnRecord one, Instant now) {
        return one.lifted().isEmpty() && one.bar().until().isAfter(now);
    }

    @Override
    public synchronized void put(Bar bar) {
        lift(bar.number(), bar.since());
        all.addFirst(new OnRecord(bar));
    }

    @Override
    public synchronized boolean lift(PhoneNumber number, Instant now) {
        return change(number, now, one -> new OnRecord(one.bar(), Optional.of(now), one.tries()));
    }

    @Override
    public synchronized void tried(PhoneNumber number, Instant at) {
        change(
                number,
                at,
                one ->
                        new OnRecord(
                                one.bar(),
                                one.lifted(),
                                new Tries(one.tries().times() + 1, Optional.of(at))));
    }

    private boolean change(PhoneNumber number, Instant now, UnaryOperator<OnRecord> how) {
        List<OnRecord> standing =
                all.stream()
                        .filter(one -> stands(one, now) && one.bar().number().equals(number))
                        .toList();
        standing.forEach(one -> all.set(all.indexOf(one), how.apply(one)));
        return !standing.isEmpty();
    }

    @Override
    public synchronized List<OnRecord> list(Instant now, boolean withOver, int most) {
        return all.stream().filter(one -> withOver || stands(one, now)).limit(most).toList();
    }
}
