package dev.amends.store;

import dev.amends.caller.CallerBook;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.Signals;

/** The record in memory that other tests use does what the real one does. */
class FakeSignalsTest extends SignalsContract {

    private final FakeCallerBook fake = new FakeCallerBook();

    @Override
    Signals signals() {
        return fake;
    }

    @Override
    CallerBook book() {
        return fake;
    }
}
