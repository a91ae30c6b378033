package dev.amends.faults;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Folders;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.Ports;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.callcentre.SettingsText;
import dev.amends.callcentre.ToneSounds;
import dev.amends.line.Tally;
import dev.amends.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What one case needs: a clean telephone system, Amends as a process of its own, reps, people who
 * are owed calls, and callers. It counts the faults and knows when each was over.
 */
final class Bench implements AutoCloseable {

    /** Between two tries to reach one person. */
    static final Duration GAP = Duration.ofSeconds(3);

    /** The number that called persons see. */
    static final String OWN_NUMBER = "+12025550100";

    /** Who comes first, rep or caller; usually the rep. */
    static final String LAUNCH = "lines.support.launch";

    /** Promises in flight in every case. */
    static final int IN_FLIGHT = 10;

    /** So long after the last fault every promise has ended. */
    private static final Duration LONG = Duration.ofSeconds(150);

    private static final List<String> REPS = List.of("rep1", "rep2", "senior1", "sup1", "rep3");

    private final Path folder;
    private final CallCentre centre;
    private final ToneSounds sounds;
    private final PrivatePbx pbx;
    private final People people;
    private final Outages outages = new Outages();
    private final Outages hiccups = new Outages();
    private final Random random;
    private final Callers callers;
    private final List<Instant> ends = new CopyOnWriteArrayList<>();
    private final List<Violation> seen = new CopyOnWriteArrayList<>();
    private UnaryOperator<SettingsText> changes = settings -> settings;
    private Map<String, String> environment = Map.of();
    private final List<String[]> afterwards = new ArrayList<>();
    private boolean mayStayOpen;
    private boolean supervisorServes = true;
    private volatile @Nullable AmendsProcess amends;
    private volatile boolean deathsGoOn = true;
    private final AtomicInteger faults = new AtomicInteger();

    private Bench(Path folder, CallCentre centre, ToneSounds sounds, Random random) {
        this.folder = folder;
        this.sounds = sounds;
        this.random = random;
        this.centre = centre;
        this.pbx = centre.pbx();
        this.people = new People(centre);
        this.callers =
                new Callers(
                        centre,
                        people,
                        (from, to) -> outages.between(from, to) || hiccups.between(from, to));
    }

    /** A bench with four reps on duty and Asterisk up; Amends is not started yet. */
    static Bench open(Ports ports, ToneSounds sounds, Random random) throws IOException {
        Path folder = Files.createTempDirectory("amends-fault");
        PrivatePbx pbx = new PrivatePbx(ports, folder.resolve("pbx"), sounds.folder());
        pbx.start();
        Bench bench =
                new Bench(folder, new CallCentre(ports, pbx, sounds.prompts()), sounds, random);
        bench.plugInReps();
        bench.isUp();
        return bench;
    }

    /** A rep who answers after a moment and talks until the other side hangs up. */
    static Behaviour.Answer listening(int voice) {
        return Behaviour.answerAfter(Duration.ofMillis(300)).as(Leg.tone(voice));
    }

    /** What Asterisk forgets at each start: the music, and who is in a queue for a while. */
    private void isUp() {
        sounds.playOn(pbx);
        if (supervisorServes) {
            pbx.cli("queue add member PJSIP/sup1 to support");
        }
    }

    /** Instead of taking calls like any rep. */
    void supervisorOnlyHelps() {
        supervisorServes = false;
        pbx.cli("queue remove member PJSIP/sup1 from support");
    }

    /** Whoever answers a rep's phone does this. */
    void repsDo(Script script) {
        for (int n = 0; n < REPS.size(); n++) {
            centre.rep(REPS.get(n), listening(Sounds.VOICES.get(n)).then(script));
        }
    }

    /** A fifth one comes. */
    void fifthRep() {
        pbx.cli("queue add member PJSIP/rep3 to support");
    }

    /** Every rep's phone is out of order. */
    void unplugReps() {
        REPS.forEach(rep -> centre.rep(rep, Behaviour.reject(480)));
    }

    /** They work again. */
    void plugInReps() {
        for (int n = 0; n < REPS.size(); n++) {
            centre.rep(REPS.get(n), listening(Sounds.VOICES.get(n)));
        }
    }

    /** The first times that a rep's phone rings, he answers and is gone. */
    void repsVanish(int times) {
        for (int n = 0; n < REPS.size(); n++) {
            int voice = Sounds.VOICES.get(n);
            Behaviour[] each = new Behaviour[times + 1];
            Arrays.fill(each, FloorFaults.gone(voice));
            each[times] = listening(voice);
            centre.rep(REPS.get(n), each);
        }
    }

