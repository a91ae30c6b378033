package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.promise.Appointment;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A telephone system on a bad day, played on the fake one: orders come late, answers and hints get
 * lost, placeholders vanish, it is started again in the middle and forgets its last second. It
 * judges whom it is told to dial.
 */
final class RoughPbx {

    private static final List<AttemptOutcome> ENDS =
            List.of(
                    AttemptOutcome.BUSY,
                    AttemptOutcome.NO_ANSWER,
                    AttemptOutcome.DECLINED,
                    AttemptOutcome.FAILED,
                    AttemptOutcome.CONGESTION,
                    AttemptOutcome.REP_LEFT);
    private static final List<AttemptOutcome> KEYS =
            List.of(
                    AttemptOutcome.NO_KEY,
                    AttemptOutcome.NOT_NOW,
                    AttemptOutcome.NO_LONGER_NEEDED,
                    AttemptOutcome.GAVE_UP_HOLDING);

    /** Reps who promise calls; what they do changes all the time. */
    static final List<String> REPS = List.of("PJSIP/rep1", "Local/5001@from-queue/n");

    private enum Stage {
        ON_ITS_WAY,
        IN_QUEUE,
        RINGING,
        ANSWERED,
        TALKING
    }

    private record Leg(Stage stage, Instant until, Instant since) {}

    /**
     * A promised caller who rang again.
     *
     * @param noted whether it is on record that he waits himself
     * @param talksSince since when a rep is there for him
     */
    private record Guest(CallId call, Instant until, boolean noted, Optional<Instant> talksSince) {}

    private record Mark(Optional<Witness> before, Instant at) {}

    private final Office office;
    private final Random random;
    private final String name;
    private final Map<AttemptId, Leg> legs = new LinkedHashMap<>();
    private final Map<AttemptId, Mark> lastMarks = new HashMap<>();
    private final Map<PromiseId, Instant> lastDialled = new HashMap<>();
    private final Map<PromiseId, Instant> lastSaid = new HashMap<>();
    private final Map<PromiseId, Guest> guests = new LinkedHashMap<>();
    private final Map<PromiseId, Instant> lastServed = new HashMap<>();
    private final Set<PromiseId> served = new HashSet<>();
    private final Set<PromiseId> servedByMarkAlone = new HashSet<>();
    private int calls;
    private final Map<AttemptId, String> ringing = new HashMap<>();
    private final Map<String, RepState> reps = new HashMap<>();
    private final List<Hint> hints = new ArrayList<>();
    private int ordersSeen;
    private int ringsSeen;

    /** Calls that will claim beside their placeholders, and when. */
    private final Map<AttemptId, Instant> beside = new LinkedHashMap<>();

    private boolean rough = true;

    RoughPbx(Office office, Random random, String name) {
        this.office = office;
        this.random = random;
        this.name = name;
    }

    /** From now on nothing goes wrong any more, and nobody answers his phone. */
    void calmsDown() {
        rough = false;
        office.telephone.connected(true);
        office.telephone.down(false);
        office.telephone.losesAnswers(false);
    }

    /** A second or so of its life. */
    void lives() {
        if (rough) {
            troubles();
        }
        repsGoOn();
        List<AttemptId> orders = office.telephone.placed();
        for (AttemptId id : orders.subList(ordersSeen, orders.size())) {
            boolean late = goesWrong(10);
            if (late) {
                office.telephone.ends(id);
            }
            legs.put(id, leg(Stage.ON_ITS_WAY, late ? random.nextInt(30) : 0));
        }
        ordersSeen = orders.size();
        ringsBeside();
        for (AttemptId id : List.copyOf(legs.keySet())) {
            Leg leg = legs.get(id);
            if (leg != null && !leg.until().isAfter(office.clock.instant())) {
                goesOn(id, leg);
            }
        }
        for (PromiseId id : List.copyOf(guests.keySet())) {
            Guest guest = guests.get(id);
            if (guest != null && !guest.until().isAfter(office.clock.instant())) {
                goesOn(id, guest);
            }
        }
    }

