package dev.amends.simulation;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.FakeConsents;
import dev.amends.care.FakeMatters;
import dev.amends.care.FakeStories;
import dev.amends.dialing.LaunchWay;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Deed;
import dev.amends.promise.FakeActions;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;
import dev.amends.rehearsal.Person;
import dev.amends.rehearsal.World;
import dev.amends.simulation.Caller.Wish;
import dev.amends.speech.Language;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One day of one seed: two hundred calls and some forty promises in two rough hours, then calm
 * until every promise has ended.
 */
final class Day {

    private static final int CALLERS = 200;
    private static final Duration ROUGH = Duration.ofHours(2);

    private static final Duration BETWEEN_PAUSES = Duration.ofMinutes(20);
    private static final Duration PAUSE = Duration.ofMinutes(12);
    private static final int MOST_REPS = 5;

    /** Times can be chosen a week ahead. */
    private static final Duration LONGEST = Duration.ofDays(10);

    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration LOOK_IN_CALM = Duration.ofMinutes(20);
    private static final int CLAIMED_IN_VAIN = 20;
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(30);
    private static final WeeklyHours CALLING =
            WeeklyHours.read("mon-sun 08:00-21:00").orElseThrow();

    private static final List<Duration> WRONG_CLOCKS =
            List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(-1),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(-30),
                    Duration.ZERO);

    private static final World WORLD =
            new World(
                    List.of(),
                    new World.People(Duration.ofSeconds(240), Duration.ofSeconds(150), 1, 0),
                    new World.Phones(
                            0.6,
                            0.1,
                            0.15,
                            Duration.ofSeconds(9),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(120)),
                    new World.Team(6, 2, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                    false);

    /** Those who promise that something will be done: reps by their phones, and an office. */
    private static final List<String> OWNERS =
            List.of("PJSIP/5001", "PJSIP/5002", "PJSIP/5003", "PJSIP/5004", "accounting");

    private final long seed;
    private final Scenario scenario;
    private final Place place;
    private final Fate people;
    private final List<Caller> callers = new ArrayList<>();
    private final Daemon.Store store;
    private final Carrier carrier = new Carrier();
    private final Pbx pbx;
    private final Wire wire;
    private final Daemon daemon;
    private final Turns turns;
    private final Judge judge;
    private final Centre centre;
    private final Fate fate;
    private boolean answers;

    /**
     * @param kept whether the trace is to be read
     */
    Day(long seed, Safeguard off, Daemon.Store store, boolean kept) {
        this.seed = seed;
        this.store = store;
        this.fate = new Fate(seed);
        this.scenario = fate.of(List.of(Scenario.values()));
        this.place = new Place(seed + 1, scenario.start(), kept);
        this.people = fate.split();
        for (int n = 1; n <= CALLERS + 1; n++) {
            callers.add(caller(n));
        }
        this.pbx = new Pbx(place);
        this.wire = new Wire(place, pbx);
        Mail mail = new Mail(place);
        CallTimes times =
                new CallTimes(Map.of(Daemon.SUPPORT, scenario.line(0)), CALLING, Day::clocks);
        this.daemon =
                new Daemon(
                        place,
                        new Daemon.Rules(
                                scenario.line(0),
                                times,
                                fate.of(List.of(LaunchWay.values())),
                                FrontDesk.offers(seed),
                                WhenLate.on(seed),
                                Daemon.budget(scenario.callsAnHour()),
                                off),
                        store,
                        pbx,
                        wire,
                        mail);
        this.turns = new Turns(place, pbx, wire, daemon);
        Map<PhoneNumber, Caller> byNumber = new LinkedHashMap<>();
        callers.forEach(one -> byNumber.put(one.number, one));
        this.judge = new Judge(place, scenario, store, carrier, byNumber);
        mail.tells(judge);
        this.centre = new Centre(place, pbx, turns, judge, carrier, byNumber);
    }

    Day(long seed, Safeguard off, boolean kept) {
        this(seed, off, inMemory(), kept);
    }

    private static Daemon.Store inMemory() {
        FakeLedger ledger = new FakeLedger();
        return new Daemon.Store(
                ledger,
                ledger.tasks(),
                new FakeActions(ledger),
                new FakeCallerBook(),
                new Daemon.Told(new FakeMatters(ledger), new FakeConsents(), new FakeStories()));
    }

    private static List<ZoneId> clocks(PhoneNumber number) {
        return List.of(Scenario.zone(number.e164().substring(2, 5)));
    }

    private Caller caller(int n) {
        String area = n > CALLERS ? Scenario.AREAS.getFirst() : fate.of(Scenario.AREAS);
        PhoneNumber number = new PhoneNumber("+1%s%d4567".formatted(area, 220 + n));
        Wish wish = n % 20 == 0 ? Wish.CALL_BY_HIS_REP : n % 20 < 4 ? Wish.CALL_BACK : Wish.WAIT;
        return new Caller(
                "caller " + n,
                number,
                Scenario.zone(area),
                new Person(people.stream(), WORLD),
                wish,
                people.split());
    }

    /** What came of it. */
    record Result(
            long seed,
            Scenario scenario,
            List<String> violations,
            long hash,
            int dialled,
            List<Callback> promises,
            Map<Fault, Integer> faults,
            List<String> trace) {}

    /** Lives through it. */
    Result lives() {
        daemon.starts();
        callersCome();
        troublesCome();
        if (daemon.rules().late().fewReps()) {
            for (Duration at = BETWEEN_PAUSES;
                    at.compareTo(ROUGH) < 0;
                    at = at.plus(BETWEEN_PAUSES)) {
                place.agenda.in(at, () -> pbx.hall().away(MOST_REPS, RepState.PAUSED));
                place.agenda.in(at.plus(PAUSE), () -> pbx.hall().away(0, RepState.PAUSED));
            }
        }
        Instant calm = scenario.start().plus(ROUGH);
        place.agenda.runUntil(calm);
        weatherClears();
        servesAgain();
        Instant end = calm.plus(LONGEST);
        for (Instant next = calm.plus(LOOK_IN_CALM);
                anyOpen() && next.isBefore(end);
                next = next.plus(LOOK_IN_CALM)) {
            place.agenda.runUntil(next);
            judge.nobodyIsLost();
            judge.whatIsLateIsSeen();
        }
        judge.everythingHasEnded();
        return new Result(
                seed,
                scenario,
                judge.violations(),
                place.trace.hash(),
                carrier.calls(),
                store.ledger().list(true, 10_000),
                place.weather.struck(),
                place.trace.lines());
    }

    private boolean anyOpen() {
        return !store.ledger().list(false, 1).isEmpty()
                || store.actions().list(false, 10_000).stream()
                        .anyMatch(ActionPromise.Pending.class::isInstance);
    }

    private void callersCome() {
        for (Caller caller : callers.subList(0, CALLERS)) {
            Duration at = people.upTo(ROUGH);
            place.agenda.in(at, () -> centre.comesIn(caller));
            if (caller.wish != Wish.WAIT && people.oneIn(3)) {
                place.agenda.in(at.plus(people.upTo(ROUGH)), () -> centre.comesIn(caller));
            }
            if (caller.wish == Wish.WAIT && people.oneIn(40)) {
                place.agenda.in(at, () -> ordered(caller));
            } else if (caller.wish == Wish.WAIT && people.oneIn(15)) {
                Duration later = people.seconds(1200, 3600);
                place.agenda.in(at.plus(later), () -> actionPromised(caller));
            }
            if (caller.wish == Wish.CALL_BACK && people.oneIn(20)) {
                place.agenda.in(at.plus(people.upTo(ROUGH)), () -> blocked(caller));
            }
        }
        for (Duration at = LOOK; at.compareTo(ROUGH) < 0; at = at.plus(LOOK)) {
            place.agenda.in(at, judge::nobodyIsLost);
        }
    }

    /** A person at a keyboard, on the same store. */
    private PromiseId ordered(Caller caller) {
        PromiseId id = new PromiseId(people.id());
        Instant now = place.clock.instant();
        CallbackTerms terms =
                new CallbackTerms(
                        id,
                        caller.number,
                        Daemon.SUPPORT,
                        new EffectiveArrival(now),
                        now,
                        CallbackTerms.byOrder(id),
                        1,
                        Language.ENGLISH);
        store.ledger().order(terms, "ordered");
        caller.memory.asks(place.now(), now);
        caller.memory.promised = Optional.of(place.now());
        place.trace.note(caller + " is to be called by order");
        return id;
    }

    /** A person at a keyboard writes down what will be done for him, and by whom. */
    private void actionPromised(Caller caller) {
        Instant now = place.clock.instant();
        ActionTerms terms =
                new ActionTerms(
                        new PromiseId(people.id()),
                        Deed.of("refund", List.of()),
                        new ActionOwner(people.of(OWNERS)),
                        caller.number,
                        Daemon.SUPPORT,
                        now.plus(people.seconds(60, 2400)),
                        now,
                        Language.ENGLISH);
        Instant from = new ActionPolicy(Daemon.ACTIONS).firstAsked(terms, scenario.line(0).hours());
        store.actions().promise(new ActionPromise.Open(terms, 1, 0, from), "ordered");
        caller.memory.action = Optional.of(place.now());
        place.trace.note(terms.owner() + " is to do something for " + caller);
    }

    private void blocked(Caller caller) {
        store.callers().block(caller.number, "abusive", place.clock.instant());
        caller.memory.blocked = Optional.of(place.now());
        place.trace.note(caller + " is blocked");
    }

    private void troublesCome() {
        Duration at = fate.upTo(Duration.ofMinutes(8));
        while (at.compareTo(ROUGH) < 0) {
            place.agenda.in(at, this::trouble);
            at = at.plus(fate.upTo(Duration.ofMinutes(8)));
        }
    }

    private void trouble() {
        List<Fault> all =
                List.of(
                        Fault.AMENDS_KILLED,
                        Fault.AMENDS_FROZEN,
                        Fault.PBX_KILLED,
                        Fault.PBX_FROZEN,
                        Fault.LINK_CUT,
                        Fault.CLOCK_JUMPS,
                        Fault.STORE_FULL,
                        Fault.REPS_GONE);
        Fault fault = fate.of(all);
        place.weather.count(fault);
        switch (fault) {
            case AMENDS_KILLED -> {
                if (daemon.life().alive()) {
                    daemon.dies();
                }
            }
            case AMENDS_FROZEN -> daemon.freezes(lasts(1, 120));
            case PBX_KILLED -> kills();
            case PBX_FROZEN -> pbx.life().freezes(lasts(1, 60));
            case LINK_CUT -> wire.cuts(fate.seconds(1, 90));
            case CLOCK_JUMPS -> jumps(fate.of(WRONG_CLOCKS));
            case STORE_FULL -> daemon.storeIsFull(fate.seconds(5, 60));
            case REPS_GONE -> {
                RepState how = fate.of(List.of(RepState.PAUSED, RepState.GONE));
                pbx.hall().away(fate.of(List.of(2, 5, 6)), how);
                place.agenda.in(fate.seconds(30, 600), () -> pbx.hall().away(0, how));
            }
            default -> throw new IllegalStateException("strikes single steps: " + fault);
        }
    }

    /** At most as long as anything may go wrong. */
    private Duration lasts(int least, int most) {
        Duration left = Duration.between(place.now(), scenario.start().plus(ROUGH));
        Duration time = fate.seconds(least, most);
        return time.compareTo(left) < 0 ? time : left;
    }

    private void jumps(Duration offset) {
        centre.nothingMoreIsKnown();
        Instant before = centre.clock();
        place.clock.jumpsTo(offset);
        if (centre.clock().isBefore(before)) {
            centre.wasPutBack();
        }
        place.trace.note("the clock is wrong by " + offset);
    }

    private void kills() {
        if (pbx.life().alive()) {
            pbx.crashes(fate.seconds(2, 30));
            wire.drops();
        }
    }

    private void weatherClears() {
        place.weather.clears(place.now());
        jumps(Duration.ZERO);
        pbx.starts();
        daemon.storeHasRoom();
        daemon.starts();
        wire.heals();
        pbx.hall().away(0, RepState.PAUSED);
    }

    /**
     * Whether the cap of calls an hour can't be what holds a call up: claims count for it as well
     * that were never dialled, and those that were dialled by a clock that ran fast.
     */
    private boolean roomWithinTheHour() {
        Instant hourAgo = place.clock.instant().minus(Duration.ofHours(1));
        return carrier.since(hourAgo) < scenario.callsAnHour() - CLAIMED_IN_VAIN;
    }

    /** Half a minute after the last fault it answers and places as if nothing had been. */
    private void servesAgain() {
        Caller canary = callers.getLast();
        boolean canBeCalled =
                scenario == Scenario.MORNING
                        && roomWithinTheHour()
                        && !daemon.rules().late().ramped();
        PromiseId id = canBeCalled ? ordered(canary) : new PromiseId(people.id());
        place.agenda.in(
                RESUMED_WITHIN.minusSeconds(5),
                () ->
                        turns.<Turn>ask(
                                desk ->
                                        desk.dialogues.answer(
                                                new Question(
                                                        "left",
                                                        Daemon.SUPPORT,
                                                        "1.1",
                                                        "",
                                                        new CallId("1.2"),
                                                        "",
                                                        "en")),
                                turn -> answers = turn.isPresent()));
        place.agenda.runUntil(place.now().plus(RESUMED_WITHIN));
        judge.serves(answers, !canBeCalled || !store.ledger().attemptsOf(id).isEmpty());
    }
}
