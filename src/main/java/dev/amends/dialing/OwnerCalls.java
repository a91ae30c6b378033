package dev.amends.dialing;

import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionPromise.Open;
import dev.amends.promise.ActionPromise.Pending;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.Actions;
import dev.amends.promise.AttemptId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks after promised actions: once a second it has those owners rung who are to be asked, and
 * moves on what has become too late. On a thread of its own, so that nothing here holds up the
 * calls of callers, and the other way round.
 */
public final class OwnerCalls {

    private static final Logger log = LoggerFactory.getLogger(OwnerCalls.class);

    private final Book book;
    private final OwnerLine telephone;
    private final Owners owners;
    private final InstantSource clock;
    private final Supplier<AttemptId> ids;
    private final Beat beat = new Beat("owners", Duration.ofSeconds(1), this::tick);

    public OwnerCalls(
            Book book,
            OwnerLine telephone,
            Owners owners,
            InstantSource clock,
            Supplier<AttemptId> ids) {
        this.book = book;
        this.telephone = telephone;
        this.owners = owners;
        this.clock = clock;
        this.ids = ids;
    }

    /** The promised actions, what becomes of them, and how they are moved on. */
    public record Book(Actions actions, ActionPolicy rules, ActionSettler settler) {}

    /** Starts looking. */
    public void start() {
        beat.start();
    }

    /** Stops looking; who is being asked right now can still be. */
    public void stop() {
        beat.stop();
    }

    /** One look at all that is due. */
    void tick() {
        try {
            List<Pending> due = book.actions().due(clock.instant());
            Set<ActionOwner> asked = beingAsked(due);
            due.forEach(action -> OneByOne.about(action.id(), () -> look(action, asked)));
        } catch (TelephoneDown e) {
            log.warn("the telephone system did not answer: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("promised actions could not be looked at; in a second again", e);
        }
    }

    /** Owners who are rung or asked already: one thing at a time. */
    private static Set<ActionOwner> beingAsked(List<Pending> due) {
        Set<ActionOwner> asked = new HashSet<>();
        for (Pending action : due) {
            if (!(action instanceof Open)) {
                asked.add(action.terms().owner());
            }
        }
        return asked;
    }

    private void look(Pending action, Set<ActionOwner> asked) {
        Instant now = clock.instant();
        switch (book.rules().decide(action, owners.of(action, now), now)) {
            case ActionPolicy.Next.Goes goes -> book.settler().goes(action, goes, now);
            case ActionPolicy.Next.Ask ask -> ask((Open) action, ask.reason(), asked);
            case ActionPolicy.Next.Wait _ -> {}
        }
    }

    /** The attempt is committed before anything rings. */
    private void ask(Open action, String reason, Set<ActionOwner> asked) {
        if (!telephone.connected() || !asked.add(action.terms().owner())) {
            return;
        }
        Instant now = clock.instant();
        ActionPromise.Placed placed = action.placed(ids.get(), now);
        if (book.actions().move(action, placed, reason, now)) {
            telephone.ask(placed.attempt());
        }
    }
}
