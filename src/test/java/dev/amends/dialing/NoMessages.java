package dev.amends.dialing;

import dev.amends.caller.NumberVerdict;
import dev.amends.promise.Ledger;

import java.time.InstantSource;

/** Where no line sends messages. */
public final class NoMessages {

    private NoMessages() {}

    /** Of this ledger. */
    public static LateMessages of(Ledger ledger) {
        return new LateMessages(
                ledger,
                Messenger.NONE,
                _ -> new NumberVerdict.Refused("nobody is sent anything"),
                InstantSource.system(),
                Runnable::run);
    }
}
