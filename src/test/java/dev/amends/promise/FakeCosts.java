package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What calls cost, for a ledger in memory. */
final class FakeCosts {

    private final Map<AttemptId, Cost> costs = new LinkedHashMap<>();

    private record Cost(Instant at, int most, Optional<Integer> known) {
        int counted() {
            return known.orElse(most);
        }
    }

    void begin(AttemptId id, int most, Instant now) {
        costs.put(id, new Cost(now, most, Optional.empty()));
    }

    boolean measured(AttemptId id, int minutes) {
        Cost cost = costs.get(id);
        if (cost == null || cost.known().isPresent()) {
            return false;
        }
        int known = Math.min(minutes, cost.most());
        costs.put(id, new Cost(cost.at(), cost.most(), Optional.of(known)));
        return true;
    }

    List<AttemptId> unmeasured() {
        return costs.entrySet().stream()
                .filter(entry -> entry.getValue().known().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    Spent spent(Budget budget, Instant now) {
        Instant hourAgo = now.minus(Duration.ofHours(1));
        Instant day = budget.day(now);
        Instant month = budget.month(now);
        List<Instant> calls = costs.values().stream().map(Cost::at).toList();
        int lastHour = (int) calls.stream().filter(hourAgo::isBefore).count();
        return new Spent(
                minutes(cost -> !cost.at().isBefore(day)),
                minutes(cost -> !cost.at().isBefore(month)),
                minutes(cost -> cost.known().isEmpty() && !cost.at().isBefore(day)),
                lastHour,
                Optional.of(calls.size() - budget.callsAnHour())
                        .filter(nth -> nth >= 0)
                        .map(calls::get)
                        .filter(hourAgo::isBefore));
    }

    private int minutes(Predicate<Cost> which) {
        return costs.values().stream().filter(which).mapToInt(Cost::counted).sum();
    }
}
