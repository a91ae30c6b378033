package dev.amends.dialing;

import dev.amends.promise.AttemptId;
import dev.amends.promise.Budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The far end of a fake telephone: whoever is called answers at once, presses 1, and keeps the line
 * open as long as it may be, and a little longer. It keeps its own bill.
 */
final class GreedyCarrier {

    /** How late a call is ended at most. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private final FakeTelephone telephone;
    private final List<Billed> bill = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    GreedyCarrier(FakeTelephone telephone) {
        this.telephone = telephone;
    }

    /** One call on the bill. */
    record Billed(Instant at, String number, int minutes) {}

    private record Open(AttemptId attempt, Instant ends, Duration lasts) {
        String call() {
            return "called." + attempt.value();
        }
    }

    /** This attempt has won its claim. */
    void dialled(AttemptId attempt, Claimed claimed, Instant now) {
        Duration lasts = claimed.lasts().plus(LATE);
        Open call = new Open(attempt, now.plus(lasts), lasts);
        open.add(call);
        bill.add(new Billed(now, claimed.number().e164(), Budget.minutes(lasts)));
        telephone.begins(call.call());
        telephone.writes(attempt, new Witness.Bridged(now, call.call()));
    }

    /** Ends what is over by now; those attempts are hinted at. */
    List<Hint> ended(Instant now) {
        List<Open> over = open.stream().filter(call -> !call.ends().isAfter(now)).toList();
        open.removeAll(over);
        over.forEach(call -> {
            telephone.writes(call.attempt(), new Witness.Spoke(call.lasts()));
            telephone.ends(call.call());
            telephone.ends(call.attempt());
        });
        return over.stream().<Hint>map(call -> new Hint.AboutAttempt(call.attempt())).toList();
    }

    List<Billed> bill() {
        return List.copyOf(bill);
    }
}