    /** Orders to ring before a rep is there: some get lost, some come late. */
    private void ringsBeside() {
        List<AttemptId> rung = office.telephone.rung();
        for (AttemptId id : rung.subList(ringsSeen, rung.size())) {
            beside.put(
                    id, office.clock.instant().plusSeconds(goesWrong(10) ? random.nextInt(30) : 0));
        }
        ringsSeen = rung.size();
        for (AttemptId id : List.copyOf(beside.keySet())) {
            if (!office.clock.instant().isBefore(beside.get(id))) {
                beside.remove(id);
                claimsBeside(id);
            }
        }
    }

    private void claimsBeside(AttemptId id) {
        boolean won = !goesWrong(10) && office.desk.claim(id).isPresent();
        if (!won || goesWrong(10)) {
            office.telephone.ringEnds(id); // also when the answer was lost
            return;
        }
        rings(id);
    }

    private void rings(AttemptId id) {
        dials(id);
        writes(id, new Witness.Dialing());
        legs.put(id, leg(Stage.RINGING, 1 + random.nextInt(25)));
    }

    /** Whether this promise's caller was served when he rang again, and word of it was left. */
    boolean served(PromiseId id) {
        return served.contains(id);
    }

    /** A promised caller rings again and waits himself; sometimes Amends hears nothing of it. */
    void ringsAgain(PromiseId id) {
        if (guests.containsKey(id) || !office.promise(id).open()) {
            return;
        }
        CallId call = new CallId("again." + ++calls);
        office.telephone.begins(call.value());
        boolean noted =
                !goesWrong(5)
                        && !(office.promise(id) instanceof Callback.Unspoken)
                        && office.ledger.waitsHimself(id, call, office.clock.instant());
        if (noted) {
            hint(new Hint.AboutPromise(id));
        }
        guests.put(id, new Guest(call, soon(60), noted, Optional.empty()));
    }

    private void goesOn(PromiseId id, Guest guest) {
        if (guest.talksSince().isPresent()) {
            hasTalked(
                    id, guest, Duration.between(guest.talksSince().get(), office.clock.instant()));
        } else if (random.nextBoolean() && !speaksAlready(id)) {
            Optional<Instant> now = Optional.of(office.clock.instant());
            guests.put(id, new Guest(guest.call(), soon(40), guest.noted(), now));
        } else {
            if (!goesWrong(4)) {
                office.ledger.waitsNoLonger(guest.call(), "hung up", office.clock.instant());
            }
            leaves(id, guest);
        }
    }

    /** The mark is written when he was noted; the post may get lost. */
    private void hasTalked(PromiseId id, Guest guest, Duration talked) {
        Instant now = office.clock.instant();
        boolean posted = !goesWrong(4);
        if (guest.noted()) {
            office.telephone.serves(id, guest.call(), talked);
            lastServed.put(id, now);
            hint(new Hint.AboutPromise(id));
        }
        if (posted) {
            office.settler.served(office.promise(id), guest.call(), talked, now);
            office.ledger.waitsNoLonger(guest.call(), "a rep was there", now);
            hint(new Hint.AboutPromise(id));
        }
        if (talked.toSeconds() >= 10 && (posted || guest.noted())) {
            served.add(id);
            if (!posted) {
                servedByMarkAlone.add(id);
            }
        }
        leaves(id, guest);
    }

    private void leaves(PromiseId id, Guest guest) {
        guests.remove(id);
        office.telephone.ends(guest.call().value());
    }

    /** Whether he is on the telephone with us by a promised call. */
    private boolean speaksAlready(PromiseId id) {
        return legs.entrySet().stream()
                .filter(leg -> leg.getValue().stage().compareTo(Stage.ANSWERED) >= 0)
                .anyMatch(leg -> office.attempt(leg.getKey()).promise().equals(id));
    }

    private Instant soon(int seconds) {
        return office.clock.instant().plusSeconds(1 + random.nextInt(seconds));
    }

    /** The hints that get through, some of them twice, some later. */
    Hint[] hints() {
        List<Hint> through = new ArrayList<>(hints);
        if (goesWrong(3)) {
            return new Hint[0];
        }
        if (!goesWrong(4)) {
            hints.clear();
        }
        return through.toArray(Hint[]::new);
    }

