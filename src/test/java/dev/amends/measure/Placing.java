package dev.amends.measure;

import dev.amends.asterisk.AmiLink;
import dev.amends.asterisk.AmiNews;
import dev.amends.asterisk.AmiOutboundLine;
import dev.amends.asterisk.AmiSettings;
import dev.amends.asterisk.Secret;
import dev.amends.asterisk.UnwrittenMarks;
import dev.amends.callcentre.Ports;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.dialing.CallerFirst;
import dev.amends.dialing.ClaimDesk;
import dev.amends.dialing.Dialing;
import dev.amends.dialing.DialingSettings;
import dev.amends.dialing.Hint;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.dialing.NoMessages;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.RepsOnFloor;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Placeholders on the private telephone system: by the real dialing room from a ledger, and by a
 * bare loop of the same orders. No Amends answers them, so each ends after half a second.
 */
final class Placing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    0,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    private final PrivatePbx pbx;
    private final InstantSource clock = InstantSource.system();
    private final Floor floor = new Floor(ids -> Map.of());
    private final AtomicReference<@Nullable Dialing> wakes = new AtomicReference<>();
    private final AmiLink link;
    private final OutboundLine telephone;

    /** When each placeholder was ordered, in order. */
    private final LinkedBlockingQueue<Long> placed = new LinkedBlockingQueue<>();

    Placing(PrivatePbx pbx, Ports ports) throws IOException {
        this.pbx = pbx;
        String secret =
                Files.readString(pbx.etc().resolve("amends-secret.conf"))
                        .replaceAll("(?s).*secret\\s*=\\s*(\\S+).*", "$1");
        link =
                new AmiLink(
                        AmiSettings.of("127.0.0.1", ports.ami(), "amends", new Secret(secret)),
                        new AmiLink.Watched(floor, Set.of("support", "support-senior")),
                        new AmiNews(this::hint, () -> hint(new Hint.LookAtEverything())),
                        clock);
        link.start();
        if (!link.awaitConnected(Duration.ofSeconds(20))) {
            throw new IllegalStateException("Asterisk's manager interface can't be reached");
        }
        telephone = noting(new AmiOutboundLine(link, new UnwrittenMarks(_ -> {})));
    }

    private void hint(Hint hint) {
        Dialing dialing = wakes.get();
        if (dialing != null) {
            dialing.hint(hint);
        }
    }

    private OutboundLine noting(OutboundLine real) {
        return (OutboundLine)
                Proxy.newProxyInstance(
                        OutboundLine.class.getClassLoader(),
                        new Class<?>[] {OutboundLine.class},
                        (_, method, values) -> {
                            try {
                                Object answer = method.invoke(real, values);
                                if (method.getName().equals("place")) {
                                    int howMany = ((List<?>) values[0]).size();
                                    placed.addAll(Collections.nCopies(howMany, System.nanoTime()));
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** So many a second when nothing is looked up or committed. */
    double bare(int howMany) {
        quiet();
        long start = System.nanoTime();
        for (int n = 0; n < howMany; n++) {
            telephone.place(List.of(fresh()));
        }
        return howMany / seconds(start, System.nanoTime());
    }

    /** So many a second of those who are due, by the dialing room. */
    double due(Store store, int howMany) throws InterruptedException {
        quiet();
        Dialing dialing = dialing(store.ledger(), howMany);
        // They are found due now, not at the first beat of the tick.
        dialing.hint(new Hint.LookAtEverything());
        long start = System.nanoTime();
        dialing.start();
        try {
            return howMany / seconds(start, lastOf(howMany));
        } finally {
            stop(dialing);
        }
    }

    /** How late each is placed that becomes due so often, in milliseconds, sorted. */
    double[] late(Store store, int perSecond, int howMany) throws InterruptedException {
        quiet();
        List<Ledger.Launchable> waiting = store.ledger().launchable(clock.instant(), howMany);
        for (Ledger.Launchable one : waiting) {
            putOff(store.ledger(), one.promise(), Duration.ofDays(1));
        }
        Dialing dialing = dialing(store.ledger(), 1000);
        dialing.start();
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        placed.clear();
        double[] late = new double[waiting.size()];
        long start = System.nanoTime();
        for (int n = 0; n < waiting.size(); n++) {
            LockSupport.parkNanos(start + n * 1_000_000_000L / perSecond - System.nanoTime());
            Callback.Promised off =
                    (Callback.Promised)
                            store.ledger().find(waiting.get(n).promise().id()).orElseThrow();
            putOff(store.ledger(), off, Duration.ZERO);
            long due = System.nanoTime();
            dialing.hint(new Hint.AboutPromise(off.id()));
            late[n] = (lastOf(1) - due) / 1e6;
        }
        stop(dialing);
        Arrays.sort(late);
        return late;
    }

    private void putOff(Ledger ledger, Callback.Promised promise, Duration by) {
        if (!ledger.move(
                promise, promise.putOff(clock.instant().plus(by)), "measured", clock.instant())) {
            throw new IllegalStateException("promise " + promise.id() + " has moved");
        }
    }

    private Dialing dialing(Ledger ledger, int atMost) {
        Settler settler =
                new Settler(
                        ledger, new RetryPolicy(new RetrySettings(3, 5, Duration.ofMinutes(5))));
        Map<LineName, Line> lines = Map.of(LINE.name(), LINE);
        DialingSettings settings = settings(atMost);
        Dialing dialing =
                new Dialing(
                        new ClaimDesk.Book(ledger, settler),
                        telephone,
                        NoMessages.of(ledger),
                        new RepsOnFloor(floor, lines, clock),
                        new CallerFirst(floor, lines, settings, _ -> {}, clock),
                        settings,
                        clock,
                        Placing::fresh);
        wakes.set(dialing);
        return dialing;
    }

    private static DialingSettings settings(int atMost) {
        return new DialingSettings(
                Duration.ofSeconds(25),
                atMost,
                new DialingSettings.OwnRep(Duration.ZERO, Duration.ofSeconds(20)),
                Map.of(
                        LINE.name(),
                        new DialingSettings.OfLine("", LaunchSettings.of(LaunchWay.REP_FIRST))));
    }

    private void stop(Dialing dialing) {
        dialing.stop();
        wakes.set(null);
    }

    /** When the last of so many was ordered. */
    private long lastOf(int howMany) throws InterruptedException {
        long last = 0;
        for (int n = 0; n < howMany; n++) {
            Long at = placed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (at == null) {
                throw new IllegalStateException("only %d of %d placed".formatted(n, howMany));
            }
            last = at;
        }
        return last;
    }

    /** Waits until what was placed before is gone. */
    private void quiet() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (pbx.channels() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("placeholders do not end");
            }
            LockSupport.parkNanos(200_000_000);
        }
        placed.clear();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    static AttemptId fresh() {
        return new AttemptId(UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public void close() {
        link.stop();
    }
}
