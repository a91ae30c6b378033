package dev.amends.store;

import dev.amends.promise.Callback;

import java.nio.file.Path;

/**
 * A program of its own that promises and prints each promise's number once it is committed: {@code
 * FILE FIRST COUNT}.
 */
final class PromisingProgram {

    private PromisingProgram() {}

    public static void main(String[] args) {
        int first = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        try (Store store = Store.open(Path.of(args[0]))) {
            for (int n = first; n < first + count; n++) {
                store.callerBook().arrived(Samples.arrival(n, n, Samples.noonPlus(n)));
                Callback made = Samples.promised(store.ledger(), n);
                System.out.println("committed " + n + " " + made.word());
                System.out.flush();
            }
        }
    }
}
