package dev.amends.dialing;

import dev.amends.dialing.CallerFirstPolicy.When;
import dev.amends.dialing.LaunchWayPolicy.Way;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptState;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger.AttemptOnRecord;
import dev.amends.promise.PromisedWindow;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The calls in which the caller comes before his rep: whose phones ring now, for whom a rep is
 * kept, and whose placeholders only stand in the way. Asked by the tick and by turns; it remembers
 * nothing but what each line's calls have taught and what it ordered a moment ago.
 */
public final class CallerFirst {

    private static final Logger log = LoggerFactory.getLogger(CallerFirst.class);

    private final Floor floor;
    private final Map<LineName, Line> lines;
    private final Map<LineName, LineLaunch> launches;
    private final Consumer<Hint> wakes;
    private final InstantSource clock;

    /** When a phone was ordered to ring; used by the tick only. */
    private final Map<AttemptId, Instant> ordered = new HashMap<>();

    /** To whose place a rep came before his phone rang, and when; turns say so, the tick looks. */
    private final Map<AttemptId, Instant> awaited = new ConcurrentHashMap<>();

    /**
     * @param wakes told at once for whom a rep waits, as his phone is to ring now
     */
    public CallerFirst(
            Floor floor,
            Map<LineName, Line> lines,
            DialingSettings settings,
            Consumer<Hint> wakes,
            InstantSource clock) {
        this.wakes = wakes;
        this.floor = floor;
        this.lines = Map.copyOf(lines);
        this.launches =
                settings.lines().entrySet().stream()
                        .filter(one -> lines.containsKey(one.getKey()))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        one -> new LineLaunch(one.getValue().launch())));
        this.clock = clock;
    }

    /** Whose phones ring now, of all live attempts. */
    List<AttemptId> ring(List<AttemptOnRecord> live) {
        List<AttemptId> now = new ArrayList<>(awaited(live));
        launches.forEach((name, launch) -> now.addAll(ring(name, launch, live)));
        return now;
    }

    /** Those for whom a rep waits already. */
    private List<AttemptId> awaited(List<AttemptOnRecord> live) {
        Instant now = clock.instant();
        awaited.values().removeIf(since -> since.plus(ReconcilePolicy.ON_ITS_WAY).isBefore(now));
        List<AttemptId> ring = new ArrayList<>();
        for (AttemptOnRecord one : live) {
            AttemptId id = one.attempt().id();
            if (one.attempt().state() == AttemptState.INTENT
                    && awaited.remove(id) != null
                    && !orderedBefore(id, now)) {
                log.info("attempt {} rings: a rep has come to his place", id);
                ring.add(id);
            }
        }
        return ring;
    }

    /** Later ones in order are not rung before earlier ones. */
    private List<AttemptId> ring(LineName name, LineLaunch launch, List<AttemptOnRecord> live) {
        Instant now = clock.instant();
        LinePicture picture = picture(name);
        List<AttemptId> chosen = new ArrayList<>();
        if (!picture.known() || launch.look(picture) instanceof Way.RepFirst) {
            return chosen;
        }
        for (AttemptOnRecord one : placed(name, picture, live)) {
            AttemptId id = one.attempt().id();
            switch (launch.rings(due(one), picture, now)) {
                case When.NotYet _ -> {
                    return chosen;
                }
                case When rings -> {
                    if (!orderedBefore(id, now)) {
                        log.info("attempt {} rings: {}", id, rings.reason());
                        chosen.add(id);
                    }
                }
            }
        }
        return chosen;
    }

    /** Whether it was ordered a moment ago: the order may still be on its way. */
    private boolean orderedBefore(AttemptId id, Instant now) {
        ordered.values().removeIf(at -> at.plus(ReconcilePolicy.ON_ITS_WAY).isBefore(now));
        return ordered.putIfAbsent(id, now) != null;
    }

    /**
     * Those with a place in the queue for which nothing was dialled, first in line first. What one
     * rep promised is his, and waits for a rep.
     */
    private static List<AttemptOnRecord> placed(
            LineName name, LinePicture picture, List<AttemptOnRecord> live) {
        Set<String> waiting =
                picture.waiting().stream().map(Waiting::id).collect(Collectors.toSet());
        return live.stream()
                .filter(one -> one.promise().terms().line().equals(name))
                .filter(one -> one.attempt().state() == AttemptState.INTENT)
                .filter(one -> one.promise().terms().appointment().isEmpty())
                .filter(one -> waiting.contains(one.attempt().id().value()))
                .sorted(Comparator.comparing(one -> one.promise().terms().arrival()))
                .toList();
    }

    private static LineLaunch.Due due(AttemptOnRecord one) {
        CallbackTerms terms = one.promise().terms();
        return new LineLaunch.Due(
                one.attempt().id().value(),
                terms.arrival(),
                terms.window().map(PromisedWindow::to));
    }

    /**
     * Placeholders that would only take a rep's time: their attempts are over, or their phones have
     * rung for so long that hardly anybody will answer, and others wait.
     */
    List<AttemptId> idle(List<AttemptOnRecord> live) {
        Map<String, AttemptOnRecord> byId = new HashMap<>();
        live.forEach(one -> byId.put(one.attempt().id().value(), one));
        Set<AttemptId> idle = new LinkedHashSet<>();
        for (LineName name : launches.keySet()) {
            for (Waiting one : picture(name).waiting()) {
                if (one.promised() && isIdle(byId.get(one.id()))) {
                    idle.add(new AttemptId(one.id()));
                }
            }
        }
        return List.copyOf(idle);
    }

    private boolean isIdle(@Nullable AttemptOnRecord one) {
        return one == null || keeps(one).filter(Duration.ZERO::equals).isPresent() && rangLong(one);
    }

    /**
     * A rep has come to the placeholder of this attempt: how long he is kept for a phone that rings
     * beside it. Nothing when he dials himself. Where others wait for a rep and the caller comes
     * first, it rings for him now and he is kept no longer than for any other phone: a ring in vain
     * would cost the next in line a rep.
     */
    Optional<Duration> repCame(AttemptOnRecord found) {
        LineLaunch launch = launches.get(found.promise().terms().line());
        if (launch == null
                || found.attempt().state() != AttemptState.INTENT
                || !ringsBeside(found, launch)) {
            return keeps(found);
        }
        AttemptId id = found.attempt().id();
        awaited.put(id, clock.instant());
        wakes.accept(new Hint.AboutAttempt(id));
        return Optional.of(launch.reserve());
    }

    private boolean ringsBeside(AttemptOnRecord found, LineLaunch launch) {
        LinePicture picture = picture(found.promise().terms().line());
        return found.promise().terms().appointment().isEmpty()
                && picture.known()
                && launch.look(picture) instanceof Way.CallerFirst
                && othersWait(picture);
    }

    private static boolean othersWait(LinePicture picture) {
        return picture.waiting().stream().anyMatch(one -> !one.promised());
    }

    private boolean rangLong(AttemptOnRecord one) {
        LineLaunch launch = launches.get(one.promise().terms().line());
        return launch != null && launch.rangLong(rung(one));
    }

    private Duration rung(AttemptOnRecord claimed) {
        return Duration.between(claimed.attempt().changedAt(), clock.instant());
    }

    /**
     * How long a rep who has come to the placeholder of this attempt is kept for the phone that
     * rings already, zero when he is not; nothing when it does not ring.
     */
    Optional<Duration> keeps(AttemptOnRecord found) {
        LineLaunch launch = launches.get(found.promise().terms().line());
        if (launch == null) {
            return Optional.empty();
        }
        return switch (found.attempt().state()) {
            case INTENT, ENDED -> Optional.empty();
            case ANSWERED -> Optional.of(launch.reserve());
            case CLAIMED -> Optional.of(keepsRinging(found, launch));
        };
    }

    /** Where nobody else wants the rep, he costs nothing. */
    private Duration keepsRinging(AttemptOnRecord found, LineLaunch launch) {
        return othersWait(picture(found.promise().terms().line()))
                ? launch.keeps(new ReservePolicy.Ringing(rung(found), false, true))
                        .orElse(Duration.ZERO)
                : launch.reserve();
    }

    /** What became of phones that rang teaches how long they ring. */
    void learn(RingWatch.Rang rang) {
        LineLaunch launch = launches.get(rang.line());
        if (launch != null && rang.answered()) {
            launch.answered(rang.after());
        } else if (launch != null) {
            launch.inVain(rang.after());
        }
    }

    /** Somebody whom this line called has met his rep after having held for so long. */
    void met(LineName line, Duration held) {
        LineLaunch launch = launches.get(line);
        if (launch != null) {
            launch.met(held);
        }
    }

    private LinePicture picture(LineName name) {
        return floor.picture(Objects.requireNonNull(lines.get(name)), clock.instant());
    }
}
