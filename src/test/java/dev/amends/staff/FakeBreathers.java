package dev.amends.staff;

import dev.amends.staff.Breather.Owed;
import dev.amends.staff.Breather.Running;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Breathers in memory. */
public final class FakeBreathers implements Breathers {

    private final Map<Long, Breather> open = new LinkedHashMap<>();
    private final Map<Long, Entry> all = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Owed> owe(HardCall call) {
        boolean known =
                all.values().stream()
                        .map(Entry::after)
                        .anyMatch(one ->
                                one.call().equals(call.call()) && one.rep().equals(call.rep()));
        if (known) {
            return Optional.empty();
        }
        Owed owed = new Owed(all.size() + 1, call);
        note(owed, new Entry(call, Optional.empty(), Optional.empty(), Entry.OWED));
        return Optional.of(owed);
    }

    @Override
    public synchronized List<Breather> open() {
        return open.values().stream()
                .sorted(Comparator.comparing(one -> one.after().ended()))
                .toList();
    }

    @Override
    public synchronized boolean begin(Running breather) {
        if (!(open.get(breather.id()) instanceof Owed)) {
            return false;
        }
        note(breather, entry(breather));
        return true;
    }

    @Override
    public synchronized boolean shorten(Running breather, Instant until) {
        if (!breather.equals(open.get(breather.id()))) {
            return false;
        }
        Running shorter =
                new Running(
                        breather.id(),
                        breather.after(),
                        breather.device(),
                        breather.since(),
                        until);
        note(shorter, entry(shorter));
        return true;
    }

    private static Entry entry(Running running) {
        return new Entry(
                running.after(),
                Optional.of(running.since()),
                Optional.of(running.until()),
                Entry.RUNNING);
    }

    private void note(Breather breather, Entry entry) {
        open.put(breather.id(), breather);
        all.put(breather.id(), entry);
    }

    @Override
    public synchronized boolean end(Breather breather, Instant now, String how) {
        Entry entry = all.get(breather.id());
        if (entry == null || open.remove(breather.id()) == null) {
            return false;
        }
        all.put(breather.id(), new Entry(entry.after(), entry.given(), entry.until(), how));
        return true;
    }

    @Override
    public synchronized List<Entry> since(Instant since, int most) {
        return all.values().stream()
                .filter(entry -> !entry.after().ended().isBefore(since))
                .sorted(
                        Comparator.<Entry, Instant>comparing(entry -> entry.after().ended())
                                .reversed())
                .limit(most)
                .toList();
    }
}
