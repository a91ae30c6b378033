package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.Folders;
import dev.amends.bench.Heard;
import dev.amends.bench.Hiccups;
import dev.amends.bench.Leg;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.Ports;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.callcentre.SettingsText;
import dev.amends.callcentre.ToneSounds;
import dev.amends.caller.CallerHistory;
import dev.amends.caller.PhoneNumber;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.store.Store;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The stage of every live story: one private telephone system for the whole run, and for each story
 * fresh phones, a fresh Amends and an empty database.
 */
final class Stage implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(Stage.class);

    static final Path SHIPPED_PROMPTS = Path.of("asterisk-conf/sounds/en/amends");

    private static final Path SHIPPED_SPANISH = Path.of("asterisk-conf/sounds/es/amends");

    private final List<String> drawnOut = new ArrayList<>();
    private @Nullable House house;
    private @Nullable Set set;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        House house =
                context.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(House.class, k -> House.open(), House.class);
        this.house = house;
        house.playFingerprints();
        set = new Set(house, Files.createTempDirectory("amends-story"));
        set.sweep();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            System.out.println(set().amendsSaid());
        }
        set().close();
        set = null;
        drawnOut.forEach(house().sounds()::shorten);
    }

    /** The ports of the whole run. */
    static Ports ports() {
        String shift = System.getenv("AMENDS_PORT_SHIFT");
        int fork = Integer.getInteger("amends.fork", 1);
        return new Ports((shift == null ? 1000 : Integer.parseInt(shift)) + 200 * (fork - 1));
    }

    private Set set() {
        if (set == null) {
            throw new IllegalStateException("the stage exists during a story only");
        }
        return set;
    }

    /** The phones. */
    CallCentre centre() {
        return set().centre;
    }

    PrivatePbx pbx() {
        return set().centre.pbx();
    }

    private House house() {
        if (house == null) {
            throw new IllegalStateException("the stage exists during a story only");
        }
        return house;
    }

    /** In this story real speech is played instead of fingerprints. */
    void playSpeech() {
        house().playSpeech();
    }

    /** In this story somebody does something in the middle of this prompt: it lasts two seconds. */
    void drawOut(String prompt) {
        drawnOut.add(prompt);
        house().sounds().drawOut(prompt);
    }

    /** How long it took, but for the time in which the machine did not let the test itself run. */
    Duration took(Instant from, Instant to) {
        return Duration.between(from, to).minus(house().hiccups().between(from, to));
    }

    /** Starts Amends with changed settings, or starts it again with the same database. */
    AmendsProcess amends(UnaryOperator<SettingsText> changes) {
        return set().start(changes, Map.of());
    }

    /** The same, for what depends on how fast it is. */
    AmendsProcess amendsAtFullSpeed(UnaryOperator<SettingsText> changes) {
        return set().start(changes, AmendsProcess.AT_FULL_SPEED);
    }

    /** The same, and it logs all that it can. */
    AmendsProcess amendsTellingAll(UnaryOperator<SettingsText> changes) {
        return set().start(changes, Map.of("AMENDS_LOG", "DEBUG"));
    }

    /** The same, but it dies at a point, such as {@code after Ledger.claim}. */
    AmendsProcess amendsDying(UnaryOperator<SettingsText> changes, String point) {
        return set().start(changes, Map.of("AMENDS_FAILPOINT", point));
    }

    /** Writes changed settings without starting anything; where they are. */
    Path settings(UnaryOperator<SettingsText> changes) {
        return set().settings(changes);
    }

    /** In this story the queues are configured with this change. */
    void queues(UnaryOperator<String> change) {
        set().queues(change);
    }

    /** A folder for this story's files. */
    Path folder() {
        return set().folder;
    }

    /** The promises as they stand in the database. */
    List<Callback> promises() {
        return onRecord(store -> store.ledger().list(true, 100));
    }

    /** The database, opened once more. */
    Store store() {
        return Store.open(set().database());
    }

    /** Looks into the database. */
    <T> T onRecord(Function<Store, T> look) {
        try (Store store = store()) {
            return look.apply(store);
        }
    }

    /** Calls are written behind: waits until what is remembered of a caller is so. */
    void awaitHistory(String caller, Predicate<CallerHistory> so) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                onRecord(store ->
                                        store.callerBook()
                                                .history(
                                                        new PhoneNumber(caller),
                                                        Instant.EPOCH,
                                                        Instant.now().plusSeconds(60))),
                        so);
    }

    /** Waits for the one promise there is to become so. */
    Callback awaitPromise(Predicate<Callback> so, Duration patience) {
        try (Store store = Store.open(set().database())) {
            return Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> store.ledger().list(true, 2),
                            all -> all.size() == 1 && so.test(all.getFirst()))
                    .getFirst();
        }
    }

    /** The id of the one promise there is. */
    String onlyPromise() {
        List<Callback> all = promises();
        if (all.size() != 1) {
            throw new IllegalStateException("not exactly one promise: " + all);
        }
        return all.getFirst().id().value();
    }

    /** Waits until the telephone system has a fresh sign of life of Amends. */
    void awaitHeartbeat() {
        centre().awaitHeartbeat();
    }

    /** How the attempts of the one promise ended, in order. */
    List<AttemptOutcome> outcomes() {
        try (Store store = Store.open(set().database())) {
            Callback promise = store.ledger().list(true, 1).getFirst();
            return store.ledger().attemptsOf(promise.id()).stream()
                    .flatMap(attempt -> attempt.outcome().stream())
                    .toList();
        }
    }

    /** Only these reps take calls. */
    void onDuty(String... reps) {
        centre().onDuty(reps);
    }

    /** Every rep takes calls. */
    void everybodyOnDuty() {
        onDuty(CallCentre.REPS.toArray(String[]::new));
    }

    /** Waits until so many are in a queue, placeholders included. */
    void awaitInQueue(String queue, int count, Duration patience) {
        Awaitility.await()
                .atMost(patience)
                .until(() ->
                        pbx().cli("queue show " + queue)
                                .contains(queue + " has " + count + " calls"));
    }

    /** A caller who was offered the choice and chose to wait. */
    Call waiting(String callerId) {
        Call call = centre().call(callerId);
        call.awaitPrompt("choice", Duration.ofSeconds(8));
        call.press("1");
        call.awaitPrompt("keep-waiting", Duration.ofSeconds(5));
        return call;
    }

    /** He presses these keys, and although Amends is away he soon hears the music of a queue. */
    void queuedInTime(Call call, String keys) {
        call.press(keys);
        Instant pressed = Instant.now();
        Heard music = call.ear().awaitTone(CallCentre.MUSIC_TONE, pressed, Duration.ofSeconds(10));
        assertThat(took(pressed, music.from())).isLessThanOrEqualTo(Duration.ofMillis(3500));
    }

    /** Waits until no channel is left. */
    void awaitNoChannels(Duration patience) {
        centre().awaitNoChannels(patience);
    }

    /**
     * A caller who chooses to be called back on the number he calls from, up to the end of his
     * call.
     */
    Call promised(String callerId) {
        return promised(callerId, Leg.tone(CallCentre.CALLER_TONE));
    }

    /** The same with this leg. */
    Call promised(String callerId, Leg leg) {
        Call call = centre().call(callerId, leg);
        call.awaitPrompt("choice", Duration.ofSeconds(8));
        promises(call);
        return call;
    }

    /** The same from the choice on. */
    void promises(Call call) {
        CallCentre.choosesToBeCalled(call);
    }

    /** Plays several parts at the same time, and waits for the end of all. */
    static void atOnce(List<Runnable> callers) throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            callers.forEach(caller -> all.add(threads.submit(caller)));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** What lasts for the whole run. */
    record House(Ports ports, PrivatePbx pbx, ToneSounds sounds, Hiccups hiccups, Path folder)
            implements AutoCloseable {

        static House open() {
            try {
                Path folder = Files.createTempDirectory("amends-live");
                ToneSounds sounds = ToneSounds.writtenTo(folder.resolve("prompts"));
                Ports ports = Stage.ports();
                PrivatePbx pbx = new PrivatePbx(ports, folder.resolve("pbx"), sounds.folder());
                pbx.start();
                return new House(ports, pbx, sounds, new Hiccups().start(), folder);
            } catch (IOException e) {
                throw new IllegalStateException("no folder for the live tests", e);
            }
        }

        void playFingerprints() {
            sounds.playOn(pbx);
        }

        void playSpeech() {
            pbx.play("en", "amends", SHIPPED_PROMPTS);
            pbx.play("en", "digits", pbx.coreSounds("en", "digits"));
            pbx.play("es", "amends", SHIPPED_SPANISH);
            pbx.play("es", "digits", pbx.coreSounds("es", "digits"));
        }

        @Override
        public void close() {
            hiccups.close();
            pbx.close();
            Folders.delete(folder);
        }
    }

    /** What belongs to one story. */
    private static final class Set implements AutoCloseable {
        private final Path folder;
        private final CallCentre centre;
        private @Nullable AmendsProcess amends;
        private @Nullable String queuesBefore;

        private Set(House house, Path folder) {
            this.folder = folder;
            this.centre = new CallCentre(house.ports(), house.pbx(), house.sounds().prompts());
        }

        private Path database() {
            return folder.resolve("amends.db");
        }

        private Path output() {
            return folder.resolve("amends.log");
        }

        private void sweep() {
            // An earlier story may have left it frozen or killed.
            centre.pbx().start();
            List.of("", "-hold", "-breather", "-phone", "-reserve")
                    .forEach(tree -> centre.pbx().cli("database deltree amends" + tree));
            for (String rep : CallCentre.REPS) {
                centre.pbx().cli("queue unpause member PJSIP/" + rep);
            }
        }

        private void queues(UnaryOperator<String> change) {
            try {
                Path file = centre.pbx().etc().resolve("queues.conf");
                String now = Files.readString(file);
                queuesBefore = queuesBefore == null ? now : queuesBefore;
                Files.writeString(file, change.apply(now));
                centre.pbx().cli("module reload app_queue.so");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path settings(UnaryOperator<SettingsText> changes) {
            Path file = folder.resolve("amends.toml");
            changes.apply(SettingsText.forPbx(centre.ports(), centre.pbx(), database()))
                    .write(file);
            return file;
        }

        private AmendsProcess start(
                UnaryOperator<SettingsText> changes, Map<String, String> environment) {
            Path settings = settings(changes);
            amends = AmendsProcess.start(settings, output(), environment);
            return amends;
        }

        private String amendsSaid() {
            try {
                return Files.exists(output()) ? Files.readString(output()) : "";
            } catch (IOException e) {
                return "unreadable: " + e;
            }
        }

        @Override
        public void close() {
            try {
                if (amends != null) {
                    amends.close();
                }
                centre.pbx().cli("channel request hangup all");
                if (queuesBefore != null) {
                    String before = queuesBefore;
                    queues(_ -> before);
                }
            } finally {
                centre.close();
                Folders.delete(folder);
            }
        }
    }
}
