package dev.amends.supervision;

import dev.amends.caller.NumberPlan;
import dev.amends.caller.Temper;
import dev.amends.caller.Tempers;

import java.time.InstantSource;
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

    /** If he called from this number now; nothing when it is no telephone number. */
    public Optional<Temper> temper(String number) {
        return numbers.read(number.strip())
                .map(known -> tempers.of(Optional.of(known), clock.instant()));
    }
}
