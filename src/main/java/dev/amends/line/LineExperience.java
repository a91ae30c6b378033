package dev.amends.line;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happened on one line lately, boiled down to a few sums. Every event may come twice, late or
 * not at all: what can't be true is left out, and nothing is kept for long that waits for an event.
 */
final class LineExperience {

    /** So many calls or hang-ups tell enough for the formula. */
    private static final double ENOUGH = 10;

    private static final double CALLS_REMEMBERED = 300;
    private static final double HANG_UPS_REMEMBERED = 100;
    private static final double GAPS_REMEMBERED = 100;
    private static final double WAITS_REMEMBERED = 20;

    /** Written down sums count for no more than this, so that a new day soon outweighs them. */
    private static final double OLD_COUNTS = 60;

    /** Until gaps are known, this many rings stand for them. */
    private static final double RINGS_COUNT = 3;

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration LONGEST_GAP = Duration.ofMinutes(10);

    /** The table of past waits goes no further. */
    private static final int MOST_AHEAD = 30;

    private static final int MOST_REPS = 5_000;

    private final Line line;
    private final Spells handling = new Spells(CALLS_REMEMBERED);
    private final Spells patience = new Spells(HANG_UPS_REMEMBERED);
    private final Crowd crowd = new Crowd();
    private final Passing passing = new Passing();
    private final Map<Standing, Bias> biases = new EnumMap<>(Standing.class);
    private final Map<Standing, Map<Integer, Tally>> pastWaits = new EnumMap<>(Standing.class);
    private final Map<String, Talk> talks = new HashMap<>();
    private final Map<String, Instant> freeSince = new HashMap<>();
    private Tally gaps = Tally.EMPTY;
    private Tally rings = Tally.EMPTY;

    LineExperience(Line line) {
        this.line = line;
        for (Standing standing : Standing.values()) {
            biases.put(standing, Bias.NONE);
            pastWaits.put(standing, new HashMap<>());
        }
    }

    /** A rep in conversation. */
    private record Talk(String id, Instant since) {}

    Line line() {
        return line;
    }

    /** Somebody joined one of its queues. */
    void joined(String queue, Waiting who, LinePicture picture, Instant now) {
        sweep(now);
        if (who.promised() || crowd.isBack(who.id())) {
            return;
        }
        Standing standing = standing(queue, who, now);
        if (standing == Standing.AHEAD) {
            passing.one(now);
        }
        WaitPolicy.Place place = new WaitPolicy.Place(who.id(), who.arrival(), standing);
        Learned learned = learned(now);
        Optional<ExpectedWait> predicted =
                WaitPolicy.expected(picture.with(learned.unbiased()), place)
                        .filter(_ -> learned.pace().isPresent());
        boolean served = WaitPolicy.repFree(picture, place);
        crowd.add(
                who.id(),
                new Crowd.Wait(
                        now,
                        standing,
                        served ? -1 : WaitPolicy.ahead(picture, place).all(),
                        served ? 0 : predicted.map(ExpectedWait::seconds).orElse(0.0)));
    }

    private Standing standing(String queue, Waiting who, Instant now) {
        boolean early = who.arrival().at().isBefore(now.minus(line.headStart()));
        return queue.equals(line.seniorQueue()) || early && !line.headStart().isZero()
                ? Standing.AHEAD
                : Standing.ORDINARY;
    }

    void left(String id, boolean abandoned, Instant now) {
        crowd.left(id, abandoned, now);
        sweep(now);
    }

    /**
     * A rep has taken somebody.
     *
     * @param held how long he was in this queue, as the telephone system says
     * @param ringing how long the rep's phone rang
     */
    void connected(Waiting who, String device, Duration held, Duration ringing, Instant now) {
        sweep(now);
        Talk talk = talks.get(device);
        if (talk != null && talk.id().equals(who.id())) {
            return;
        }
        Optional.ofNullable(crowd.remove(who.id())).ifPresent(wait -> served(wait, now));
        gap(device, held, now);
        if (plausible(ringing, LONGEST_GAP)) {
            rings = rings.with(seconds(ringing), GAPS_REMEMBERED);
        }
        talks.remove(device);
        // A promised call looks finished when the rep is handed over: its length is not known.
        if (!who.promised() && talks.size() < MOST_REPS) {
            talks.put(device, new Talk(who.id(), now));
        }
    }

    private void served(Crowd.Wait wait, Instant now) {
        Duration waited = Duration.between(wait.since(), now);
        if (!plausible(waited, LONGEST)) {
            return;
        }
        patience.over(seconds(waited), false, 0);
        if (wait.ahead() < 0) {
            return;
        }
        if (wait.predicted() > 0) {
            double weight = Bias.weight(seconds(waited), hangUpsPerSecond(now));
            biases.computeIfPresent(
                    wait.standing(),
                    (_, bias) -> bias.with(seconds(waited), wait.predicted(), weight));
        }
        if (wait.ahead() <= MOST_AHEAD) {
            past(wait.standing())
                    .merge(
                            wait.ahead(),
                            Tally.EMPTY.with(seconds(waited), WAITS_REMEMBERED),
                            (all, _) -> all.with(seconds(waited), WAITS_REMEMBERED));
        }
    }

