package dev.amends.dialing;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Budgeting;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ledger.Launchable;
import dev.amends.promise.Purpose;
import dev.amends.promise.RepDevice;
import dev.amends.promise.Settler;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The tick: once a second, and at once when a hint comes, it looks at what came of attempts and
 * places those promised callers who are due. It runs on a thread of its own; hints only wake it.
 */
public final class Dialing {

    private static final Logger log = LoggerFactory.getLogger(Dialing.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /**
     * So many more promises are read than can be placed: those that rest because their placeholders
     * vanished stand in the same order, and must not hide who comes after them.
     */
    private static final int READ_BEYOND_ROOM = 1000;

    /** So many placeholders are recorded at a time, and then placed. */
    private static final int IN_ONE_TRANSACTION = 100;

    /**
     * How often everything under way is looked at should every hint be lost; with nothing under way
     * it costs two small queries.
     */
    private static final Every LOOK_AT_EVERYTHING = new Every(Duration.ofSeconds(10));

    private final Ledger ledger;
    private final CallTimes times;
    private final Settler settler;
    private final Reconciler reconciler;
    private final SlipWatch slips;
    private final Ramp ramp;
    private final OutboundLine telephone;
    private final Allowance allowance;
    private final RepsOnFloor reps;
    private final CallerFirst callers;
    private final RingWatch rings = new RingWatch();
    private final DialingSettings settings;
    private final InstantSource clock;
    private final Supplier<AttemptId> ids;
    private final LinkedBlockingQueue<Hint> hints = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("tick").daemon().unstarted(this::run);
    private volatile boolean running = true;
    private Instant nextLook = Instant.MIN;

    public Dialing(
            ClaimDesk.Book book,
            OutboundLine telephone,
            LateMessages messages,
            RepsOnFloor reps,
            CallerFirst callers,
            DialingSettings settings,
            InstantSource clock,
            Supplier<AttemptId> ids) {
        this.ledger = book.ledger();
        this.settler = book.settler();
        this.times = book.times();
        this.reconciler = new Reconciler(book, telephone, callers, clock);
        this.telephone = telephone;
        this.allowance = new Allowance(ledger, book.budget());
        this.slips =
                new SlipWatch(
                        book,
                        telephone,
                        messages,
                        allowance,
                        reps.turns(),
                        settings.slips(),
                        clock,
                        ids);
        this.ramp = new Ramp(settings.perMinute());
        this.reps = reps;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Starts ticking. */
    public void start() {
        thread.start();
    }

    /** Stops ticking; what is under way goes on by itself and is found again at the next start. */
    public void stop() {
        running = false;
        thread.interrupt();
    }

    /** Something may have happened: look at it now. Never blocks. */
    public void hint(Hint hint) {
        hints.add(hint);
    }

    private void run() {
        while (running) {
            try {
                Hint first = hints.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                Set<Hint> all = new LinkedHashSet<>();
                if (first != null) {
                    all.add(first);
                    hints.drainTo(all);
                }
                tick(all);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.error("a tick failed; the next one tries again", e);
            }
        }
    }

    /**
     * One tick: what has become too late or is about to, then everything if it is time, then what
     * the hints are about and who has spoken for long enough, then whose phones ring, then who is
     * due.
     */
    void tick(Set<Hint> all) {
        Instant after = nextLook;
        nextLook = Instant.MIN; // stays so if anything fails: the hints of this tick are gone
        reconciler.beat();
        settler.giveUp(clock.instant());
        try {
            slips.look();
            if (!telephone.connected()) {
                return;
            }
            nextLook = look(all, after);
            List<Ledger.AttemptOnRecord> live = ledger.liveAttempts();
            ring(live);
            launch(live);
        } catch (TelephoneDown e) {
            nextLook = Instant.MIN;
            log.warn("the telephone system did not answer: {}", e.getMessage());
        }
    }

    /** Looks at what is to be looked at and answers when everything is to be looked at next. */
    private Instant look(Set<Hint> all, Instant next) {
        Instant now = clock.instant();
        boolean everything =
                LOOK_AT_EVERYTHING.due(next, now) || all.contains(new Hint.LookAtEverything());
        if (everything) {
            reconciler.everything();
        }
        for (Hint hint : all) {
            switch (hint) {
                case Hint.AboutAttempt about ->
                        OneByOne.about(about.id(), () -> reconciler.attempt(about.id()));
                case Hint.AboutPromise about ->
                        OneByOne.about(about.id(), () -> reconciler.promise(about.id()));
                case Hint.LookAtEverything _ -> {}
            }
        }
        reconciler.conversations();
        return everything ? LOOK_AT_EVERYTHING.next(now) : next;
    }

    /** What is done about those under way; the others come later. */
    private void ring(List<Ledger.AttemptOnRecord> live) {
        rings.look(live, ledger::attempt).forEach(callers::learn);
        for (AttemptId id : callers.idle(live)) {
            OneByOne.about(id, () -> telephone.unseat(id));
        }
        for (AttemptId id : callers.ring(live)) {
            OneByOne.about(id, () -> telephone.ring(id));
        }
    }

    private void launch(List<Ledger.AttemptOnRecord> live) {
        Instant now = clock.instant();
        int room = ramp.room(settings.atMostPlaced() - live.size(), reps.free(), now);
        List<Launchable> due = room > 0 ? due(room, now) : List.of();
        if (due.isEmpty()) {
            return;
        }
        switch (allowance.now(now)) {
            case Budgeting.Allowed allowed ->
                    launch(due, Math.min(room, Allowance.room(allowed, live)), live, now);
            case Budgeting.Waits _ -> {}
            case Budgeting.UsedUp(Instant renews, String reason) ->
                    due.forEach(one -> putOff(one, new CallTime.Later(renews, reason), now));
        }
    }

    private void launch(
            List<Launchable> due, int room, List<Ledger.AttemptOnRecord> live, Instant now) {
        if (room == 0) {
            return;
        }
        List<Ledger.Intent> intents =
                LaunchPolicy.choose(due, room, repsNow(live), now).stream()
                        .map(promise -> intent(promise, now))
                        .toList();
        for (int from = 0; from < intents.size(); from += IN_ONE_TRANSACTION) {
            placeTogether(
                    intents.subList(from, Math.min(intents.size(), from + IN_ONE_TRANSACTION)));
        }
    }

    private Ledger.Intent intent(Callback.Promised promise, Instant now) {
        return new Ledger.Intent(promise, Attempt.intent(ids.get(), promise.id(), now));
    }

    /** Each commit waits for the disk, so they are recorded together; one by one if that fails. */
    private void placeTogether(List<Ledger.Intent> together) {
        Object first = together.getFirst().promise().id();
        List<Attempt> recorded = new ArrayList<>();
        boolean done = OneByOne.about(first, () -> recorded.addAll(ledger.intend(together)));
        if (!done && together.size() > 1) {
            together.forEach(one -> placeTogether(List.of(one)));
        } else if (!recorded.isEmpty()) {
            recorded.forEach(attempt -> ramp.placed(attempt.createdAt()));
            OneByOne.about(
                    first, () -> telephone.place(recorded.stream().map(Attempt::id).toList()));
        }
    }

    private List<Launchable> due(int room, Instant now) {
        return inTime(ledger.launchable(now, room + READ_BEYOND_ROOM), now);
    }

    /**
     * Those who may be called now. Everybody else is put off to when he may be, so that nobody who
     * may not stands before those who may, and his story tells why he waits.
     */
    private List<Launchable> inTime(List<Launchable> due, Instant now) {
        List<Launchable> mayRing = new ArrayList<>();
        for (Launchable one : due) {
            CallTime time = times.at(one.promise().terms(), now);
            if (time instanceof CallTime.Now) {
                mayRing.add(one);
            } else {
                putOff(one, time, now);
            }
        }
        return mayRing;
    }

    private void putOff(Launchable one, CallTime time, Instant now) {
        OneByOne.about(one.promise().id(), () -> putOff(one.promise(), time, now));
    }

    private void putOff(Callback.Promised promise, CallTime time, Instant now) {
        if (settler.giveUpClosed(promise, now)) {
            return;
        }
        if (time instanceof CallTime.Never) {
            log.warn("promise {} can't be kept as it stands: {}", promise.id(), time.reason());
        }
        ledger.move(promise, promise.putOff(CallTime.from(time, now)), time.reason(), now);
    }

    private LaunchPolicy.Reps repsNow(List<Ledger.AttemptOnRecord> live) {
        Set<RepDevice> taken = new HashSet<>();
        for (Ledger.AttemptOnRecord found : live) {
            if (found.attempt().purpose() == Purpose.SURVEY) {
                continue; // no rep is needed for it
            }
            found.promise().terms().appointment().ifPresent(agreed -> taken.add(agreed.rep()));
        }
        return new LaunchPolicy.Reps(reps::promisedRep, taken, settings.ownRep().patience());
    }
}
