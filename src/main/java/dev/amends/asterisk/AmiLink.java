package dev.amends.asterisk;

import dev.amends.care.Sounds;
import dev.amends.dialing.TelephoneDown;
import dev.amends.line.Floor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The link to the PBX's manager interface: keeps one {@link AmiEpoch} after the other alive, feeds
 * the floor from it, and lends its session for actions. While there is none the floor is not known.
 */
public final class AmiLink {

    private static final Logger log = LoggerFactory.getLogger(AmiLink.class);

    private final AmiSettings settings;
    private final Watched watched;
    private final Floor floor;
    private final AmiNews news;
    private final InstantSource clock;
    private final WrapUps wrapUps;
    private final PlayedSounds sounds;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch linked = new CountDownLatch(1);
    private volatile @Nullable AmiEpoch current;
    private @Nullable Thread thread;
    private String lastTrouble = "";

    public AmiLink(AmiSettings settings, Watched watched, AmiNews news, InstantSource clock) {
        this.settings = settings;
        this.watched = watched;
        this.floor = watched.floor();
        this.news = news;
        this.clock = clock;
        this.wrapUps = new WrapUps(new Pauses(watched.queues(), () -> epoch().actions()));
        this.sounds = new PlayedSounds(() -> epoch().actions());
    }

    /** What is kept true, and the queues that are on it: those of our lines. */
    public record Watched(Floor floor, Set<String> queues) {
        public Watched {
            queues = Set.copyOf(queues);
        }
    }

    /** Begins to connect, and to connect again whenever the link is lost. Returns at once. */
    public synchronized void start() {
        thread = Thread.ofVirtual().name("ami-link").start(this::keepAlive);
    }

    /** Logs off and stays away. */
    public synchronized void stop() {
        stopped.countDown();
        AmiEpoch epoch = current;
        if (epoch != null) {
            epoch.end("stopped");
        }
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until {@link #connected()}, and answers whether it is. */
    public boolean awaitConnected(Duration patience) {
        try {
            return linked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the PBX can be asked at this moment and the floor is known. */
    public boolean connected() {
        return current != null;
    }

    /** What the PBX plays. */
    public Sounds sounds() {
        return sounds;
    }

    /**
     * The epoch in which actions can be sent now.
     *
     * @throws TelephoneDown when there is none
     */
    AmiEpoch epoch() {
        AmiEpoch epoch = current;
        if (epoch == null) {
            throw new TelephoneDown("there is no link to the PBX");
        }
        return epoch;
    }

    /** The same, or nothing. */
    @Nullable AmiEpoch current() {
        return current;
    }

    /**
     * A moment by the PBX's clock, by ours.
     *
     * @throws TelephoneDown when it can't be asked what time it is
     */
    Instant ours(Instant there) {
        return PbxClock.ours(there, epoch().actions(), clock);
    }

    /**
     * What time it is by the PBX's clock.
     *
     * @throws TelephoneDown when it can't be asked
     */
    Instant there() {
        return PbxClock.now(epoch().actions(), clock);
    }

    private void keepAlive() {
        Duration pause = settings.patience().retryFirst();
        while (!stops(Duration.ZERO)) {
            boolean wasUp = false;
            try (AmiEpoch epoch = AmiEpoch.open(settings, clock)) {
                QueueNews queueNews = new QueueNews(floor, news, wrapUps::take, clock);
                new FloorWatch(epoch, settings.patience(), queueNews, watched.queues())
                        .run(floor, clock, () -> up(epoch));
            } catch (Exception e) {
                // One of the program's doors: whatever goes wrong, the link is built anew.
                wasUp = current != null;
                current = null;
                floor.lost();
                trouble(e);
            }
            pause = wasUp ? settings.patience().retryFirst() : pause;
            if (stops(pause)) {
                return;
            }
            pause = shorter(pause.multipliedBy(2), settings.patience().retryMost());
        }
    }

    private void up(AmiEpoch epoch) {
        if (current == null) {
            current = epoch;
            linked.countDown();
            wrapUps.linked();
            sounds.linked();
            lastTrouble = "";
            log.info("Linked to the PBX, which runs since {}", epoch.runsSince());
        }
        news.resynced().run();
        news.floorChanged().run();
    }

    private void trouble(Exception e) {
        String trouble = String.valueOf(e.getMessage());
        boolean known = e instanceof TelephoneDown || e instanceof AmiRefused;
        if (stopped.getCount() == 0) {
            log.info("The link to the PBX is closed");
        } else if (trouble.equals(lastTrouble)) {
            log.debug("Still no link to the PBX: {}", trouble);
        } else if (known) {
            log.warn("No link to the PBX: {}. Trying again.", trouble);
        } else {
            log.error("The link to the PBX failed. Trying again.", e);
        }
        lastTrouble = trouble;
    }

    private boolean stops(Duration within) {
        try {
            return stopped.await(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
