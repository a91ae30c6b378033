package dev.amends.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<Cost> thisMonth = from(budget.month(now), List.copyOf(costs.values()));
        List<Cost> today = from(day, thisMonth);
        return new Spent(
                minutes(today),
                minutes(thisMonth),
                minutes(today.stream().filter(cost -> cost.known().isEmpty()).toList()),
                (int) costs.values().stream().map(Cost::at).filter(hourAgo::isBefore).count(),
                Optional.of(costs.size() - budget.callsAnHour())
                        .filter(nth -> nth >= 0)
                        .map(nth -> List.copyOf(costs.values()).get(nth).at())
                        .filter(hourAgo::isBefore));
    }

    private static List<Cost> from(Instant start, List<Cost> all) {
        return all.stream().filter(cost -> !cost.at().isBefore(start)).toList();
    }

    private static int minutes(List<Cost> all) {
        return all.stream().mapToInt(Cost::counted).sum();
    }
}
