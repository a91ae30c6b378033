package dev.amends.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The questions of the dialplan to Amends: each has a dead-man's switch, and none is asked of an
 * Amends that has given no sign of life for ten seconds. Late and doubled ones are answered to
 * nobody.
 */
final class Turns {

    private static final Duration DEAD_MAN = Duration.ofMillis(2700);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Place place;
    private final Pbx pbx;
    private final Wire wire;
    private final Daemon daemon;

    Turns(Place place, Pbx pbx, Wire wire, Daemon daemon) {
        this.place = place;
        this.pbx = pbx;
        this.wire = wire;
        this.daemon = daemon;
    }

    /** Gets the first answer, or that there was none. */
    private static final class Once<T> implements Consumer<Optional<T>> {
        private final Consumer<Optional<T>> then;
        private final int life;
        private boolean over;

        Once(Life asker, Consumer<Optional<T>> then) {
            this.then = then;
            this.life = asker.number();
        }

        /** Whether whoever asked is still there. */
        boolean waits(Life asker) {
            return life == asker.number();
        }

        @Override
        public void accept(Optional<T> answer) {
            if (!over) {
                over = true;
                then.accept(answer);
            }
        }
    }

    /** Asks, and goes on with the answer, or with nothing. */
    <T> void ask(Function<Daemon.Desk, Optional<T>> question, Consumer<Optional<T>> then) {
        Once<T> once = new Once<>(pbx.life(), then);
        if (daemon.silentFor().compareTo(SIGN_OF_LIFE) > 0 || !daemon.life().alive()) {
            pbx.life().in(Duration.ofMillis(1), () -> once.accept(Optional.empty()));
            return;
        }
        pbx.life().in(DEAD_MAN, () -> once.accept(Optional.empty()));
        if (wire.cut() || place.weather.strikes(Fault.TURN_LOST)) {
            return;
        }
        Duration way =
                place.weather.strikes(Fault.TURN_LATE)
                        ? DEAD_MAN.plus(place.fate().upTo(LATE))
                        : underWay();
        daemon.life().in(way, () -> arrives(question, once));
        if (place.weather.strikes(Fault.TURN_DOUBLED)) {
            daemon.life()
                    .in(
                            way.plus(place.fate().upTo(LATE)),
                            () -> arrives(question, new Once<>(pbx.life(), _ -> {})));
        }
    }

    private <T> void arrives(Function<Daemon.Desk, Optional<T>> question, Once<T> once) {
        daemon.answer(question)
                .ifPresent(answer -> {
                    if (once.waits(pbx.life())
                            && !wire.cut()
                            && !place.weather.strikes(Fault.REPLY_LOST)) {
                        pbx.life().in(underWay(), () -> once.accept(answer));
                    }
                });
    }

    private Duration underWay() {
        return place.fate().between(Duration.ofMillis(1), Duration.ofMillis(6));
    }
}
