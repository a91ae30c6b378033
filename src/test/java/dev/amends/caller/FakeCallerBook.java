package dev.amends.caller;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The caller book in memory: what is written behind elsewhere is there at once here. */
public final class FakeCallerBook implements CallerBook {

    private final Set<PhoneNumber> blocked = new HashSet<>();
    private final List<FlagOnRecord> flags = new ArrayList<>();
    private final Map<CallId, Arrival> arrivals = new HashMap<>();
    private final Map<CallId, Instant> hangups = new HashMap<>();

    @Override
    public synchronized CallerHistory history(PhoneNumber number, Instant since, Instant now) {
        List<Arrival> calls =
                arrivals.values().stream()
                        .filter(call -> call.number().equals(Optional.of(number)))
                        .filter(call -> !call.at().isBefore(since) && call.at().isBefore(now))
                        .toList();
        Optional<Instant> hungUp =
                arrivals.values().stream()
                        .filter(call -> call.number().equals(Optional.of(number)))
                        .map(call -> hangups.getOrDefault(call.call(), Instant.MIN))
                        .filter(at -> !at.isBefore(since))
                        .max(Comparator.naturalOrder());
        Optional<Flag> flag =
                flags.stream()
                        .filter(found -> found.number().equals(number))
                        .map(FlagOnRecord::flag)
                        .filter(f -> f.kind() == FlagKind.UPSET && f.fadesAt().isAfter(now))
                        .findFirst();
        return new CallerHistory(calls.size(), hungUp, flag);
    }

    @Override
    public synchronized void flag(PhoneNumber number, Flag flag) {
        flags.removeIf(old -> old.number().equals(number) && old.flag().kind() == flag.kind());
        flags.addFirst(new FlagOnRecord(number, flag));
    }

    @Override
    public synchronized boolean flag(CallId call, Flag flag) {
        Optional<PhoneNumber> number =
                Optional.ofNullable(arrivals.get(call)).flatMap(Arrival::number);
        number.ifPresent(known -> flag(known, flag));
        return number.isPresent();
    }

    @Override
    public synchronized List<FlagOnRecord> flags(Instant now, boolean withFaded, int most) {
        return flags.stream()
                .filter(found -> withFaded || found.flag().fadesAt().isAfter(now))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean blocked(PhoneNumber number) {
        return blocked.contains(number);
    }

    @Override
    public synchronized void block(PhoneNumber number, String reason, Instant now) {
        blocked.add(number);
    }

    @Override
    public synchronized boolean unblock(PhoneNumber number) {
        return blocked.remove(number);
    }

    /** Persons with several numbers are of the store alone. */
    @Override
    public Linking link(PhoneNumber number, PhoneNumber joins, Instant now) {
        return new Linking.Refused("not in memory");
    }

    @Override
    public Linking unlink(PhoneNumber number, Instant now) {
        return new Linking.Refused("not in memory");
    }

    @Override
    public synchronized void arrived(Arrival arrival) {
        arrivals.merge(
                arrival.call(),
                arrival,
                (was, now) -> was.route().equals(Arrival.NOT_ROUTED) ? now : was);
    }

    @Override
    public synchronized void hungUpWaiting(CallId call, Instant at) {
        hangups.put(call, at);
    }

    /** The flag on a number, faded or not. */
    public synchronized Optional<Flag> flagOf(PhoneNumber number) {
        return flags.stream()
                .filter(found -> found.number().equals(number))
                .map(FlagOnRecord::flag)
                .findFirst();
    }

    /** All arrivals, oldest first. */
    public synchronized List<Arrival> arrivals() {
        List<Arrival> all = new ArrayList<>(arrivals.values());
        all.sort(Comparator.comparing(Arrival::at));
        return all;
    }
}