    /** Whether any rep was on the phone at that moment. */
    boolean repUpAt(Instant moment) {
        return centre.reps().incomingCalls().stream()
                .anyMatch(call -> FloorFaults.upAt(call, moment));
    }

    /** How many called phones ring or are answered now. */
    int upAtTheCarrier() {
        return (int)
                centre.carrier().incomingCalls().stream()
                        .filter(call -> call.ended().isEmpty())
                        .count();
    }

    /** Nobody takes calls. */
    void pauseReps() {
        REPS.forEach(rep -> pbx.cli("queue pause member PJSIP/" + rep));
    }

    /** Nobody but one takes calls. */
    void oneRepOnly() {
        REPS.stream().skip(1).forEach(rep -> pbx.cli("queue pause member PJSIP/" + rep));
    }

    /** Everybody takes calls again. */
    void unpauseReps() {
        REPS.forEach(rep -> pbx.cli("queue unpause member PJSIP/" + rep));
    }

    CallCentre centre() {
        return centre;
    }

    PrivatePbx pbx() {
        return pbx;
    }

    People people() {
        return people;
    }

    Callers callers() {
        return callers;
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return folder.resolve("store/amends.db");
    }

    /** Other settings than usual, and more environment, from the next start of Amends on. */
    void change(UnaryOperator<SettingsText> settings, Map<String, String> variables) {
        changes = settings;
        environment = variables;
    }

    /** Ten promises that are due. */
    void owe() throws IOException {
        Files.createDirectories(database().getParent());
        people.owe(database(), IN_FLIGHT);
    }

    /** The same, and all of them say at once that they need it no longer. */
    void oweQuick() throws IOException {
        Files.createDirectories(database().getParent());
        people.oweQuick(database(), IN_FLIGHT);
    }

    /** How long calls on the line are known to take. */
    void callsTake(Duration handling) {
        Tally calls = new Tally(20, 20.0 * handling.toSeconds(), 20);
        Map<String, Tally> past = Map.of("handling", calls, "patience", new Tally(0, 9999, 20));
        onRecord(store -> {
            store.experienceOnRecord().write(Map.of(People.LINE, past), Instant.now());
            return past;
        });
    }

    /** Ten who were told a time that is over. */
    void oweLate() throws IOException {
        Files.createDirectories(database().getParent());
        people.oweLate(database(), IN_FLIGHT);
    }

    /** Ten promises that are due, Amends up, callers coming. */
    void begin() throws IOException {
        owe();
        startAmends();
        callers.start();
    }

    /** The same, and goes on once so many phones have been rung. */
    void beginAndRing(int calls) throws IOException {
        begin();
        await(() -> centre.carrier().inviteLog().all().size() >= calls, Duration.ofSeconds(40));
    }

    /** Starts Amends, or starts it again, and waits until it is ready. */
    AmendsProcess startAmends() {
        AmendsProcess started = launchAmends(Map.of());
        started.awaitReady();
        return started;
    }

    /** Starts it with more environment, without waiting. */
    AmendsProcess launchAmends(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        AmendsProcess started = AmendsProcess.launch(settings(), folder.resolve("amends.log"), all);
        amends = started;
        return started;
    }

    /** The settings file. */
    Path settings() {
        Path file = folder.resolve("amends.toml");
        changes.apply(
                        SettingsText.forPbx(centre.ports(), pbx, database())
                                .number("lines.support.offer_when_waiting", 0)
                                .text("lines.support.not_now_choices", "")
                                .text(LAUNCH, "rep-first")
                                .text("callbacks.caller_id", OWN_NUMBER)
                                .number("callbacks.gap_seconds", (int) GAP.toSeconds())
                                .number("callbacks.ring_seconds", 5))
                .write(file);
        return file;
    }

    AmendsProcess amends() {
        AmendsProcess running = amends;
        if (running == null) {
            throw new IllegalStateException("Amends was not started");
        }
        return running;
    }

    /** Whether it has been started, and has said since then that it is ready. */
    boolean isReady() {
        AmendsProcess running = amends;
        return running != null && running.said().contains("Amends is ready");
    }

    /** Kills Asterisk and starts it again. */
    void killAsterisk() {
        asteriskAway(() -> {
            pbx.kill();
            pbx.startAgain();
        });
    }

