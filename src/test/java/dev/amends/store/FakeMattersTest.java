package dev.amends.store;

import dev.amends.care.FakeMatters;
import dev.amends.care.Matters;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.Ledger;

/** The matters in memory, with which other rooms are tested, behave as those in the store. */
class FakeMattersTest implements MattersContract {

    private final Ledger ledger = new FakeLedger();
    private final Matters matters = new FakeMatters(ledger);

    @Override
    public Matters matters() {
        return matters;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }
}
