package dev.amends.dialing;

import dev.amends.line.ExpectedWait;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the phone of a promised caller rings who comes before his rep: when his turn is no further
 * away than the lead, and earlier where the promise would else become late. First rule that speaks
 * wins: turn not known; turn near; too few phones ring; promise about to slip; not yet.
 */
public final class CallerFirstPolicy {

    /** In 95 of 100 cases a rep becomes free within so many steps. */
    private static final double STEPS_95 = -Math.log(0.05);

    private CallerFirstPolicy() {}

    /**
     * What is known of him.
     *
     * @param turn how long it is until a rep is there for whoever is in his place; nothing when
     *     that can't be told
     * @param step from one rep becoming free to the next
     * @param latest until when he was told to be called, if he was
     * @param rings how long phones ring
     */
    public record Facts(
            Optional<ExpectedWait> turn,
            Duration step,
            Optional<Instant> latest,
            RingTimes rings,
            Instant now) {}

    /** The answer, with its reason. */
    public sealed interface When {

        String reason();

        /** His phone rings now; he keeps his place. */
        record RingNow(String reason) implements When {}

        /** His phone rings now, and he is raised in order as far as anybody may be. */
        record RingUrgently(String reason) implements When {}

        /** Later. */
        record NotYet(String reason) implements When {}
    }

    /** Decides. */
    public static When decide(Facts facts, Lead lead) {
        if (facts.turn().isEmpty()) {
            return new When.NotYet("not known when his turn comes");
        }
        Duration turn = facts.turn().get().mean();
        String seconds = "his turn comes in " + turn.toSeconds() + " s";
        if (turn.compareTo(lead.ahead()) <= 0) {
            return new When.RingNow(seconds);
        }
        if (turn.compareTo(Lead.least(facts.rings(), facts.step())) <= 0) {
            return new When.RingNow(seconds + ", and so many phones are to ring at a time");
        }
        if (facts.latest().filter(latest -> urgent(latest, facts)).isPresent()) {
            return new When.RingUrgently("promised until " + facts.latest().get());
        }
        return new When.NotYet(seconds);
    }

    private static boolean urgent(Instant latest, Facts facts) {
        return urgent(latest, facts.step(), facts.rings(), facts.now());
    }

    /**
     * Whether this is the last moment at which his phone can ring so that he is called by then.
     * Once it is too late there is no hurry: else all who are overdue after an outage would ring at
     * once.
     */
    static boolean urgent(Instant latest, Duration step, RingTimes rings, Instant now) {
        Duration nextRep = Duration.ofMillis(Math.round(STEPS_95 * step.toMillis()));
        return !latest.isBefore(now) && !latest.isAfter(now.plus(nextRep).plus(rings.p80()));
    }
}
