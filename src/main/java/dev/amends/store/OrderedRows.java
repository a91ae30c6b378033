package dev.amends.store;

import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ordered;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/** Promises that one of our own people orders, written in one transaction. */
final class OrderedRows {

    private OrderedRows() {}

    /** What came of it, and the line it wrote into the story if it changed anything. */
    record Done(Ordered answer, Optional<StoryEntry> entry) {}

    /** A new promise, or another time for the one that he has on that line. */
    static Done order(Handle handle, CallbackTerms terms, String reason) {
        Optional<Callback> his = PromiseRows.openOfPerson(handle, terms.number(), terms.line());
        if (his.isPresent()) {
            return otherwise(handle, his.get(), terms, reason);
        }
        return PromiseCounts.openAnywhere(handle, terms.number())
                .map(there -> refused(Ordered.Refused.another(there, terms)))
                .orElseGet(() -> made(handle, terms, reason));
    }

    private static Done made(Handle handle, CallbackTerms terms, String reason) {
        PromiseRows.insert(handle, terms, Optional.empty());
        Callback.Unspoken unspoken = new Callback.Unspoken(terms, PromiseRows.FIRST_VERSION);
        Callback.Promised promised = unspoken.spoken(terms.askedAt());
        PromiseRows.move(handle, unspoken, promised);
        StoryEntry entry = StoryEntry.of(terms.id(), promised.word(), reason, terms.askedAt());
        return new Done(new Ordered.Made(promised), Optional.of(entry.write(handle)));
    }

    private static Done otherwise(
            Handle handle, Callback there, CallbackTerms order, String reason) {
        if (!(there instanceof Callback.Promised promised)) {
            return refused(Ordered.Refused.underWay(there));
        }
        Callback.Promised moved = promised.orderedAgain(order);
        PromiseRows.change(handle, promised, moved, Optional.empty());
        StoryEntry entry =
                StoryEntry.of(moved.id(), StoryEntry.TIME_CHANGED, reason, order.askedAt());
        return new Done(
                new Ordered.Moved(moved, promised.notBefore()), Optional.of(entry.write(handle)));
    }

    private static Done refused(Ordered.Refused refused) {
        return new Done(refused, Optional.empty());
    }
}
