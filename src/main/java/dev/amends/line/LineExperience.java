package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happened on one line lately, boiled down to a few sums. Every event may come twice, late or
 * not at all: what can't be true is left out, and nothing is kept for long that waits for an event.
 */
final class LineExperience {

    /** No wait and no conversation is believed to be longer. */
    static final Duration LONGEST = Duration.ofHours(4);

    /** Ten calls and ten waits tell enough for the formula; they have faded a little by then. */
    private static final double ENOUGH = 9.5;

    private static final double HANG_UPS_REMEMBERED = 100;
    private static final double WAITS_REMEMBERED = 20;

    /** Written down sums count for no more than this, so that a new day soon outweighs them. */
    private static final double OLD_COUNTS = 60;

    /** The table of past waits goes no further. */
    private static final int MOST_AHEAD = 30;

    private final Line line;
    private final Handling handling = new Handling();
    private final Spells patience = new Spells(HANG_UPS_REMEMBERED);
    private final Crowd crowd = new Crowd();
    private final Passing passing = new Passing();
    private final Fairness fairness = new Fairness();
    private final Map<Standing, Bias> biases = new EnumMap<>(Standing.class);
    private final Map<Standing, Map<Integer, Tally>> pastWaits = new EnumMap<>(Standing.class);

    /** The factors of the biases: asked for at every turn, and changed by few. */
    private Map<Standing, Double> corrections = Map.of();

    LineExperience(Line line) {
        this.line = line;
        for (Standing standing : Standing.values()) {
            biases.put(standing, Bias.NONE);
        }
        correct();
    }

