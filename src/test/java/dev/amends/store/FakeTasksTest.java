package dev.amends.store;

import dev.amends.promise.FakeLedger;
import dev.amends.promise.Ledger;
import dev.amends.promise.Tasks;

/** The tasks in memory make the same promises as the real ones. */
class FakeTasksTest implements TasksContract {

    private final FakeLedger ledger = new FakeLedger();

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Tasks tasks() {
        return ledger.tasks();
    }
}
