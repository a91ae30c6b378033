package dev.amends.simulation;

import dev.amends.caller.CallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.care.Consents;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Matters;
import dev.amends.care.Stories;
import dev.amends.dialing.CallerFirst;
import dev.amends.dialing.ClaimDesk;
import dev.amends.dialing.Crank;
import dev.amends.dialing.Dialing;
import dev.amends.dialing.DialingSettings;
import dev.amends.dialing.Hint;
import dev.amends.dialing.LateMessages;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.dialing.Messenger;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.OwnerCalls;
import dev.amends.dialing.OwnerDesk;
import dev.amends.dialing.OwnerLine;
import dev.amends.dialing.Owners;
import dev.amends.dialing.RepsOnFloor;
import dev.amends.line.Experience;
import dev.amends.line.ExperienceOnRecord;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.Tally;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.Actions;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Lateness;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.Settler;
import dev.amends.promise.Tasks;
import dev.amends.reception.Dialogues;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Amends, life after life: each puts the real rooms together as the program does, on the one store
 * that outlives them all.
 */
final class Daemon {

    static final LineName SUPPORT = new LineName("support");
    static final Duration RING = Duration.ofSeconds(25);
    static final Duration REP_WAIT = Duration.ofSeconds(900);
    static final int AT_MOST_PLACED = 50;

    /** Three of its beats in one, as most of what a day costs are beats at which nothing is due. */
    private static final Duration BEAT = Duration.ofSeconds(3);

    private static final Duration BEAT_OF_AN_EMPTY_HOUSE = Duration.ofSeconds(60);
    static final Duration BEAT_OF_A_NIGHT = Duration.ofMinutes(5);
    private static final Duration A_NIGHT_BEGINS = Duration.ofHours(3);
    private static final Duration A_THREAD_BEGINS = Duration.ofSeconds(1);
    static final NumberPlan NUMBERS = new NumberPlan("US");
    static final String OWN_NUMBER = "+12025550100";
    static final Lateness LATENESS = Lateness.USUAL;

    /** How owners are asked; those who made the promise are here all day. */
    static final ActionSettings ACTIONS =
            new ActionSettings(
                    Duration.ZERO, 3, Duration.ofMinutes(2), Duration.ofSeconds(20), List.of());

    private final Place place;
    private final Life life;
    private final Rules rules;
    private final Store store;
    private final Pbx pbx;
    private final Wire wire;
    private final Mail mail;
    private final Fate ids;
    private Instant since = Instant.MIN;
    private Instant storeFullUntil = Instant.MIN;
    private Desk desk;

    /** What it obeys, and which of its safeguards is off. */
    record Rules(
            Line line,
            CallTimes times,
            LaunchWay way,
            Offers offers,
            WhenLate late,
            Budget budget,
            Safeguard off) {

        private DialingSettings dialing() {
            return new DialingSettings(
                    RING,
                    AT_MOST_PLACED,
                    late.perMinute(),
                    new DialingSettings.OwnRep(REP_WAIT, Duration.ofSeconds(20)),
                    late.slips(),
                    Map.of(
                            SUPPORT,
                            new DialingSettings.OfLine(OWN_NUMBER, LaunchSettings.of(way))));
        }
    }

    /**
     * What callers of this day are asked and offered.
     *
     * @param slots how many reps there are for times that callers choose, if they may
     */
    record Offers(IntakeTerms intake, WeeklyReps slots) {}

    /** What outlives it. */
    record Store(Ledger ledger, Tasks tasks, Actions actions, CallerBook callers, Told told) {}

    /** What callers have said of themselves, and whether it may be recorded. */
    record Told(Matters matters, Consents consents, Stories stories) {}

    /** Enough of everything but this. */
    static Budget budget(int callsAnHour) {
        return new Budget(10_000, 100_000, callsAnHour, 30, Scenario.ZONE);
    }

    private static Told told(Told real, Steps steps, Safeguard off) {
        return new Told(
                steps.ofStore(Matters.class, real.matters()),
                steps.ofStore(Consents.class, off.consents(real.consents())),
                steps.ofStore(Stories.class, real.stories()));
    }

