package dev.amends.simulation;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;

/**
 * The steps of one life of Amends: every call of a port, before and after which it can be killed or
 * stand still, and during which the world goes on. A store may fail, before it has committed and
 * after.
 */
final class Steps {

    private static final Duration SLOW = Duration.ofSeconds(2);

    /** What changes the store; all else is reading. */
    private static final Set<String> CHANGES =
            Set.of(
                    "promise",
                    "note",
                    "order",
                    "spoke",
                    "notePresent",
                    "noteGone",
                    "move",
                    "intend",
                    "claim",
                    "answered",
                    "settle",
                    "cost",
                    "slipped",
                    "messaged",
                    "handOver",
                    "overdue",
                    "begun",
                    "told",
                    "empty",
                    "flag");

    private final Place place;
    private final Daemon daemon;
    private final int life;

    Steps(Place place, Daemon daemon) {
        this.place = place;
        this.daemon = daemon;
        this.life = daemon.life().number();
    }

    /** The statement failed, or nobody knows whether it did. */
    static final class StoreDown extends RuntimeException {
        private static final long serialVersionUID = 1;

        StoreDown(String message) {
            super(message, null, false, false);
        }
    }

    /** A port of the store, with all that can happen to it. */
    <P> P ofStore(Class<P> port, P real) {
        return proxy(port, real, true);
    }

    /** Any other port. */
    <P> P of(Class<P> port, P real) {
        return proxy(port, real, false);
    }

    private <P> P proxy(Class<P> port, P real, boolean store) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, values) -> {
                            boolean changes = store && CHANGES.contains(method.getName());
                            before(store, changes);
                            Object result = invoke(real, method, values);
                            after(changes);
                            return result;
                        }));
    }

    private static @Nullable Object invoke(
            Object real, Method method, @Nullable Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void before(boolean store, boolean changes) {
        goOn();
        if (store && place.weather.strikes(Fault.STORE_REFUSES)) {
            throw new StoreDown("refused");
        }
        if (changes && daemon.storeFull()) {
            throw new StoreDown("full");
        }
    }

    private void after(boolean changes) {
        goOn();
        if (changes && place.weather.strikes(Fault.COMMIT_UNANSWERED)) {
            throw new StoreDown("no answer to a commit");
        }
    }

    /** Between two steps: may be its end, may take a while. */
    private void goOn() {
        requireAlive();
        if (place.weather.strikes(Fault.AMENDS_KILLED_IN_A_STEP)) {
            daemon.dies();
            throw new Killed();
        }
        if (place.weather.strikes(Fault.STEP_SLOW)) {
            place.goesOn(place.fate().upTo(SLOW));
        }
        while (daemon.life().number() == life && daemon.life().frozen()) {
            place.goesOn(Duration.between(place.now(), daemon.life().thaws()));
            if (daemon.life().frozen()) {
                break; // too deep to wait: goes on, as if it had been frozen a step later
            }
        }
        requireAlive();
    }

    private void requireAlive() {
        if (daemon.life().number() != life) {
            throw new Killed();
        }
    }
}
