package dev.amends.dialing;

import dev.amends.line.Line;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.AttemptId;
import dev.amends.promise.RepDevice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Answers a call that is to ask an owner: whom it may ring. That is the claim as well: an order
 * that was delayed, doubled or comes from an earlier life gets nothing.
 */
public final class OwnerDesk {

    private static final Logger log = LoggerFactory.getLogger(OwnerDesk.class);

    private final OwnerCalls.Book book;
    private final Owners owners;
    private final Duration ring;
    private final InstantSource clock;

    /**
     * @param ring how long a phone rings
     */
    public OwnerDesk(OwnerCalls.Book book, Owners owners, Duration ring, InstantSource clock) {
        this.book = book;
        this.owners = owners;
        this.ring = ring;
        this.clock = clock;
    }

    /** The owner's phone, for the one who comes first, if he is still free. */
    public Optional<Seat> seat(AttemptId attempt) {
        Instant now = clock.instant();
        return book.actions()
                .placed(attempt)
                .filter(placed -> book.rules().mayClaim(placed, now) && free(placed, now))
                .filter(placed ->
                        book.actions()
                                .move(
                                        placed,
                                        placed.claimed(now),
                                        "won the claim, his phone may ring",
                                        now))
                .flatMap(this::seat);
    }

    private boolean free(ActionPromise.Placed placed, Instant now) {
        ActionPolicy.Owner owner = owners.of(placed, now);
        boolean may = owner.lineOpen() && owner.free();
        if (!may) {
            log.info("the owner of {} is not rung: not free any more", placed.id());
        }
        return may;
    }

    private Optional<Seat> seat(ActionPromise.Placed placed) {
        Optional<RepDevice> phone = placed.terms().owner().phone();
        String queue = owners.line(placed).map(Line::queue).orElse("");
        return phone.map(rep -> new Seat.AtRep(rep, queue, ring, List.of()));
    }
}
