package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Briefs;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Experience;
import dev.amends.line.ExperienceOnRecord;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.QueueSnapshot;
import dev.amends.line.Tally;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.Appointment;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.Lateness;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.RepDevice;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.speech.Language;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The whole dialing room on a fake telephone, a ledger in memory and a clock that stands still. */
final class Office {

    static final LineName SUPPORT = new LineName("support");
    static final Duration GAP = Duration.ofSeconds(300);
    static final int AT_MOST_PLACED = 50;

    static final Line LINE =
            new Line(
                    SUPPORT,
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    static final Duration REP_WAIT = Duration.ofSeconds(900);

    /** What most offices do: they move up nobody, and tell nobody that his call comes later. */
    static final DialingSettings SETTINGS =
            new DialingSettings(
                    Duration.ofSeconds(25),
                    AT_MOST_PLACED,
                    new DialingSettings.OwnRep(REP_WAIT, Duration.ofSeconds(20)),
                    Map.of(
                            SUPPORT,
                            new DialingSettings.OfLine(
                                    "+12025550100", LaunchSettings.of(LaunchWay.AUTO))));

    /** The same, where those whose call comes later are told, so many at a time. */
    static DialingSettings telling(int perMinute, int atMostTelling) {
        return telling(TellingWay.CALL, perMinute, atMostTelling);
    }

    /** The same, in this way. */
    static DialingSettings telling(TellingWay way, int perMinute, int atMostTelling) {
        return new DialingSettings(
                SETTINGS.ring(),
                AT_MOST_PLACED,
                perMinute,
                SETTINGS.ownRep(),
                new SlipSettings(
                        Lateness.USUAL,
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(30),
                        GAP,
                        atMostTelling,
                        Map.of(SUPPORT, way)),
                SETTINGS.lines());
    }

    final TestClock clock = new TestClock(Instant.parse("2026-11-02T10:00:00Z"));
    final FakeTelephone telephone = new FakeTelephone(clock.instant().minusSeconds(86400));
    final FakeMessenger messenger = new FakeMessenger();
    final Ledger ledger;
    final FakeCallerBook callers = new FakeCallerBook();

    /** Whoever is upset now. */
    Predicate<PhoneNumber> upset = _ -> false;

    private Line line = LINE;
    private CallTimes times = CallTimes.ALWAYS;
    private Budget budget = Budget.NONE;
    private final Map<String, Rep> reps = new LinkedHashMap<>();

    // What is lost when Amends is killed, and made again by restart().
    Floor floor;
    Settler settler;
    CallerFirst first;
    ClaimDesk desk;
    Dialing dialing;

    private final RetrySettings retry;
    private DialingSettings settings = SETTINGS;
    private Map<LineName, Map<String, Tally>> past = Map.of();
    private int attempts;

    /** What woke the tick by itself. */
    final List<Hint> hints = new ArrayList<>();

    private int promises;

    Office() {
        this(new FakeLedger(), new RetrySettings(3, 5, GAP));
    }

    Office(Ledger ledger, RetrySettings retry) {
        this.ledger = ledger;
        this.retry = retry;
        floor = knownFloor();
        settler = settler();
        first = new CallerFirst(floor, Map.of(SUPPORT, line), settings, hints::add, clock);
        desk = desk();
        dialing = dialing();
    }

    /** It runs with these settings from now on. */
    void runs(DialingSettings other) {
        settings = other;
        first = new CallerFirst(floor, Map.of(SUPPORT, line), settings, hints::add, clock);
        desk = desk();
        dialing = dialing();
    }

    /** A line on which reps need so long for a call, and nobody hangs up. */
    void pace(Duration handling) {
        Tally calls = new Tally(20, 20.0 * handling.toSeconds(), 20);
        past = Map.of(SUPPORT, Map.of("handling", calls, "patience", new Tally(0, 9999, 20)));
        restart();
    }

    /** What the line remembers of its past. */
    private Experience experience() {
        ExperienceOnRecord notes =
                new ExperienceOnRecord() {
                    @Override
                    public Map<LineName, Map<String, Tally>> read() {
                        return past;
                    }

                    @Override
                    public void write(Map<LineName, Map<String, Tally>> sums, Instant now) {}
                };
        return Experience.goingOn(List.of(line), notes, clock);
    }

    private Floor knownFloor() {
        Floor known = new Floor(ids -> Map.of(), experience());
        known.resynced(
                List.of(new QueueSnapshot("support", List.of(), List.copyOf(reps.values()))));
        return known;
    }

    /** The line has these hours from now on, and the people we call have others by their clocks. */
    void open(Line hours, WeeklyHours calling, Function<PhoneNumber, List<ZoneId>> zones) {
        line = hours;
        times = new CallTimes(Map.of(SUPPORT, line), calling, zones);
        first = new CallerFirst(floor, Map.of(SUPPORT, line), settings, hints::add, clock);
        desk = desk();
        dialing = dialing();
    }

    /** Promised calls may cost no more from now on. */
    void mayCost(Budget most) {
        budget = most;
        desk = desk();
        dialing = dialing();
    }

    /** A rep of the line does this from now on. */
    void rep(String device, RepState state) {
        Rep rep = new Rep(device, state);
        reps.put(device, rep);
        floor.rep("support", rep);
    }

    private Settler settler() {
        return new Settler(ledger, new RetryPolicy(retry));
    }

    private ClaimDesk desk() {
        return new ClaimDesk(
                new ClaimDesk.Book(ledger, settler, times, budget)
                        .telling(Briefs.NONE, number -> upset.test(number)),
                floor,
                Map.of(SUPPORT, line),
                judge(),
                settings,
                first,
                clock);
    }

    private NumberJudge judge() {
        return NumberJudge.by(new NumberPolicy(new NumberPlan("US"), NumberRules.NONE), callers);
    }

    private Dialing dialing() {
        return new Dialing(
                new ClaimDesk.Book(ledger, settler, times, budget),
                telephone,
                new LateMessages(ledger, messenger, judge(), clock, messenger),
                new RepsOnFloor(floor, Map.of(SUPPORT, line), clock),
                first,
                settings,
                clock,
                () -> new AttemptId("%032x".formatted(++attempts)));
    }

    /** Amends is killed and comes up again: only ledger and telephone remember. */
    void restart() {
        messenger.killed();
        floor = knownFloor();
        settler = settler();
        first = new CallerFirst(floor, Map.of(SUPPORT, line), settings, hints::add, clock);
        desk = desk();
        dialing = dialing();
    }

    void tick(Hint... hints) {
        dialing.tick(new LinkedHashSet<>(List.of(hints)));
    }

    /** Time passes, one tick a second. */
    void ticksFor(long seconds) {
        for (long second = 0; second < seconds; second++) {
            clock.passesSeconds(1);
            tick();
        }
    }

    /** A promise made in a call that is still alive, not known to have been spoken. */
    PromiseId unspoken(long cameSecondsAgo) {
        return unspoken(terms(cameSecondsAgo));
    }

    /** The same, by this rep, from so many seconds on. */
    PromiseId unspokenBy(String rep, long inSeconds) {
        Instant from = clock.instant().plusSeconds(inSeconds);
        return unspoken(terms(0).with(new Appointment(new RepDevice(rep), from)));
    }

    private CallbackTerms terms(long cameSecondsAgo) {
        promises++;
        return new CallbackTerms(
                new PromiseId("%032x".formatted(0xabc000 + promises)),
                new PhoneNumber("+1202555%04d".formatted(100 + promises)),
                SUPPORT,
                new EffectiveArrival(clock.instant().minusSeconds(cameSecondsAgo)),
                clock.instant(),
                call(promises),
                3,
                Language.ENGLISH);
    }

    private PromiseId unspoken(CallbackTerms terms) {
        telephone.begins(terms.askedIn().value());
        return ledger.promise(terms, "chose it").id();
    }

    /** The call in which the n-th promise was made. */
    static CallId call(int n) {
        return new CallId("1732219200." + n);
    }

    /** A promise that was spoken, in a call that is over. */
    PromiseId promised(long cameSecondsAgo) {
        return heard(unspoken(cameSecondsAgo));
    }

    /** The same, by this rep, from so many seconds on. */
    PromiseId promisedBy(String rep, long inSeconds) {
        return heard(unspokenBy(rep, inSeconds));
    }

    /** The same, said to come in this window. */
    PromiseId promisedWithin(long cameSecondsAgo, PromisedWindow window) {
        return heard(unspoken(terms(cameSecondsAgo).within(Optional.of(window))));
    }

    private PromiseId heard(PromiseId id) {
        Callback.Unspoken unspoken = (Callback.Unspoken) promise(id);
        ledger.move(unspoken, unspoken.spoken(clock.instant()), "spoken", clock.instant());
        telephone.ends(unspoken.terms().askedIn().value());
        return id;
    }

    Callback promise(PromiseId id) {
        return ledger.find(id).orElseThrow();
    }

    Attempt attempt(AttemptId id) {
        return ledger.attempt(id).orElseThrow().attempt();
    }

    /** How an attempt ended, if it has. */
    Optional<AttemptOutcome> outcome(AttemptId id) {
        return attempt(id).outcome();
    }

    /** The placeholder that was placed last takes its seat, a rep is there, it claims and dials. */
    AttemptId dials() {
        AttemptId id = telephone.lastPlaced();
        assertThat(desk.seat(id)).isPresent();
        assertThat(desk.claim(id)).isPresent();
        telephone.writes(id, new Witness.Dialing());
        return id;
    }

    /** The call ends so: the mark, the channels, the hint. */
    void ends(AttemptId id, Witness witness) {
        telephone.writes(id, witness);
        telephone.ends(id);
        tick(new Hint.AboutAttempt(id));
    }
}
