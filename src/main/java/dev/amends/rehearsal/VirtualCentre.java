package dev.amends.rehearsal;

import dev.amends.line.EffectiveArrival;
import dev.amends.line.Experience;
import dev.amends.line.Floor;
import dev.amends.line.Learned;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.line.Pace;
import dev.amends.rehearsal.Launching.Moment;
import dev.amends.routing.SeniorReservePolicy;
import dev.amends.routing.SeniorTerms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One day of the virtual call centre: callers come, are asked, wait, hang up or are promised a
 * call; whenever something has changed, phones ring and free reps get whoever is next. It is the
 * telephone system and the people; what is decided, the policies decide.
 */
final class VirtualCentre {

    private static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");

    /** Nobody goes home before every promise has ended, but longer than this no day lasts. */
    private static final Duration AFTERWARDS = Duration.ofHours(6);

    private final Agenda agenda = new Agenda(MORNING);
    private final Map<String, EffectiveArrival> arrivals = new HashMap<>();
    private final World world;
    private final Line line;
    private final SeniorTerms seniors;
    private final Launching launching;
    private final Floor floor;
    private final Queues queues;
    private final Crew crew;
    private final FrontDoor door;
    private final PromisedCalls promised;
    private final Conversations conversations;
    private final SplittableRandom fate;

    /**
     * @param trace gets a line for whatever happens
     */
    VirtualCentre(
            Rules rules,
            World world,
            Launching launching,
            Outcome outcome,
            SplittableRandom fate,
            Consumer<String> trace) {
        this.world = world;
        this.line = rules.line();
        this.seniors = rules.seniors();
        this.launching = launching;
        this.fate = fate;
        Experience experience =
                Experience.goingOn(
                        List.of(line), new Yesterday(line.name(), world.people()), agenda);
        this.floor =
                new Floor(
                        ids -> {
                            Map<String, EffectiveArrival> known = new HashMap<>(arrivals);
                            known.keySet().retainAll(ids);
                            return known;
                        },
                        experience);
        this.queues = new Queues(line, floor, outcome.fairness());
        this.crew = new Crew(world.team(), line, floor, agenda);
        Diary diary = new Diary(agenda, outcome, trace);
        this.conversations = new Conversations(agenda, floor, crew, diary, this::goOn);
        this.promised =
                new PromisedCalls(
                        new PromisedCalls.Surroundings(agenda, queues, crew, conversations),
                        rules,
                        launching,
                        diary,
                        this::goOn);
        this.door =
                new FrontDoor(
                        new FrontDoor.Surroundings(agenda, queues, promised, this::picture),
                        rules,
                        diary,
                        this::goOn);
    }

    /** Lives through the whole day. */
    void lives() {
        Duration beat = launching.beat();
        Instant from = MORNING;
        for (World.Spell spell : world.spells()) {
            callersCome(spell, from);
            from = from.plus(spell.lasts());
        }
        Instant end = from.plus(AFTERWARDS);
        if (!beat.isZero()) {
            agenda.in(beat, () -> beats(beat, end));
        }
        agenda.runUntil(end);
    }

    private void beats(Duration beat, Instant end) {
        goOn();
        if (agenda.instant().plus(beat).isBefore(end)) {
            agenda.in(beat, () -> beats(beat, end));
        }
    }

    /** By chance, with so many an hour on average. */
    private void callersCome(World.Spell spell, Instant from) {
        Instant end = from.plus(spell.lasts());
        Duration between = Duration.ofNanos(Math.round(3600e9 / spell.callsAnHour()));
        Instant next = from.plus(Person.exponential(fate, between));
        while (next.isBefore(end)) {
            Person person = new Person(fate.split(), world);
            agenda.at(next, () -> door.comesIn(person, spell.counts()));
            next = next.plus(Person.exponential(fate, between));
        }
    }

    /** Something has changed: phones ring, and free reps get whoever is next. */
    private void goOn() {
        do {
            if (promised.anyDue()) {
                promised.ring(launching.ring(moment()));
            }
            if (seniors.keepsOneFree()) {
                crew.keep(this::keptFree);
            }
        } while (crew.anyFree() && somebodyIsServed());
    }

    private Set<String> keptFree(Set<String> before) {
        boolean upsetFirst = !queues.ordinary().isEmpty() && queues.ordinary().getFirst().first;
        return SeniorReservePolicy.decide(
                        new SeniorReservePolicy.Facts(picture(), upsetFirst, before))
                .devices();
    }

    private Moment moment() {
        Instant now = agenda.instant();
        LinePicture[] once = new LinePicture[1];
        return new Moment(
                queues.ordinary().stream().map(one -> one.inOrder(now)).toList(),
                () -> {
                    if (once[0] == null) {
                        once[0] = picture();
                    }
                    return once[0];
                },
                now);
    }

    private LinePicture picture() {
        LinePicture picture = floor.picture(line, agenda.instant());
        return world.foreknown() ? picture.with(known(world.people())) : picture;
    }

    private static Learned known(World.People people) {
        double hangUps = 1000.0 / people.patience().toMillis();
        double handling = people.handling().toMillis() / 1000.0;
        return new Learned(Optional.of(new Pace(handling, hangUps, 0, 0, Map.of())), Map.of());
    }

    private boolean somebodyIsServed() {
        for (VirtualRep rep : crew.free()) {
            if (rep.senior && !queues.seniors().isEmpty()) {
                serve(queues.seniors().getFirst(), rep);
                return true;
            }
        }
        return !queues.ordinary().isEmpty()
                && crew.freeForAnybody()
                        .filter(rep -> serveHolder(rep) || serveFirst(rep))
                        .isPresent();
    }

    private boolean serveHolder(VirtualRep rep) {
        if (!launching.holdersFirst()) {
            return false;
        }
        Optional<Party> holder =
                queues.ordinary().stream().filter(p -> p.stage() == Stage.HOLDING).findFirst();
        holder.ifPresent(party -> serve(party, rep));
        return holder.isPresent();
    }

    private boolean serveFirst(VirtualRep rep) {
        Moment moment = moment();
        for (Party one : List.copyOf(queues.ordinary())) {
            switch (one.stage()) {
                case WAITING, HOLDING -> {
                    serve(one, rep);
                    return true;
                }
                case DUE -> {
                    if (launching.repFirst(one.inOrder(moment.now()), moment)) {
                        promised.ringWith(one, rep);
                        return true;
                    }
                    Optional<Duration> time =
                            launching.ringsAtHisTurn(one.inOrder(moment.now()), moment);
                    if (time.isPresent()) {
                        promised.ringFor(one, rep, time.get());
                        return true;
                    }
                }
                case RINGING -> {
                    if (one.pledged().rep == null && kept(one, rep, moment)) {
                        return true;
                    }
                    queues.isAway(one, moment.now());
                }
                case RESTING, OVER -> {}
            }
        }
        return false;
    }

    private boolean kept(Party one, VirtualRep rep, Moment moment) {
        Optional<Duration> time = launching.keep(one.inOrder(moment.now()), moment);
        time.ifPresent(atMost -> promised.keep(one, rep, atMost));
        return time.isPresent();
    }

    private void serve(Party who, VirtualRep rep) {
        crew.take(rep);
        queues.hasHisTurn(who, agenda.instant());
        if (who.stage() == Stage.HOLDING) {
            promised.holderMeets(who, rep);
        } else {
            queues.served(who, agenda.instant());
            conversations.begin(who, rep);
        }
    }
}