    private void hint(Hint hint) {
        if (!goesWrong(4)) {
            hints.add(hint);
        }
    }

    /** A caller hears his promise, and sometimes everything falls over in the middle of it. */
    void speaks(PromiseId id) {
        lastSaid.put(id, office.clock.instant());
        office.telephone.speaks(id);
        hint(new Hint.AboutPromise(id));
        if (goesWrong(10)) {
            office.clock.passes(Duration.ofMillis(300));
            restarts();
        }
    }

    private void troubles() {
        office.telephone.connected(!goesWrong(15));
        office.telephone.down(goesWrong(15));
        office.telephone.losesAnswers(goesWrong(8));
        if (goesWrong(150)) {
            office.restart();
        }
        if (goesWrong(200)) {
            restarts();
        }
    }

    /** In the end one is always away: what he promised must be kept by others. */
    private void repsGoOn() {
        RepState[] states = RepState.values();
        for (String rep : REPS) {
            if (rough && random.nextInt(20) == 0) {
                reps.put(rep, states[random.nextInt(states.length)]);
            } else if (!rough) {
                reps.put(rep, rep.equals(REPS.getFirst()) ? RepState.FREE : RepState.GONE);
            }
            boolean onThePhone = ringing.containsValue(rep);
            office.rep(rep, onThePhone ? RepState.TALKING : reps.getOrDefault(rep, RepState.FREE));
        }
    }

    private void restarts() {
        Instant now = office.clock.instant();
        lastMarks.forEach((id, mark) -> {
            if (mark.at().isAfter(now.minusSeconds(1))) {
                mark.before()
                        .ifPresentOrElse(
                                before -> office.telephone.writes(id, before),
                                () -> office.telephone.loses(id));
            }
        });
        lastSaid.forEach((id, at) -> {
            if (at.isAfter(now.minusSeconds(1))) {
                office.telephone.loses(id);
            }
        });
        lastServed.forEach((id, at) -> {
            if (at.isAfter(now.minusSeconds(1))) {
                office.telephone.losesServed(id);
                if (servedByMarkAlone.contains(id)) {
                    served.remove(id);
                }
            }
        });
        guests.clear();
        legs.clear();
        ringing.clear();
        beside.clear();
        ordersSeen = office.telephone.placed().size();
        ringsSeen = office.telephone.rung().size();
        office.telephone.restarts(now);
    }

    private void goesOn(AttemptId id, Leg leg) {
        switch (leg.stage()) {
            case ON_ITS_WAY -> takesSeat(id);
            case IN_QUEUE -> claims(id);
            case RINGING -> rang(id);
            case ANSWERED -> pressed(id);
            case TALKING -> {
                Duration talked = Duration.between(leg.since(), office.clock.instant());
                ends(id, new Witness.Spoke(talked));
            }
        }
    }

    private void takesSeat(AttemptId id) {
        office.telephone.begins(id.value());
        Optional<Seat> seat = office.desk.seat(id);
        judgeSeat(id, seat);
        if (seat.isEmpty() || goesWrong(12)) {
            vanishes(id);
        } else if (seat.get() instanceof Seat.AtRep && random.nextInt(3) == 0) {
            vanishes(id); // he did not answer
        } else {
            legs.put(id, leg(Stage.IN_QUEUE, 1 + random.nextInt(60)));
            office.floor.joined("support", id.value(), office.clock.instant());
        }
    }

    private void judgeSeat(AttemptId id, Optional<Seat> seat) {
        Callback promise = office.promise(office.attempt(id).promise());
        Optional<Appointment> agreed = promise.terms().appointment();
        if (seat.isEmpty() || !(promise instanceof Callback.Promised promised)) {
            return;
        }
        Instant now = office.clock.instant();
        if (seat.get() instanceof Seat.AtRep at) {
            String rep = at.rep().value();
            assertThat(agreed).as("%s: a rep who promised nothing", name).isPresent();
            assertThat(rep).as(name).isEqualTo(agreed.get().rep().value());
            assertThat(reps.getOrDefault(rep, RepState.FREE))
                    .as("%s: rung though not free", name)
                    .isEqualTo(RepState.FREE);
            assertThat(ringing.values()).as("%s: rung twice at a time", name).doesNotContain(rep);
            ringing.put(id, rep);
        } else if (agreed.isPresent()) {
            assertThat(now)
                    .as("%s: given to others while it was his alone", name)
                    .isAfterOrEqualTo(promised.notBefore().plus(Office.REP_WAIT));
        }
        agreed.ifPresent(
                a -> assertThat(now).as("%s: before its time", name).isAfterOrEqualTo(a.from()));
    }

