package dev.amends;

import dev.amends.asterisk.AmiLink;
import dev.amends.asterisk.AmiNews;
import dev.amends.asterisk.AmiOrdinaryCallers;
import dev.amends.asterisk.AmiOutboundLine;
import dev.amends.asterisk.AmiRepPauses;
import dev.amends.asterisk.HeartBeat;
import dev.amends.asterisk.TurnDesk;
import dev.amends.asterisk.TurnServer;
import dev.amends.asterisk.UnwrittenMarks;
import dev.amends.caller.CallId;
import dev.amends.caller.NumberZones;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.care.RecordingKeeper;
import dev.amends.care.RecordingSettings;
import dev.amends.care.Stories;
import dev.amends.care.StoryScribe;
import dev.amends.dialing.CallerFirst;
import dev.amends.dialing.ClaimDesk;
import dev.amends.dialing.Dialing;
import dev.amends.dialing.Hint;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.OwnerCalls;
import dev.amends.dialing.OwnerLine;
import dev.amends.dialing.Owners;
import dev.amends.dialing.RepsOnFloor;
import dev.amends.dialing.SurveyCalls;
import dev.amends.line.Experience;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.Actions;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Ledger;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.Settler;
import dev.amends.routing.SeniorReserves;
import dev.amends.routing.UpsetShare;
import dev.amends.staff.Breather;
import dev.amends.staff.BreatherPolicy;
import dev.amends.staff.BreatherWatch;
import dev.amends.staff.Breathers;
import dev.amends.staff.HardCall;
import dev.amends.store.Store;
import dev.amends.supervision.BlindSpot;
import dev.amends.supervision.Check;
import dev.amends.supervision.DailySweep;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts all rooms together, with plain constructors; starts them in order and stops them in reverse.
 */
final class Assembly implements Wiring {

    private static final Duration FIRST_LINK = Duration.ofSeconds(15);

    private final Settings settings;
    private final Map<LineName, Line> lines;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();
    private @Nullable Store store;
    private @Nullable Running running;

    Assembly(Settings settings) {
        this.settings = settings;
        this.lines =
                settings.lines().stream()
                        .collect(Collectors.toMap(Line::name, Function.identity()));
    }

    /** What runs, in the order in which it was started. */
    private record Running(
            TurnServer turns,
            AmiLink link,
            HeartBeat heart,
            Dialing dialing,
            ExecutorService messages,
            OwnerCalls owners,
            SurveyCalls surveys,
            SeniorReserves reserve,
            BreatherWatch breathers,
            DailySweep sweep,
            RecordingKeeper recordings,
            Optional<StoryScribe> scribe) {
        void stop() {
            scribe.ifPresent(StoryScribe::stop);
            sweep.stop();
            recordings.stop();
            reserve.stop();
            breathers.stop();
            owners.stop();
            surveys.stop();
            dialing.stop();
            messages.shutdownNow();
            heart.stop();
            turns.stop();
            link.stop();
        }
    }