    Daemon(Place place, Rules rules, Store store, Pbx pbx, Wire wire, Mail mail) {
        this.place = place;
        this.life = new Life(place.agenda);
        this.rules = rules;
        this.store = store;
        this.pbx = pbx;
        this.wire = wire;
        this.mail = mail;
        this.ids = place.fate().split();
        this.desk = new Desk();
        wire.tells(() -> desk.floor.lost(), this::linked);
        pbx.tells(this::hint, this::watches);
    }

    Life life() {
        return life;
    }

    Rules rules() {
        return rules;
    }

    boolean storeFull() {
        return place.now().isBefore(storeFullUntil);
    }

    void storeIsFull(Duration time) {
        storeFullUntil = place.now().plus(time);
    }

    void storeHasRoom() {
        storeFullUntil = Instant.MIN;
    }

    /** The program is started, by hand or because it had ended. */
    void starts() {
        if (life.alive()) {
            return;
        }
        life.begins();
        since = place.now();
        desk = new Desk();
        place.trace.note("Amends is up");
        wire.drops();
        life.in(BEAT, desk::beats);
    }

    /** Killed; whoever watches over it starts it again. */
    void dies() {
        life.ends();
        since = place.now();
        place.trace.note("Amends is gone");
        place.agenda.in(place.fate().seconds(1, 8), this::starts);
    }

    void freezes(Duration time) {
        since = place.now();
        life.freezes(time);
    }

    /** For how long it has given no sign of life. */
    Duration silentFor() {
        Duration still =
                life.alive() && !life.frozen()
                        ? Duration.ZERO
                        : Duration.between(since, place.now());
        Duration apart = wire.downFor();
        return still.compareTo(apart) > 0 ? still : apart;
    }

    private void linked() {
        if (life.alive()) {
            desk.floor.resynced(pbx.hall().snapshots());
            desk.hears(new Hint.LookAtEverything());
        }
    }

    private void watches(Consumer<Floor> change) {
        if (life.alive() && wire.connected() && !wire.cut()) {
            change.accept(desk.floor);
        }
    }

    private void hint(Hint hint) {
        if (life.alive() && wire.connected() && !wire.cut()) {
            desk.hears(hint);
        }
    }

    /**
     * What it answers to a question: nothing at all when it is killed over it, and a nothing when
     * it has no answer or fails.
     */
    <T> Optional<Optional<T>> answer(Function<Desk, Optional<T>> question) {
        try {
            return Optional.of(question.apply(desk));
        } catch (Killed _) {
            return Optional.empty();
        } catch (RuntimeException e) {
            place.trace.note("a turn failed: " + e);
            return Optional.of(Optional.empty());
        }
    }

    /** The line remembers what calls are like here. */
    private static final class UsualDays implements ExperienceOnRecord {
        private static final Map<String, Tally> SUMS =
                Map.of(
                        "handling", new Tally(20, 20.0 * 150, 20),
                        "patience", new Tally(20, 20.0 * 240, 20));

        @Override
        public Map<LineName, Map<String, Tally>> read() {
            return Map.of(SUPPORT, SUMS);
        }

        @Override
        public void write(Map<LineName, Map<String, Tally>> sums, Instant now) {}
    }

    /** All that one life of it holds in memory. */
    final class Desk {
        final Floor floor =
                new Floor(
                        _ -> Map.of(),
                        Experience.goingOn(List.of(rules.line()), new UsualDays(), place.clock));
        final ClaimDesk claims;
        final OwnerDesk phones;
        final Dialogues dialogues;
        private final Dialing dialing;
        private final OwnerCalls owners;
        private final int mine = life.number();
        private final Set<Hint> hints = new LinkedHashSet<>();
        private boolean ticking;
        private boolean woken;

