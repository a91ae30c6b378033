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
import java.util.SequencedSet;

/**
 * The reps: who is free, longest first, and what the floor sees of each. After a call a rep wraps
 * up, in which the telephone system shows him as free, and takes his pause when it is time.
 */
final class Crew {

    private final SequencedSet<VirtualRep> free = new LinkedHashSet<>();
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
            free.add(new VirtualRep("PJSIP/" + (5001 + i), i < team.seniors(), since));
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
        Rep shown = new Rep(rep.device, state);
        floor.rep(line.queue(), shown);
        if (rep.senior) {
            floor.rep(line.seniorQueue(), shown);
        }
    }
}
