package dev.amends.store;

/** What every ledger must do, whatever database it is in. */
interface LedgerContract
        extends PromisingContract,
                SecondRequestContract,
                LimitsContract,
                OrdersContract,
                PresentContract,
                AttemptsContract,
                SlipContract,
                BudgetContract,
                OverviewContract {}