    /** Starts Asterisk anew with more environment, before anything else. */
    void restartAsterisk(Map<String, String> more) {
        pbx.close();
        pbx.with(more).start();
        isUp();
    }

    /** A machine whose disk and clock can be broken. */
    BrokenMachine brokenMachine() throws IOException, InterruptedException, CannotPlay {
        return BrokenMachine.in(folder).orElseThrow(() -> new CannotPlay("no C compiler here"));
    }

    /** To be run once everything is judged and nothing of it is up any more. */
    void afterwards(String... command) {
        afterwards.add(command);
    }

    /** What is wrong with what was recorded. */
    List<String> recorded() {
        return onRecord(store -> Recorded.in(recordings()).violations(store.consents()));
    }

    /** Where calls are recorded, if they are. */
    Path recordings() {
        return folder.resolve("recorded");
    }

    /** Ends Amends in good order. */
    void stopAmends() {
        amends().close();
    }

    /** Asterisk goes away and comes back in this. */
    void asteriskAway(Runnable inIt) {
        Instant from = Instant.now();
        inIt.run();
        outages.note(from, Instant.now());
        isUp();
    }

    /** Asterisk did not answer for a while; its calls went on. */
    void hiccup(Instant from, Instant to) {
        hiccups.note(from, to);
    }

    /** Runs a command of the CLI; its exit code. */
    int cli(Map<String, String> more, String... words) {
        return AmendsProcess.exitCode(settings(), more, words);
    }

    /** For the moments at which something breaks. */
    Random random() {
        return random;
    }

    /** A fault has been injected. */
    void broken() {
        faults.incrementAndGet();
    }

    /** It is over from now on: Amends should recover by itself. */
    void mended() {
        ends.add(Instant.now());
    }

    /** Whether a caller was asked something since the last fault was over. */
    boolean asksAgain() {
        return ends.isEmpty() || callers.firstWelcomed(ends.getLast()).isPresent();
    }

    int faults() {
        return faults.get();
    }

    /** Amends is to live from its next start on. */
    void noMoreDeaths() {
        deathsGoOn = false;
    }

    boolean deathsGoOn() {
        return deathsGoOn;
    }

    /** When faults were over. */
    List<Instant> ends() {
        return List.copyOf(ends);
    }

    Outages outages() {
        return outages;
    }

    /** Something that is no matter of the general judgement went wrong. */
    void wrong(Invariant of, String what) {
        seen.add(new Violation(of, what));
    }

    /** The case itself did not come to its end. */
    void brokenOff(Exception why) {
        wrong(Invariant.RIGHT, "the case broke off: " + why);
    }

    /** That must be so. */
    void expect(Invariant of, boolean so, String what) {
        if (!so) {
            wrong(of, what);
        }
    }

    List<Violation> seen() {
        return new ArrayList<>(seen);
    }

    /**
     * Waits until every promise has ended and nobody calls any more; false when it takes too long.
     */
    boolean settled() {
        callers.nobodyAsks();
        boolean all = mayStayOpen || await(() -> !new Records(this).anyOpen(), LONG);
        callers.close();
        return all;
    }

    /** There is too much to do: what is still open at the end counts as it stands. */
    void mayStayOpen() {
        mayStayOpen = true;
    }

    /** Whether a promise may still be open at the end. */
    boolean openIsFine() {
        return mayStayOpen;
    }

    /** Looks into the store, which Amends has open as well. */
    <T> T onRecord(Function<Store, T> look) {
        try (Store store = Store.open(database())) {
            return look.apply(store);
        }
    }

    /** Waits until it is so; false when it is not in time. */
    boolean await(BooleanSupplier so, Duration patience) {
        Instant until = Instant.now().plus(patience);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                return false;
            }
            LockSupport.parkNanos(200_000_000);
        }
        return true;
    }

    /** Lets it go on for so long. */
    static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** Where everything that was written down is kept, for whoever wants to know what happened. */
    void keep(Path to) throws IOException {
        Files.createDirectories(to);
        copy(folder.resolve("amends.log"), to.resolve("amends.log"));
        copy(folder.resolve("pbx/log/full"), to.resolve("asterisk.log"));
        copy(database(), to.resolve("amends.db"));
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        try {
            callers.close();
            AmendsProcess running = amends;
            if (running != null) {
                running.close();
            }
        } finally {
            centre.close();
            pbx.close();
            cleanUp();
        }
    }

    private void cleanUp() {
        for (String[] command : afterwards) {
            try {
                BrokenMachine.runs(command);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Folders.delete(folder);
    }
}
