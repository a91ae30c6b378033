package dev.amends.rehearsal;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.ToldWait;
import dev.amends.line.Waiting;
import dev.amends.promise.Callback;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Somebody who wants to speak with a rep: on the line, or promised a call. */
final class Party {

    final String id;
    final Person person;
    final Instant came;

    /** Whether he is counted in the outcome. */
    final boolean counts;

    /** His place in the one order. */
    EffectiveArrival arrival;

    /** Whether he comes first as upset. */
    boolean first;

    /** The queue he is in. */
    String queue = "";

    /** What he was promised, if he was. */
    @Nullable Pledge pledge;

    private Optional<ToldWait> told = Optional.empty();
    private Stage stage = Stage.WAITING;
    private Instant since;
    private int changes;

    Party(String id, Person person, Instant came, boolean counts) {
        this.id = id;
        this.person = person;
        this.came = came;
        this.counts = counts;
        this.arrival = new EffectiveArrival(came);
        this.since = came;
    }

    /** A promise and what came of it so far. */
    static final class Pledge {
        Callback callback;

        /** Until when the phone was to ring first; nothing when no wait was foreseen. */
        final Optional<Instant> latest;

        boolean rang;
        boolean keptBefore;
        @Nullable VirtualRep rep;
        @Nullable Instant repSince;

        Pledge(Callback.Promised callback, Optional<Instant> latest) {
            this.callback = callback;
            this.latest = latest;
        }
    }

    Stage stage() {
        return stage;
    }

    /** What he was told about his wait. */
    Optional<ToldWait> told() {
        return told;
    }

    void tell(Optional<ToldWait> wait) {
        told = wait;
    }

    void becomes(Stage next, Instant now) {
        stage = next;
        since = now;
        changes++;
    }

    /** For how long he has been at this stage. */
    Duration lasted(Instant now) {
        return Duration.between(since, now);
    }

    /** Does this later only if nothing has happened with him until then. */
    Runnable unlessChanged(Runnable later) {
        int then = changes;
        return () -> {
            if (changes == then) {
                later.run();
            }
        };
    }

    Pledge pledged() {
        if (pledge == null) {
            throw new IllegalStateException("was promised nothing");
        }
        return pledge;
    }

    /** In a queue, or with a placeholder there. */
    Waiting waiting() {
        return new Waiting(id, arrival);
    }

    InOrder inOrder(Instant now) {
        Pledge promised = pledge;
        boolean ringing = stage == Stage.RINGING;
        return new InOrder(
                id,
                arrival,
                stage,
                stage == Stage.DUE && promised != null
                        ? Optional.of((Callback.Promised) promised.callback)
                        : Optional.empty(),
                promised == null
                        ? Optional.empty()
                        : promised.callback.terms().window().map(window -> window.to()),
                ringing ? lasted(now) : Duration.ZERO,
                promised != null && promised.keptBefore);
    }
}
