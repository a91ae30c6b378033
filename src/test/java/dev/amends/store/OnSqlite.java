package dev.amends.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A store in a new folder for each test. */
abstract class OnSqlite {

    @TempDir Path folder;
    Store store;

    @BeforeEach
    void open() {
        store = Store.open(file());
    }

    @AfterEach
    void close() {
        store.close();
    }

    final Path file() {
        return folder.resolve("amends.db");
    }
}
