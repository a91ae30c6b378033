package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What calls cost, for a ledger in memory. */
final class FakeCosts {

    private final Map<AttemptId, Cost> costs = new LinkedHashMap<>();
    private final Set<AttemptId> unmeasured = new LinkedHashSet<>();

    private record Cost(Instant at, int most, Optional<Integer> known) {
        int counted() {
            return known.orElse(most);
        }
    }

    void begin(AttemptId id, int most, Instant now) {
        costs.put(id, new Cost(now, most, Optional.empty()));
        unmeasured.add(id);
    }

    boolean measured(AttemptId id, int minutes) {
        Cost cost = costs.get(id);
        if (cost == null || cost.known().isPresent()) {
            return false;
        }
        int known = Math.min(minutes, cost.most());
        costs.put(id, new Cost(cost.at(), cost.most(), Optional.of(known)));
        unmeasured.remove(id);
        return true;
    }

    List<AttemptId> unmeasured() {
        return List.copyOf(unmeasured);
    }

    Spent spent(Budget budget, Instant now) {
        Instant hourAgo = now.minus(Duration.ofHours(1));
        Instant day = budget.day(now);
        Instant month = budget.month(now);
        int nth = costs.size() - budget.callsAnHour();
        int ofDay = 0;
        int ofMonth = 0;
        int open = 0;
        int ofHour = 0;
        Optional<Instant> fullSince = Optional.empty();
        for (Cost cost : costs.values()) {
            boolean today = !cost.at().isBefore(day);
            ofDay += today ? cost.counted() : 0;
            ofMonth += !cost.at().isBefore(month) ? cost.counted() : 0;
            open += today && cost.known().isEmpty() ? cost.counted() : 0;
            ofHour += cost.at().isAfter(hourAgo) ? 1 : 0;
            fullSince = nth-- == 0 ? Optional.of(cost.at()) : fullSince;
        }
        return new Spent(ofDay, ofMonth, open, ofHour, fullSince.filter(hourAgo::isBefore));
    }
}
