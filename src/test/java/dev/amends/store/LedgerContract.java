package dev.amends.store;

/** What every ledger must do, whatever database it is in. */
interface LedgerContract
        extends PromisingContract,
                LimitsContract,
                OrdersContract,
                WaitsHimselfContract,
                AttemptsContract,
                SlipContract,
                BudgetContract,
                OverviewContract {}
