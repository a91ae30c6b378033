package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.bench.Ended;
import dev.amends.callcentre.CallCentre;
import dev.amends.faults.Sounds.Sound;

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

    /** So long may a caller hear nothing after he has called or pressed a key. */
    private static final Duration LIMIT = Duration.ofMillis(3500);

    private static final Duration BETWEEN = Duration.ofMillis(1300);
    private static final Duration LOOK = Duration.ofSeconds(9);
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
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private void calls(int n) {
        if (!ringAgain.isEmpty()) {
            int who = ringAgain.removeFirst();
            new Caller(People.owed(who)).ringsAgain(who % 2 == 0);
            return;
        }
        Caller caller = new Caller("+1202555%04d".formatted(3000 + n));
        switch (n % 3) {
            case 0 -> caller.listens();
            case 1 -> caller.waits();
            default -> {
                if (asking && asked.getAndIncrement() < MOST_ASK) {
                    caller.asks();
                } else {
                    caller.listens();
                }
            }
        }
    }

    /** One of them, in one call. */
    private final class Caller {
        private final String number;
        private final Instant at = Instant.now();
        private final Call call;

        private Caller(String number) {
            this.number = number;
            this.call = centre.call(number);
        }

        private void listens() {
            if (greeted().isPresent()) {
                staysAndHangsUp(Duration.ofSeconds(2));
            }
        }

        private void waits() {
            asked("choice").ifPresent(question -> presses("1"));
            staysAndHangsUp(Duration.ofSeconds(2));
        }

        private void asks() {
            people.asks(number);
            if (asked("choice").flatMap(question -> presses("2")).isEmpty()
                    || asked("if-right-press-1").isEmpty()) {
                staysAndHangsUp(Duration.ofSeconds(2));
                return;
            }
            Optional<Sound> answer = presses("1");
            if (answer.filter(it -> it.name().equals("we-will-call-you")).isPresent()) {
                people.heard(number);
                call.stay(LOOK);
                call.hangUp();
            } else {
                staysAndHangsUp(Duration.ofSeconds(2));
            }
        }

        /** He waits in his place; some until a rep is there, some not so long. */
        private void ringsAgain(boolean patient) {
            asked("keep-wait-or-cancel").ifPresent(question -> presses("2"));
            if (patient && Sounds.awaitRep(call, Duration.ofSeconds(60))) {
                if (call.stay(Duration.ofSeconds(11)) && Sounds.talked(call)) {
                    people.isOver(number);
                }
                call.hangUp();
            } else {
                staysAndHangsUp(Duration.ofSeconds(2));
            }
        }

        /** What he hears first. */
        private Optional<Sound> greeted() {
            Optional<Sound> first = soon(at);
            first.filter(it -> !it.served()).ifPresent(it -> welcomed.add(it.from()));
            return first;
        }

        /** Waits for a question; nothing when it does not come, or he is served without. */
        private Optional<Sound> asked(String question) {
            return greeted()
                    .flatMap(
                            first -> Sounds.next(call, question, first.from().minusMillis(1), LOOK))
                    .filter(it -> !it.served());
        }

        /** Presses a key; what he hears next. */
        private Optional<Sound> presses(String key) {
            call.press(key);
            return soon(Instant.now().minusMillis(150));
        }

        private Optional<Sound> soon(Instant since) {
            Optional<Sound> next = Sounds.next(call, since, LOOK);
            Duration silence =
                    Duration.between(since, next.map(Sound::from).orElseGet(Instant::now));
            if (next.isEmpty() && call.ended().isPresent()) {
                complain("was hung up on after " + silence.toMillis() + " ms");
            } else if (silence.minus(stolen(since)).compareTo(LIMIT) > 0) {
                complain(
                        "heard nothing for %d ms, of which the machine stole %d, heard %s"
                                .formatted(
                                        silence.toMillis(),
                                        stolen(since).toMillis(),
                                        call.ear().promptNames()));
            }
            return next;
        }

        private void staysAndHangsUp(Duration time) {
            if (!call.stay(time) && call.ended().filter(it -> it.by() != Ended.By.US).isPresent()) {
                complain("was hung up on");
            }
            call.hangUp();
        }

        private Duration stolen(Instant since) {
            return hiccups.between(since, Instant.now());
        }

        private void complain(String what) {
            if (!away.test(at, Instant.now())) {
                complaints.add(number + " called at " + at + " and " + what);
            }
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
