package dev.amends.supervision;

import dev.amends.caller.NumberPlan;
import dev.amends.caller.Temper;
import dev.amends.caller.Tempers;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How upset a caller is, as people may see it. */
public final class CallerDesk {

    private final Tempers tempers;
    private final NumberPlan numbers;
    private final InstantSource clock;

    public CallerDesk(Tempers tempers, NumberPlan numbers, InstantSource clock) {
        this.tempers = tempers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * How upset somebody is.
     *
     * @param sentence all of it in words
     * @param first whether he is to come before others
     * @param causes what counted, the heaviest first
     */
    public record Shown(String sentence, boolean first, List<Cause> causes) {
        public Shown {
            causes = List.copyOf(causes);
        }
    }

    /**
     * One thing that counted.
     *
     * @param setting the word for it in {@code [temper]}
     */
    public record Cause(double points, String setting, String words) {}

    /** If he called from this number now; nothing when it is no telephone number. */
    public Optional<Shown> show(String number) {
        return numbers.read(number.strip())
                .map(known -> tempers.of(Optional.of(known), clock.instant()))
                .map(CallerDesk::shown);
    }

    private static Shown shown(Temper temper) {
        return new Shown(
                temper.reason(),
                temper.first(),
                temper.causes().stream()
                        .map(one -> new Cause(one.points(), one.what().word(), one.words()))
                        .toList());
    }
}
