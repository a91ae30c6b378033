package dev.amends.store;

import dev.amends.promise.FakeLedger;
import dev.amends.promise.Ledger;

/** The ledger in memory that other rooms' tests use: it must keep what the real one keeps. */
class FakeLedgerTest implements LedgerContract {

    private final Ledger ledger = new FakeLedger();

    @Override
    public Ledger ledger() {
        return ledger;
    }
}
