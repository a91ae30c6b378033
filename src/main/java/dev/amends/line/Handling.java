package dev.amends.line;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How long one call takes a rep until he has the next: the conversation, and whatever keeps him
 * from the next caller although one waits: wrap-up, ringing, the telephone system's own pace.
 */
final class Handling {

    private static final double CALLS_REMEMBERED = 300;
    private static final double GAPS_REMEMBERED = 100;

    /** Until gaps are known, this many rings stand for them. */
    private static final double RINGS_COUNT = 3;

    /** With fewer conversations their variance is not known. */
    private static final double FEW = 9.5;

    private static final Duration LONGEST_GAP = Duration.ofMinutes(10);
    private static final int MOST_REPS = 5_000;

    private final Spells conversations = new Spells(CALLS_REMEMBERED);
    private final Map<String, Talk> talks = new HashMap<>();
    private final Map<String, Instant> freeSince = new HashMap<>();
    private Tally lengths = Tally.EMPTY;
    private Tally gaps = Tally.EMPTY;
    private Tally rings = Tally.EMPTY;

    /** A rep in conversation. */
    private record Talk(String id, Instant since) {}

    /** Whether it is known already that this rep has taken him. */
    boolean knows(Experience.Connected taken) {
        Talk talk = talks.get(taken.device());
        return talk != null && talk.id().equals(taken.id());
    }

    /** A rep has taken somebody. */
    void taken(Experience.Connected taken, boolean promised, Instant now) {
        gap(taken, now);
        if (LineExperience.plausible(taken.ringing(), LONGEST_GAP)) {
            rings = rings.with(LineExperience.seconds(taken.ringing()), GAPS_REMEMBERED);
        }
        talks.remove(taken.device());
        // A promised call looks finished when the rep is handed over: its length is not known.
        if (!promised && talks.size() < MOST_REPS) {
            talks.put(taken.device(), new Talk(taken.id(), now));
        }
    }

    /** The rep was not idle but busy in other ways, if the caller had been waiting all the time. */
    private void gap(Experience.Connected taken, Instant now) {
        Instant since = freeSince.remove(taken.device());
        if (since != null) {
            Duration gap = Duration.between(since, now);
            if (LineExperience.plausible(gap, LONGEST_GAP) && taken.held().compareTo(gap) >= 0) {
                gaps = gaps.with(LineExperience.seconds(gap), GAPS_REMEMBERED);
            }
        }
    }

    /** A rep has finished with somebody. */
    void finished(String id, String device, Duration talked, Instant now) {
        Talk talk = talks.get(device);
        if (talk == null || !talk.id().equals(id)) {
            return;
        }
        talks.remove(device);
        if (LineExperience.plausible(talked, LineExperience.LONGEST)) {
            conversations.over(LineExperience.seconds(talked), true, talking(now));
            lengths = lengths.with(LineExperience.seconds(talked), CALLS_REMEMBERED);
            freeSince.put(device, now);
        }
    }

    /** A rep went off duty: what he did until his next call is not known. */
    void offDuty(String device) {
        freeSince.remove(device);
    }

    void forgetUnfinished() {
        talks.clear();
        freeSince.clear();
    }

    /** How many conversations this rests on. */
    double calls() {
        return conversations.events();
    }

    /** The mean; only with calls. */
    double seconds(Instant now) {
        double talk = conversations.time(talking(now)) / conversations.events();
        double ring = rings.weight() > 0 ? rings.mean() : 0;
        double gap = (gaps.total() + RINGS_COUNT * ring) / (gaps.weight() + RINGS_COUNT);
        return Math.max(1, talk + gap);
    }

    /**
     * How much calls differ: that of conversations, as long as few are known that of a mean call.
     *
     * @param seconds the mean
     */
    double variance(double seconds) {
        return lengths.weight() >= FEW ? lengths.variance() : seconds * seconds;
    }

    /** Seconds of all conversations under way. */
    private double talking(Instant now) {
        talks.values().removeIf(talk -> talk.since().plus(LineExperience.LONGEST).isBefore(now));
        double all = 0;
        for (Talk talk : talks.values()) {
            all += LineExperience.seconds(Duration.between(talk.since(), now));
        }
        return all;
    }

    void record(Map<String, Tally> all, Instant now) {
        all.put("handling", conversations.record(talking(now)));
        all.put("lengths", lengths);
        all.put("gaps", gaps);
        all.put("rings", rings);
    }

    void restore(Map<String, Tally> all, double most) {
        conversations.restore(all.getOrDefault("handling", Tally.EMPTY), most);
        lengths = all.getOrDefault("lengths", Tally.EMPTY).atMost(most);
        gaps = all.getOrDefault("gaps", Tally.EMPTY).atMost(most);
        rings = all.getOrDefault("rings", Tally.EMPTY).atMost(most);
    }
}
