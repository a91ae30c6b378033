package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.bench.Hiccups;
import dev.amends.bench.Leg;
import dev.amends.callcentre.CallCentre;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;

/**
 * Callers who come in one after the other while something breaks: some listen, some wait, some ask
 * for a call, and some who were promised one ring again. Each notes what he had to suffer.
 */
final class Callers implements AutoCloseable {

    private static final Leg VOICE = Leg.tone(CallCentre.CALLER_TONE);
    private static final Duration BETWEEN = Duration.ofMillis(1300);
    private static final int MOST_ASK = 6;

    private final CallCentre centre;
    private final People people;
    private final BiPredicate<Instant, Instant> away;
    private final Hiccups hiccups = new Hiccups();
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Thread> each = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Instant> welcomed = new CopyOnWriteArrayList<>();
    private final List<Integer> ringAgain = new CopyOnWriteArrayList<>();
    private final Thread door = Thread.ofVirtual().unstarted(this::come);
    private volatile Visit visit = this::listensWaitsOrAsks;
    private volatile Duration between = BETWEEN;
    private volatile boolean open = true;
    private volatile boolean asking = true;

    /**
     * @param away whether the telephone system was away at some time between two moments
     */
    Callers(CallCentre centre, People people, BiPredicate<Instant, Instant> away) {
        this.centre = centre;
        this.people = people;
        this.away = away;
    }

    /** The first one calls now. */
    void start() {
        hiccups.start();
        door.start();
    }

    /** What the nth caller does, in a thread of his own. */
    @FunctionalInterface
    interface Visit {
        void by(int n);
    }

    /** Others come instead, so often. */
    void are(Visit others, Duration between) {
        visit = others;
        this.between = between;
    }

    /** From now on nobody asks for a call any more. */
    void nobodyAsks() {
        asking = false;
    }

    /** The nth of those who are owed a call rings himself soon. */
    void ringsAgain(int n) {
        ringAgain.add(n);
    }

    /** What callers had to suffer. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** When somebody who called after that moment first was asked something by Amends. */
    Optional<Instant> firstWelcomed(Instant after) {
        return welcomed.stream().filter(it -> it.isAfter(after)).min(Instant::compareTo);
    }

    private void come() {
        while (open) {
            int n = came.getAndIncrement();
            each.add(Thread.ofVirtual().start(() -> calls(n)));
            LockSupport.parkNanos(between.toNanos());
        }
    }

    private void calls(int n) {
        if (!ringAgain.isEmpty()) {
            int who = ringAgain.removeFirst();
            new Caller(this, People.owed(who), VOICE).ringsAgain(who % 2 == 0);
        } else {
            visit.by(n);
        }
    }

    private void listensWaitsOrAsks(int n) {
        Caller caller = new Caller(this, number(n), VOICE);
        switch (n % 3) {
            case 0 -> caller.listens();
            case 1 -> caller.waits();
            default -> {
                if (asking && asked.get() < MOST_ASK) {
                    caller.asks();
                } else {
                    caller.listens();
                }
            }
        }
    }

    /** The number of the nth caller. */
    static String number(int n) {
        return "+1202555%04d".formatted(3000 + n);
    }

    /** Calls. */
    Call call(String number, Leg leg) {
        return centre.call(number, leg);
    }

    People people() {
        return people;
    }

    /** One more wants to be called. */
    void asks() {
        asked.incrementAndGet();
    }

    /** Amends has asked somebody something. */
    void welcomed(Instant at) {
        welcomed.add(at);
    }

    /** What the machine stole between two moments. */
    Duration stolen(Instant from, Instant to) {
        return hiccups.between(from, to);
    }

    /** What somebody who called then had to suffer, unless the telephone system was away. */
    void complain(String number, Instant called, String what) {
        if (!away.test(called, Instant.now())) {
            complaints.add(number + " called at " + called + " and " + what);
        }
    }

    /** Nobody calls any more; waits until the last call is over. */
    @Override
    public void close() {
        open = false;
        hiccups.close();
        try {
            if (door.isAlive()) {
                door.join();
            }
            for (Thread one : new ArrayList<>(each)) {
                one.join(Duration.ofSeconds(90));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
