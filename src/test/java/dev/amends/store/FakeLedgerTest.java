package dev.amends.store;

import dev.amends.promise.FakeLedger;
import dev.amends.promise.Ledger;

/** The ledger in memory that other rooms' tests use: it must keep what the real one keeps. */
class FakeLedgerTest extends LedgerContract {

    private final Ledger ledger = new FakeLedger();

    @Override
    Ledger ledger() {
        return ledger;
    }
}