        private Desk() {
            Steps steps = new Steps(place, Daemon.this);
            Ledger ledger = steps.ofStore(Ledger.class, rules.off().ledger(store));
            CallerBook callers = steps.ofStore(CallerBook.class, store.callers());
            OutboundLine line = steps.of(OutboundLine.class, rules.off().line(wire));
            Map<LineName, Line> lines = Map.of(SUPPORT, rules.line());
            Settler settler = new Settler(ledger, new RetryPolicy(rules.off().retry()));
            Budget budget = rules.off().budget(rules.budget());
            ClaimDesk.Book book = new ClaimDesk.Book(ledger, settler, rules.times(), budget);
            DialingSettings settings = rules.dialing();
            CallerFirst first = new CallerFirst(floor, lines, settings, this::hears, place.clock);
            RepsOnFloor reps = new RepsOnFloor(floor, lines, place.clock);
            NumberJudge judge =
                    NumberJudge.by(new NumberPolicy(NUMBERS, NumberRules.NONE), callers);
            dialing =
                    new Dialing(
                            book,
                            line,
                            new LateMessages(
                                    ledger,
                                    steps.of(Messenger.class, mail),
                                    judge,
                                    place.clock,
                                    this::beside),
                            reps,
                            first,
                            settings,
                            place.clock,
                            () -> new AttemptId(ids.id()));
            claims =
                    new ClaimDesk(
                            new ClaimDesk.Book(
                                    ledger, settler, rules.off().claimTimes(rules.times()), budget),
                            floor,
                            lines,
                            rules.off().claimNumbers(judge),
                            settings,
                            first,
                            place.clock);
            ActionPolicy asking = new ActionPolicy(ACTIONS);
            Actions actions = steps.ofStore(Actions.class, rules.off().actions(store.actions()));
            OwnerCalls.Book promised =
                    new OwnerCalls.Book(
                            actions,
                            asking,
                            new ActionSettler(actions, asking, judge, rules.times(), this::drawn));
            Owners ofActions = new Owners(reps, lines);
            owners =
                    new OwnerCalls(
                            promised,
                            steps.of(OwnerLine.class, wire),
                            ofActions,
                            place.clock,
                            () -> new AttemptId(ids.id()));
            phones = new OwnerDesk(promised, ofActions, ACTIONS.ring(), place.clock);
            dialogues =
                    new FrontDesk(place.clock, rules, floor, this::hears, ids)
                            .dialogues(
                                    book,
                                    promised,
                                    new Store(
                                            ledger,
                                            store.tasks(),
                                            actions,
                                            callers,
                                            told(store.told(), steps, rules.off())),
                                    judge);
        }

        /** On a thread of its own. */
        private void beside(Runnable work) {
            life.in(
                    place.fate().upTo(A_THREAD_BEGINS),
                    () -> unlessKilled("sent a message", () -> mail.about(work)));
        }

        private void unlessKilled(String meanwhile, Runnable work) {
            try {
                work.run();
            } catch (Killed _) {
                place.trace.note("killed while it " + meanwhile);
            }
        }

        private PromiseId drawn() {
            return new PromiseId(ids.id());
        }

        /** Wakes the tick. */
        void hears(Hint hint) {
            hints.add(hint);
            if (!woken) {
                woken = true;
                life.in(Duration.ZERO, this::ticks);
            }
        }

        private void beats() {
            ticks();
            unlessKilled("asked owners", () -> Crank.turn(owners));
            if (mine != life.number()) {
                return;
            }
            life.in(untilNextBeat(), this::beats);
        }

        private Duration untilNextBeat() {
            if (!pbx.idle() || place.weather.rough()) {
                return BEAT;
            }
            return place.weather.calmFor(A_NIGHT_BEGINS, place.now())
                    ? BEAT_OF_A_NIGHT
                    : BEAT_OF_AN_EMPTY_HOUSE;
        }

        private void ticks() {
            if (ticking) {
                return;
            }
            ticking = true;
            woken = false;
            Set<Hint> all = new LinkedHashSet<>(hints);
            hints.clear();
            try {
                Crank.turn(dialing, all);
            } catch (Killed _) {
                return;
            } catch (RuntimeException e) {
                place.trace.note("a tick failed: " + e);
            } finally {
                ticking = false;
            }
            if (!hints.isEmpty()) {
                life.in(Duration.ZERO, this::ticks);
            }
        }
    }
}
