package dev.amends.store;

import dev.amends.promise.Ledger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The ledger on SQLite. */
class SqliteLedgerTest extends LedgerContract {

    @TempDir Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("amends.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Ledger ledger() {
        return store.ledger();
    }
}
