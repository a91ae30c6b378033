package dev.amends.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The PBX that asks turns, each on a connection of its own, in one thread. Closed loop: so many
 * callers, each asks again as soon as he is answered. Open loop: turns are due at random moments,
 * whether earlier ones are answered or not, and their time counts from when they were due.
 *
 * @param server who is asked
 * @param key what it is shown
 * @param questions the next turn to ask
 */
record MockPbx(InetSocketAddress server, String key, Supplier<Asked> questions) {

    /** After that an unanswered turn counts as wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Asks with so many callers at once for so long. */
    Tally closedLoop(int callers, Duration time) {
        try (Load load = new Load(server, new Tally())) {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            for (int n = 0; n < callers; n++) {
                load.begin(ask(), System.nanoTime());
            }
            while (System.nanoTime() < end) {
                for (int ended = load.turn(end); ended > 0; ended--) {
                    load.begin(ask(), System.nanoTime());
                }
            }
            load.tally().elapsed(Duration.ofNanos(System.nanoTime() - start));
            // Those under way at the end belong to nobody: neither right nor wrong.
            return load.tally();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks so many turns per second, at random moments, for so long. */
    Tally openLoop(double perSecond, Duration time) {
        try (Load load = new Load(server, new Tally());
                Pacer pacer = new Pacer(perSecond, time, load::wakeUp)) {
            long start = System.nanoTime();
            while (!pacer.isOver()) {
                Long due = pacer.poll();
                if (due == null) {
                    load.turn(Long.MAX_VALUE);
                } else {
                    load.begin(ask(), due);
                }
            }
            load.tally().elapsed(Duration.ofNanos(System.nanoTime() - start));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (load.underWay() > 0 && System.nanoTime() < deadline) {
                load.turn(deadline);
            }
            load.giveUp();
            return load.tally();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks one turn and waits for it; its time goes to the tally. */
    Exchange once(Tally tally) {
        Exchange exchange = ask();
        try (Load load = new Load(server, tally)) {
            load.begin(exchange, System.nanoTime());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (load.underWay() > 0 && System.nanoTime() < deadline) {
                load.turn(deadline);
            }
            load.giveUp();
            return exchange;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exchange ask() {
        return new Exchange(questions.get(), key);
    }
}