    /** A rep has come: one who is told that it rings already is let go, and with him the place. */
    private void claims(AttemptId id) {
        boolean won =
                !goesWrong(10)
                        && office.desk.rep(id).filter(RepComes.Dials.class::isInstance).isPresent();
        assertThat(office.desk.claim(id).isPresent() && won)
                .as("%s: claimed twice", name)
                .isFalse();
        if (!won || goesWrong(10)) {
            vanishes(id); // also when the answer was lost
            return;
        }
        rings(id);
    }

    private void dials(AttemptId id) {
        PromiseId promise = office.attempt(id).promise();
        Instant now = office.clock.instant();
        assertThat(othersDialled(id))
                .as("%s: a second call for promise %s", name, promise)
                .doesNotContain(promise);
        assertThat(served)
                .as("%s: served and then called, %s", name, promise)
                .doesNotContain(promise);
        Guest guest = guests.get(promise);
        assertThat(guest != null && guest.noted())
                .as("%s: called while he waits himself, %s", name, promise)
                .isFalse();
        Instant before = lastDialled.put(promise, now);
        if (before != null) {
            assertThat(Duration.between(before, now))
                    .as("%s: promise %s dialled again within the gap", name, promise)
                    .isGreaterThanOrEqualTo(Office.GAP);
        }
    }

    private List<PromiseId> othersDialled(AttemptId id) {
        return legs.entrySet().stream()
                .filter(other -> !other.getKey().equals(id))
                .filter(other -> dialled(other.getValue()))
                .map(other -> office.attempt(other.getKey()).promise())
                .toList();
    }

    private static boolean dialled(Leg leg) {
        return leg.stage().compareTo(Stage.RINGING) >= 0;
    }

    private void rang(AttemptId id) {
        if (guests.containsKey(office.attempt(id).promise())) {
            ends(id, new Witness.Ended(AttemptOutcome.BUSY));
        } else if (!rough) {
            ends(id, new Witness.Ended(AttemptOutcome.NO_ANSWER));
        } else if (random.nextInt(3) > 0) {
            ends(id, new Witness.Ended(ENDS.get(random.nextInt(ENDS.size()))));
        } else {
            writes(id, new Witness.Answered(id.value()));
            legs.put(id, leg(Stage.ANSWERED, 2 + random.nextInt(10)));
        }
    }

    private void pressed(AttemptId id) {
        if (random.nextInt(2) == 0) {
            ends(id, new Witness.Ended(KEYS.get(random.nextInt(KEYS.size()))));
        } else {
            writes(id, new Witness.Bridged(office.clock.instant(), id.value()));
            legs.put(id, leg(Stage.TALKING, 1 + random.nextInt(40)));
        }
    }

    private void ends(AttemptId id, Witness witness) {
        writes(id, witness);
        vanishes(id);
    }

    private void vanishes(AttemptId id) {
        legs.remove(id);
        ringing.remove(id);
        office.telephone.ends(id);
        office.floor.left("support", id.value(), office.clock.instant());
        hint(new Hint.AboutAttempt(id));
    }

    private void writes(AttemptId id, Witness witness) {
        Optional<Witness> before =
                Optional.of(office.telephone.written(id))
                        .filter(w -> !(w instanceof Witness.Nothing));
        lastMarks.put(id, new Mark(before, office.clock.instant()));
        office.telephone.writes(id, witness);
        hint(new Hint.AboutAttempt(id));
    }

    private Leg leg(Stage stage, int seconds) {
        Instant now = office.clock.instant();
        return new Leg(stage, now.plusSeconds(seconds), now);
    }

    /** One time in so many, as long as times are rough. */
    private boolean goesWrong(int inHowMany) {
        return rough && random.nextInt(inHowMany) == 0;
    }
}