    private void correct() {
        corrections =
                biases.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, one -> one.getValue().factor()));
    }

    Line line() {
        return line;
    }

    /** Somebody is found in one of its queues who joined it then. */
    void found(String queue, Waiting who, Instant since) {
        fairness.waits(queue, who, since);
    }

    /** Somebody joined one of its queues. */
    void joined(String queue, Waiting who, LinePicture picture, Instant now) {
        sweep(now);
        fairness.waits(queue, who, now);
        if (who.promised() || crowd.isBack(who.id())) {
            return;
        }
        Standing standing = standing(queue, who, now);
        if (standing == Standing.AHEAD) {
            passing.one(now);
        }
        WaitPolicy.Place place = new WaitPolicy.Place(Set.of(who.id()), who.arrival(), standing);
        boolean waits = !WaitPolicy.repFree(picture, place);
        crowd.add(
                who.id(),
                new Crowd.Wait(
                        now,
                        standing,
                        waits ? WaitPolicy.ahead(picture, place).all() : Crowd.NO_WAIT,
                        waits ? predicted(picture, place, now) : 0));
    }

    /** By the formula alone, in seconds; 0 when it can't tell. */
    private double predicted(LinePicture picture, WaitPolicy.Place place, Instant now) {
        Learned learned = learned(now).unbiased();
        return learned.pace()
                .flatMap(_ -> WaitPolicy.expected(picture.with(learned), place))
                .map(ExpectedWait::seconds)
                .orElse(0.0);
    }

    /** Who comes with a head start joins as somebody who came that much earlier. */
    private Standing standing(String queue, Waiting who, Instant now) {
        boolean early = who.arrival().at().isBefore(now.minus(line.headStart()));
        return queue.equals(line.seniorQueue()) || early && !line.headStart().isZero()
                ? Standing.AHEAD
                : Standing.ORDINARY;
    }

    void left(String id, boolean abandoned, Instant now) {
        crowd.left(id, abandoned, now);
        fairness.left(id, now);
        sweep(now);
    }

    void connected(Experience.Connected taken, Instant now) {
        sweep(now);
        fairness.served(taken.id(), taken.ringing(), now);
        if (!handling.knows(taken)) {
            crowd.remove(taken.id()).ifPresent(wait -> served(wait, now));
            Waiting who = new Waiting(taken.id(), new EffectiveArrival(now));
            handling.taken(taken, who.promised(), now);
        }
    }

    private void served(Crowd.Wait wait, Instant now) {
        Duration time = Duration.between(wait.since(), now);
        if (!plausible(time, LONGEST)) {
            return;
        }
        double waited = seconds(time);
        patience.over(waited, false, 0);
        if (wait.predicted() > 0) {
            double counts = Bias.weight(waited, hangUpsPerSecond(now));
            biases.computeIfPresent(
                    wait.standing(), (_, bias) -> bias.with(waited, wait.predicted(), counts));
            correct();
        }
        if (wait.ahead() >= 0 && wait.ahead() <= MOST_AHEAD) {
            past(wait.standing())
                    .compute(
                            wait.ahead(),
                            (_, all) ->
                                    (all == null ? Tally.EMPTY : all)
                                            .with(waited, WAITS_REMEMBERED));
        }
    }

    void completed(String id, String device, Duration talked, Instant now) {
        handling.finished(id, device, talked, now);
    }

    void offDuty(String device) {
        handling.offDuty(device);
    }

    /** Only these wait: whoever else was believed to be there has gone unseen. */
    void onlyThese(Set<String> ids) {
        crowd.onlyThese(ids);
        fairness.onlyThese(ids);
    }

    /** Events may be missing: whatever waits for one is dropped. */
    void forgetUnfinished() {
        crowd.clear();
        fairness.clear();
        handling.forgetUnfinished();
    }

    /** What is known at this moment. */
    Learned learned(Instant now) {
        sweep(now);
        if (handling.calls() < ENOUGH || patience.ended() < ENOUGH) {
            Map<Standing, Map<Integer, Tally>> copy = new EnumMap<>(Standing.class);
            pastWaits.forEach((standing, waits) -> copy.put(standing, Map.copyOf(waits)));
            return new Learned(Optional.empty(), copy);
        }
        double handled = handling.seconds(now);
        Pace pace =
                new Pace(
                        handled,
                        handling.variance(handled),
                        hangUpsPerSecond(now),
                        passing.perSecond(now),
                        seconds(line.headStart()),
                        corrections);
        return new Learned(Optional.of(pace), Map.of());
    }

    private double hangUpsPerSecond(Instant now) {
        double time = patience.time(crowd.waiting(now));
        return time > 0 ? patience.events() / time : 0;
    }

    private void sweep(Instant now) {
        for (Crowd.Over over : crowd.sweep(now)) {
            if (plausible(over.lasted(), LONGEST)) {
                patience.over(seconds(over.lasted()), over.hungUp(), crowd.waiting(now));
            }
        }
    }

    /** As it is written down: a few sums under fixed names. */
    Map<String, Tally> record(Instant now) {
        Map<String, Tally> all = new HashMap<>();
        handling.record(all, now);
        fairness.record(all);
        all.put("patience", patience.record(crowd.waiting(now)));
        biases.forEach((standing, bias) -> all.put(name("bias", standing), bias.record()));
        pastWaits.forEach((standing, waits) ->
                waits.forEach(
                        (ahead, tally) -> all.put(name("waits", standing) + '.' + ahead, tally)));
        all.values().removeIf(Tally.EMPTY::equals);
        return all;
    }

    /** Goes on from what was written down; whatever is not like it is left out. */
    void restore(Map<String, Tally> written) {
        Map<String, Tally> all = new HashMap<>(written);
        all.values().removeIf(tally -> !tally.plausible());
        handling.restore(all, OLD_COUNTS);
        fairness.restore(all);
        patience.restore(all.getOrDefault("patience", Tally.EMPTY), OLD_COUNTS);
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
        correct();
    }

    private Map<Integer, Tally> past(Standing standing) {
        return pastWaits.computeIfAbsent(standing, _ -> new HashMap<>());
    }

    private static String name(String what, Standing standing) {
        return what + '.' + standing.name().toLowerCase(Locale.ROOT);
    }

    static boolean plausible(Duration time, Duration longest) {
        return !time.isNegative() && time.compareTo(longest) <= 0;
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
