package dev.amends.supervision;

import dev.amends.line.ExperienceOnRecord;
import dev.amends.line.PassedOver;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Whether each line's one order was kept, as a running Amends has counted it. */
public final class FairnessDesk {

    private final ExperienceOnRecord record;

    public FairnessDesk(ExperienceOnRecord record) {
        this.record = record;
    }

    /** A sentence for each line on which anybody was served. */
    public List<String> told() {
        return record.read().entrySet().stream()
                .sorted(Comparator.comparing(line -> line.getKey().value()))
                .map(line -> Map.entry(line.getKey().value(), PassedOver.read(line.getValue())))
                .filter(line -> line.getValue().served() > 0)
                .map(line -> told(line.getKey(), line.getValue()))
                .toList();
    }

    private static String told(String line, PassedOver counted) {
        return "%s: %d served; passed although earlier: promised %d, on the line %d (longest %d s)."
                .formatted(
                        line,
                        counted.served(),
                        counted.promised(),
                        counted.onTheLine(),
                        counted.longest().toSeconds());
    }
}
