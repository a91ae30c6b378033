package dev.amends.rehearsal;

import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.QueueSnapshot;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The reps: who is free, longest first, and what the floor sees of each. After a call a rep wraps
 * up, in which the telephone system shows him as free, and takes his pause when it is time.
 */
final class Crew {

    private final SequencedSet<VirtualRep> free = new LinkedHashSet<>();
    private final List<VirtualRep> seniors = new ArrayList<>();

    /** The devices of those who take no ordinary callers for now. */
    private Set<String> kept = Set.of();

    private final World.Team team;
    private final Line line;
    private final Floor floor;
    private final Agenda agenda;

    Crew(World.Team team, Line line, Floor floor, Agenda agenda) {
        this.team = team;
        this.line = line;
        this.floor = floor;
        this.agenda = agenda;
        for (int i = 0; i < team.reps(); i++) {
            // They came to work one after the other, so that they don't all pause at once.
            Duration already = team.pauseEvery().multipliedBy(i).dividedBy(team.reps());
            Instant since = agenda.instant().minus(already);
            VirtualRep rep = new VirtualRep("PJSIP/" + (5001 + i), i < team.seniors(), since);
            free.add(rep);
            if (rep.senior) {
                seniors.add(rep);
            }
        }
        floor.resynced(List.of(snapshot(line.queue(), false), snapshot(line.seniorQueue(), true)));
    }

    private QueueSnapshot snapshot(String queue, boolean seniorsOnly) {
        List<Rep> reps =
                free.stream()
                        .filter(rep -> rep.senior || !seniorsOnly)
                        .map(rep -> new Rep(rep.device, RepState.FREE))
                        .toList();
        return new QueueSnapshot(queue, List.of(), reps);
    }

    /** Those who are free, longest first. */
    List<VirtualRep> free() {
        return new ArrayList<>(free);
    }

    /** Whoever has been free longest of those who take ordinary callers. */
    Optional<VirtualRep> freeForAnybody() {
        return free.stream().filter(rep -> !kept.contains(rep.device)).findFirst();
    }

    /** From now on these take no ordinary callers; decided from those who do not now. */
    void keep(UnaryOperator<Set<String>> decides) {
        Set<String> now = decides.apply(kept);
        if (!now.equals(kept)) {
            kept = now;
            seniors.forEach(rep -> show(rep, rep.state));
        }
    }

    boolean anyFree() {
        return !free.isEmpty();
    }

    /** He has somebody, or is kept for somebody. */
    void take(VirtualRep rep) {
        if (!free.remove(rep)) {
            throw new IllegalStateException(rep.device + " is not free");
        }
        show(rep, RepState.TALKING);
    }

    /** He was kept in vain. */
    void release(VirtualRep rep) {
        show(rep, RepState.FREE);
        free.add(rep);
    }

    /** A conversation is over; {@code then} happens as soon as he is free again. */
    void finished(VirtualRep rep, Runnable then) {
        Instant now = agenda.instant();
        boolean pauses =
                !team.pause().isZero() && !rep.onDutySince.plus(team.pauseEvery()).isAfter(now);
        if (pauses) {
            show(rep, RepState.PAUSED);
            rep.onDutySince = now.plus(team.pause());
            agenda.in(team.pause(), () -> comesBack(rep, then));
        } else {
            show(rep, RepState.FREE);
            agenda.in(team.wrapUp(), () -> comesBack(rep, then));
        }
    }

    private void comesBack(VirtualRep rep, Runnable then) {
        release(rep);
        then.run();
    }

    private void show(VirtualRep rep, RepState state) {
        rep.state = state;
        boolean kept = state == RepState.FREE && this.kept.contains(rep.device);
        floor.rep(line.queue(), new Rep(rep.device, kept ? RepState.PAUSED : state));
        if (rep.senior) {
            floor.rep(line.seniorQueue(), new Rep(rep.device, state));
        }
    }
}
