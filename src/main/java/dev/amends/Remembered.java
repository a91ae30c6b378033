package dev.amends;

import dev.amends.caller.Bars;
import dev.amends.caller.CallerBook;
import dev.amends.caller.Signals;
import dev.amends.care.AfterCalls;
import dev.amends.care.Consents;
import dev.amends.care.Matters;
import dev.amends.care.Stories;
import dev.amends.line.ArrivalCounts;
import dev.amends.store.Store;

/**
 * What turns write down of callers and their calls, each port with its death in it where this
 * process has one; a part of the {@link Assembly}.
 */
record Remembered(
        CallerBook callers,
        Bars bars,
        ArrivalCounts arrivals,
        Signals signals,
        Matters matters,
        Consents consents,
        Stories stories,
        AfterCalls afterCalls) {

    static Remembered in(Store store, FailPoint dies) {
        return new Remembered(
                dies.in(CallerBook.class, store.callerBook()),
                dies.in(Bars.class, store.bars()),
                store.arrivalCounts(),
                dies.in(Signals.class, store.signals()),
                dies.in(Matters.class, store.matters()),
                dies.in(Consents.class, store.consents()),
                dies.in(Stories.class, store.stories()),
                dies.in(AfterCalls.class, store.afterCalls()));
    }
}
