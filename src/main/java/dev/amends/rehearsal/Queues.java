package dev.amends.rehearsal;

import dev.amends.line.Fairness;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.PlacePolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The two queues of a line, each in the one order, and what the floor hears of them. Somebody who
 * rests after a try in vain keeps his place here, but has no placeholder that anybody would see.
 */
final class Queues {

    private final List<Party> ordinary = new ArrayList<>();
    private final List<Party> seniors = new ArrayList<>();
    private final Line line;
    private final Floor floor;
    private final Fairness fairness;

    Queues(Line line, Floor floor, Fairness fairness) {
        this.line = line;
        this.floor = floor;
        this.fairness = fairness;
    }

    /** Everybody who waits for any rep, promised callers included, first in line first. */
    List<Party> ordinary() {
        return ordinary;
    }

    /** Those who wait for a senior only. */
    List<Party> seniors() {
        return seniors;
    }

    void joinOrdinary(Party who, Instant now) {
        join(ordinary, line.queue(), who, now);
    }

    void joinSeniors(Party who, Instant now) {
        join(seniors, line.seniorQueue(), who, now);
    }

    private void join(List<Party> queue, String name, Party who, Instant now) {
        who.queue = name;
        int end = queue.size();
        queue.add(
                PlacePolicy.position(who.arrival, queue.stream().map(Party::waiting).toList())
                        .stream()
                        .map(position -> position - 1)
                        .findFirst()
                        .orElse(end),
                who);
        appear(who, now);
    }

    /** He or his placeholder is seen in the queue from now on. */
    void appear(Party who, Instant now) {
        floor.expect(who.queue, who.waiting(), now);
        floor.joined(who.queue, who.id, now);
        canBePassed(who, now);
    }

    /** He is there and wants a rep: who came later and is given one passes him. */
    void canBePassed(Party who, Instant now) {
        fairness.waits(who.queue, who.waiting(), now);
    }

    /** It was his turn: a rep is his, or kept for him. */
    void hasHisTurn(Party who, Instant now) {
        fairness.served(who.id, Duration.ZERO, now);
    }

    /** He is not there while his phone rings: who is given a rep meanwhile passes nobody. */
    void isAway(Party who, Instant now) {
        fairness.left(who.id, now);
    }

    /** He is no longer seen there, but keeps his place. */
    void vanish(Party who, Instant now) {
        floor.left(who.queue, who.id, now);
        fairness.left(who.id, now);
    }

    /** He has a rep. */
    void served(Party who, Instant now) {
        remove(who);
        vanish(who, now);
    }

    /** He hung up, or the queue gave him up. */
    void gaveUp(Party who, Instant now) {
        remove(who);
        floor.abandoned(who.queue, who.id, now);
        fairness.left(who.id, now);
        floor.left(who.queue, who.id, now);
    }

    /** A promise is over without a rep. */
    void ended(Party who) {
        remove(who);
    }

    /** He counts as having come earlier from now on. */
    void raised(Party who, Instant now) {
        remove(who);
        vanish(who, now);
        who.arrival = who.arrival.earlierBy(line.headStart());
        join(ordinary, line.queue(), who, now);
    }

    private void remove(Party who) {
        (who.queue.equals(line.seniorQueue()) ? seniors : ordinary).remove(who);
    }
}
