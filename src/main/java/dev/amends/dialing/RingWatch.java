package dev.amends.dialing;

import dev.amends.line.LineName;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Ledger.AttemptOnRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Sees from one look at the live attempts to the next how long phones rang. */
final class RingWatch {

    private static final Set<AttemptOutcome> IN_VAIN =
            Set.of(AttemptOutcome.BUSY, AttemptOutcome.NO_ANSWER, AttemptOutcome.DECLINED);

    private Map<AttemptId, Ringing> ringing = new HashMap<>();

    private record Ringing(LineName line, Instant since) {}

    /** A phone rang for so long, and was answered or not. */
    record Rang(LineName line, boolean answered, Duration after) {}

    /**
     * What became of those that rang at the last look.
     *
     * @param find an attempt that is not live any more
     */
    List<Rang> look(
            List<AttemptOnRecord> live, Function<AttemptId, Optional<AttemptOnRecord>> find) {
        Map<AttemptId, Ringing> now = new HashMap<>();
        Map<AttemptId, Attempt> found = new HashMap<>();
        for (AttemptOnRecord one : live) {
            Attempt attempt = one.attempt();
            found.put(attempt.id(), attempt);
            if (attempt.state() == AttemptState.CLAIMED) {
                LineName line = one.promise().terms().line();
                now.put(attempt.id(), new Ringing(line, attempt.changedAt()));
            }
        }
        List<Rang> over = new ArrayList<>();
        ringing.forEach((id, before) ->
                Optional.ofNullable(found.get(id))
                        .or(() -> find.apply(id).map(AttemptOnRecord::attempt))
                        .flatMap(attempt -> rang(before, attempt))
                        .ifPresent(over::add));
        ringing = now;
        return over;
    }

    private static Optional<Rang> rang(Ringing before, Attempt attempt) {
        Duration after = Duration.between(before.since(), attempt.changedAt());
        boolean answered = attempt.state() == AttemptState.ANSWERED;
        return answered || attempt.outcome().filter(IN_VAIN::contains).isPresent()
                ? Optional.of(new Rang(before.line(), answered, after))
                : Optional.empty();
    }
}
