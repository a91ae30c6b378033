package dev.amends.dialing;

import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A messenger whose messages take until the test says what comes of them. */
final class FakeMessenger implements Messenger, Executor {

    private final Queue<Runnable> underWay = new ArrayDeque<>();
    private final Map<PromiseId, List<PromisedWindow>> told = new LinkedHashMap<>();
    private Sending comes = new Sending.Sent();

    @Override
    public void execute(Runnable message) {
        underWay.add(message);
    }

    @Override
    public Sending send(Callback.Promised promise) {
        told.computeIfAbsent(promise.id(), _ -> new ArrayList<>())
                .add(promise.terms().window().orElseThrow());
        return comes;
    }

    /** How many are being sent. */
    int underWay() {
        return underWay.size();
    }

    /** This comes of the oldest that is being sent. */
    void ends(Sending sending) {
        comes = sending;
        underWay.remove().run();
    }

    /** Amends is killed: nobody sees what comes of those that are being sent. */
    void killed() {
        underWay.clear();
    }

    /** The windows that he was sent. */
    List<PromisedWindow> told(PromiseId id) {
        return told.getOrDefault(id, List.of());
    }
}
