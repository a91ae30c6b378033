package dev.amends.store;

import dev.amends.promise.Actions;
import dev.amends.promise.FakeActions;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.Ledger;

/** The actions in memory, with which other rooms are tested, behave as those in the store. */
class FakeActionsTest implements ActionsContract {

    private final Ledger ledger = new FakeLedger();
    private final Actions actions = new FakeActions(ledger);

    @Override
    public Actions actions() {
        return actions;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }
}