    @Override
    public String start() {
        // Only who runs makes the store; whoever just looks says that there is none yet.
        store = Store.open(settings.store());
        Experience experience =
                Experience.goingOn(settings.lines(), store().experienceOnRecord(), clock);
        Floor floor = new Floor(store().arrivalsOnRecord(), experience);
        FailPoint dies = FailPoint.ofThisProcess();
        Ledger ledger = dies.in(Ledger.class, store().ledger());
        ClaimDesk.Book book =
                new ClaimDesk.Book(
                        ledger,
                        new Settler(ledger, new RetryPolicy(settings.retry())),
                        callTimes(),
                        settings.limits().budget());
        // The link wakes dialing, and dialing speaks through the link.
        Dialing[] wakes = new Dialing[1];
        SeniorReserves[] reserves = new SeniorReserves[1];
        BreatherWatch[] rests = new BreatherWatch[1];
        AmiNews news =
                new AmiNews(
                        hint -> wakes[0].hint(hint),
                        () -> {
                            wakes[0].hint(new Hint.LookAtEverything());
                            rests[0].resynced();
                        },
                        () -> reserves[0].floorChanged());
        AmiLink link =
                new AmiLink(
                        settings.pbx().ami(), new AmiLink.Watched(floor, queues()), news, clock);
        CallerFirst first =
                new CallerFirst(
                        floor, lines, settings.dialing(), hint -> wakes[0].hint(hint), clock);
        UnwrittenMarks unwritten = new UnwrittenMarks(hint -> wakes[0].hint(hint));
        AmiOutboundLine telephone = new AmiOutboundLine(link, unwritten);
        RepsOnFloor reps = new RepsOnFloor(floor, lines, clock);
        ExecutorService messages =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("message-", 1).factory());
        Dialing dialing =
                new Dialing(
                        book,
                        dies.in(OutboundLine.class, telephone),
                        backOffice().messages(ledger, lines, messages),
                        reps,
                        first,
                        settings.dialing(),
                        clock,
                        () -> new AttemptId(hex()));
        wakes[0] = dialing;
        UpsetShare upset = new UpsetShare(settings.recognition().temper().mostPercent());
        SeniorReserves reserve =
                new SeniorReserves(
                        new SeniorReserves.Rules(settings.lines(), settings.seniors()),
                        floor,
                        upset,
                        new AmiOrdinaryCallers(link),
                        clock);
        reserves[0] = reserve;
        Remembered remembered = Remembered.in(store(), dies);
        BreatherWatch breathers =
                breathers(
                        link, dies.in(Breathers.class, store().breathers()), remembered.signals());
        rests[0] = breathers;
        OwnerCalls.Book promised = backOffice().book(dies.in(Actions.class, store().actions()));
        Owners owners = new Owners(reps, lines);
        OwnerCalls ownerCalls =
                new OwnerCalls(
                        promised,
                        dies.in(OwnerLine.class, telephone),
                        owners,
                        clock,
                        () -> new AttemptId(hex()));
        SurveyCalls surveys =
                backOffice()
                        .surveys(
                                book,
                                dies.in(OutboundLine.class, telephone),
                                () -> new AttemptId(hex()));
        TurnDesk desk =
                new Desks(settings, lines, clock, upset, link.sounds(), this::hex)
                        .desk(
                                book,
                                new Desks.Owned(promised, owners),
                                remembered,
                                breathers::earned,
                                floor,
                                first,
                                dialing,
                                unwritten);
        TurnServer turns = new TurnServer(settings.pbx().turns(), desk);
        HeartBeat heart = new HeartBeat(link, turns::answers, LineVariables.of(settings));
        DailySweep sweep = new DailySweep(store.oldRecords(), settings.retention(), clock);
        turns.start();
        RecordingKeeper recordings = backOffice().keeper();
        Optional<StoryScribe> scribe = scribe(settings.recordings(), remembered.stories());
        running =
                new Running(
                        turns,
                        link,
                        heart,
                        dialing,
                        messages,
                        ownerCalls,
                        surveys,
                        reserve,
                        breathers,
                        sweep,
                        recordings,
                        scribe);
        link.start();
        boolean linked = link.awaitConnected(FIRST_LINK);
        heart.start();
        dialing.start();
        reserve.start();
        ownerCalls.start();
        surveys.start();
        breathers.start();
        sweep.start();
        recordings.start();
        scribe.ifPresent(StoryScribe::start);
        return "turns on %s:%d, %s Asterisk at %s:%d"
                .formatted(
                        settings.pbx().agiListen(),
                        turns.port(),
                        linked ? "linked to" : "still trying to reach",
                        settings.pbx().host(),
                        settings.pbx().amiPort());
    }

    private BreatherWatch breathers(AmiLink link, Breathers owed, Signals signals) {
        Set<String> ordinary = lines.values().stream().map(Line::queue).collect(Collectors.toSet());
        BreatherPolicy policy =
                new BreatherPolicy(settings.breathers(), ordinary, AmiRepPauses.OURS);
        return new BreatherWatch(
                owed,
                new AmiRepPauses(link, queues()),
                new BreatherWatch.Rules(policy, settings.breathers()),
                running -> signals.record(breather(running)),
                clock);
    }

    /** What it says of the caller that his rep needed one. */
    private static Signal breather(Breather.Running running) {
        HardCall call = running.after();
        return Signal.in(
                new CallId(call.call()),
                SignalKind.BREATHER,
                call.line(),
                running.since(),
                "%s (%s)".formatted(running.device(), call.why()));
    }

    private Optional<StoryScribe> scribe(RecordingSettings rules, Stories stories) {
        return rules.storyCommand().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StoryScribe(
                                stories,
                                new StoryCommand(
                                        new BoundedCommand(rules.storyCommand(), rules.storyTime()),
                                        rules.folder()),
                                clock));
    }

    private Set<String> queues() {
        return lines.values().stream().flatMap(Line::queues).collect(Collectors.toSet());
    }

    @Override
    public BackOffice backOffice() {
        return new BackOffice(settings, callTimes(), store(), clock, this::hex);
    }

    private CallTimes callTimes() {
        return new CallTimes(lines, settings.callingHours(), new NumberZones()::of);
    }

    @Override
    public List<Check> checks() {
        return checkup().checks(this::store);
    }

    @Override
    public List<BlindSpot> blindSpots() {
        return checkup().blindSpots();
    }

    private Checkup checkup() {
        ConfFiles files = new ConfFiles(settings, false, ConfFiles.installation());
        return new Checkup(settings, new ShippedConf(files.all()), hex(), clock);
    }

    @Override
    public void close() {
        if (running != null) {
            running.stop();
        }
        if (store != null) {
            store.close();
        }
    }

    private Store store() {
        if (store == null) {
            store = Store.openExisting(settings.store());
        }
        return store;
    }

    private String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