    /** The rep was not idle but busy in other ways, if the caller had been waiting all the time. */
    private void gap(String device, Duration held, Instant now) {
        Instant since = freeSince.remove(device);
        if (since != null) {
            Duration gap = Duration.between(since, now);
            if (plausible(gap, LONGEST_GAP) && held.compareTo(gap) >= 0) {
                gaps = gaps.with(seconds(gap), GAPS_REMEMBERED);
            }
        }
    }

    /** A rep has finished with somebody. */
    void completed(String id, String device, Duration talked, Instant now) {
        sweep(now);
        Talk talk = talks.get(device);
        if (talk == null || !talk.id().equals(id)) {
            return;
        }
        talks.remove(device);
        if (plausible(talked, LONGEST)) {
            handling.over(seconds(talked), true, talking(now));
            freeSince.put(device, now);
        }
    }

    /** A rep went off duty: what he did until his next call is not known. */
    void offDuty(String device) {
        freeSince.remove(device);
    }

    /** Only these wait: whoever else was believed to be there has gone unseen. */
    void onlyThese(Set<String> ids) {
        crowd.onlyThese(ids);
    }

    /** Events may be missing: whatever waits for one is dropped. */
    void forgetUnfinished() {
        crowd.clear();
        talks.clear();
        freeSince.clear();
    }

    /** What is known at this moment. */
    Learned learned(Instant now) {
        sweep(now);
        if (handling.events() < ENOUGH || patience.ended() < ENOUGH) {
            Map<Standing, Map<Integer, Tally>> copy = new EnumMap<>(Standing.class);
            pastWaits.forEach((standing, waits) -> copy.put(standing, Map.copyOf(waits)));
            return new Learned(Optional.empty(), copy);
        }
        Map<Standing, Double> bias = new EnumMap<>(Standing.class);
        biases.forEach((standing, one) -> bias.put(standing, one.factor()));
        return new Learned(
                Optional.of(
                        new Pace(
                                handlingSeconds(now),
                                hangUpsPerSecond(now),
                                passing.perSecond(now),
                                seconds(line.headStart()),
                                bias)),
                Map.of());
    }

    private double handlingSeconds(Instant now) {
        double talk = handling.time(talking(now)) / handling.events();
        double ring = rings.weight() > 0 ? rings.mean() : 0;
        double gap = (gaps.total() + RINGS_COUNT * ring) / (gaps.weight() + RINGS_COUNT);
        return Math.max(1, talk + gap);
    }

    private double hangUpsPerSecond(Instant now) {
        double time = patience.time(crowd.waiting(now));
        return time > 0 ? patience.events() / time : 0;
    }

    /** Seconds of all conversations under way. */
    private double talking(Instant now) {
        return talks.values().stream()
                .mapToDouble(talk -> Math.max(0, seconds(Duration.between(talk.since(), now))))
                .sum();
    }

    private void sweep(Instant now) {
        crowd.sweep(now)
                .forEach(gone -> {
                    if (plausible(gone.lasted(), LONGEST)) {
                        patience.over(
                                seconds(gone.lasted()), gone.hungUp(), crowd.waiting(now));
                    }
                });
        talks.values().removeIf(talk -> talk.since().plus(LONGEST).isBefore(now));
    }

    /** As it is written down: a few sums under fixed names. */
    Map<String, Tally> record(Instant now) {
        Map<String, Tally> all = new HashMap<>();
        all.put("handling", handling.record(talking(now)));
        all.put("patience", patience.record(crowd.waiting(now)));
        all.put("gaps", gaps);
        all.put("rings", rings);
        biases.forEach((standing, bias) -> all.put(name("bias", standing), bias.record()));
        pastWaits.forEach((standing, waits) ->
                waits.forEach((ahead, tally) ->
                        all.put(name("waits", standing) + '.' + ahead, tally)));
        all.values().removeIf(tally -> tally.weight() == 0 && tally.squares() == 0);
        return all;
    }

    /** Goes on from what was written down; whatever is not like it is left out. */
    void restore(Map<String, Tally> written) {
        Map<String, Tally> all = new HashMap<>(written);
        all.values().removeIf(tally -> !tally.plausible());
        handling.restore(all.getOrDefault("handling", Tally.EMPTY), OLD_COUNTS);
        patience.restore(all.getOrDefault("patience", Tally.EMPTY), OLD_COUNTS);
        gaps = all.getOrDefault("gaps", Tally.EMPTY).atMost(OLD_COUNTS);
        rings = all.getOrDefault("rings", Tally.EMPTY).atMost(OLD_COUNTS);
        for (Standing standing : Standing.values()) {
            Tally bias = all.getOrDefault(name("bias", standing), Tally.EMPTY);
            biases.put(standing, Bias.of(bias.atMost(OLD_COUNTS)));
            for (int ahead = 0; ahead <= MOST_AHEAD; ahead++) {
                Tally waits = all.get(name("waits", standing) + '.' + ahead);
                if (waits != null) {
                    past(standing).put(ahead, waits);
                }
            }
        }
    }

    private Map<Integer, Tally> past(Standing standing) {
        return pastWaits.computeIfAbsent(standing, _ -> new HashMap<>());
    }

    private static String name(String what, Standing standing) {
        return what + '.' + standing.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean plausible(@Nullable Duration time, Duration longest) {
        return time != null && !time.isNegative() && time.compareTo(longest) <= 0;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
