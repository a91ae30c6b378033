package dev.amends.caller;

import java.time.Duration;
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
public final class FakeCallerBook implements CallerBook, Signals {

    private final Set<PhoneNumber> blocked = new HashSet<>();
    private final List<FlagOnRecord> flags = new ArrayList<>();
    private final Map<CallId, Arrival> arrivals = new HashMap<>();
    private final Map<PhoneNumber, Set<CallId>> callsFrom = new HashMap<>();
    private final Map<CallId, Instant> hangups = new HashMap<>();
    private final Map<CallId, Instant> answers = new HashMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private Linking linking = new Linking.Refused("not in memory");

    @Override
    public synchronized CallerHistory history(PhoneNumber number, Instant since, Instant now) {
        List<Arrival> his = callsOf(number);
        List<Arrival> calls =
                his.stream()
                        .filter(call -> !call.at().isBefore(since) && call.at().isBefore(now))
                        .toList();
        Optional<Instant> hungUp =
                his.stream()
                        .map(call -> hangups.getOrDefault(call.call(), Instant.MIN))
                        .filter(at -> !at.isBefore(since))
                        .max(Comparator.naturalOrder());
        return new CallerHistory(
                new CallerHistory.Calls(
                        calls.size(),
                        calls.stream().map(Arrival::at).max(Comparator.naturalOrder()),
                        hungUp,
                        longestWait(his, now)),
                flag(number, FlagKind.UPSET, now),
                flag(number, FlagKind.ABUSIVE, now),
                List.of());
    }

    private List<Arrival> callsOf(PhoneNumber number) {
        return callsFrom.getOrDefault(number, Set.of()).stream()
                .map(arrivals::get)
                .filter(call -> call.number().equals(Optional.of(number)))
                .toList();
    }

    private Optional<Flag> flag(PhoneNumber number, FlagKind kind, Instant now) {
        return flags.stream()
                .filter(found -> found.number().equals(number))
                .map(FlagOnRecord::flag)
                .filter(flag -> flag.kind() == kind && flag.fadesAt().isAfter(now))
                .findFirst();
    }

    private Optional<Duration> longestWait(List<Arrival> his, Instant now) {
        return his.stream()
                .filter(call -> !call.at().isBefore(now.minus(Duration.ofDays(1))))
                .filter(call -> ended(call).isPresent())
                .map(call -> Duration.between(call.at(), ended(call).get()))
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> ended(Arrival call) {
        return Optional.ofNullable(answers.getOrDefault(call.call(), hangups.get(call.call())));
    }

    @Override
    public synchronized void flag(PhoneNumber number, Flag flag) {
        flags.removeIf(old -> old.number().equals(number) && old.flag().kind() == flag.kind());
        flags.addFirst(new FlagOnRecord(number, flag));
    }

    @Override
    public synchronized boolean flag(CallId call, Flag flag) {
        Optional<PhoneNumber> number = callerOf(call);
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

    /** From now on a link ends so: persons with several numbers are of the store alone. */
    public void links(Linking answer) {
        linking = answer;
    }

    @Override
    public Linking link(PhoneNumber number, PhoneNumber joins, Instant now) {
        return linking;
    }

    @Override
    public Linking unlink(PhoneNumber number, Instant now) {
        return new Linking.Refused("not in memory");
    }

    @Override
    public synchronized void arrived(Arrival arrival) {
        arrival.number()
                .ifPresent(number ->
                        callsFrom
                                .computeIfAbsent(number, _ -> new HashSet<>())
                                .add(arrival.call()));
        arrivals.merge(
                arrival.call(),
                arrival,
                (was, now) -> was.route().equals(Arrival.NOT_ROUTED) ? now : was);
    }

    @Override
    public synchronized void hungUpWaiting(CallId call, Instant at) {
        hangups.put(call, at);
    }

    @Override
    public synchronized void answered(CallId call, Instant at) {
        answers.put(call, at);
    }

    @Override
    public synchronized void record(Signal signal) {
        signals.add(signal);
    }

    @Override
    public synchronized List<Signal> recent(PhoneNumber number, Instant since) {
        return signals.stream()
                .filter(signal -> !signal.at().isBefore(since))
                .filter(signal -> whose(signal).equals(Optional.of(number)))
                .map(signal ->
                        new Signal(
                                signal.kind(),
                                Optional.of(number),
                                signal.call(),
                                signal.line(),
                                signal.at(),
                                signal.detail()))
                .sorted(Comparator.comparing(Signal::at).reversed())
                .limit(MOST)
                .toList();
    }

    private Optional<PhoneNumber> callerOf(CallId call) {
        return Optional.ofNullable(arrivals.get(call)).flatMap(Arrival::number);
    }

    private Optional<PhoneNumber> whose(Signal signal) {
        return signal.number().or(() -> signal.call().flatMap(this::callerOf));
    }

    /** All signals, in the order in which they were recorded. */
    public synchronized List<Signal> signals() {
        return List.copyOf(signals);
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
