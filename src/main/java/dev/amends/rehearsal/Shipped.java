package dev.amends.rehearsal;

import dev.amends.dialing.CallerFirstPolicy.When;
import dev.amends.dialing.LaunchPolicy;
import dev.amends.dialing.LaunchWayPolicy.Way;
import dev.amends.dialing.LineLaunch;
import dev.amends.dialing.ReservePolicy;
import dev.amends.line.LinePicture;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger.Launchable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Launches promised calls by Amends' own policies, with what they have learned so far. */
public final class Shipped implements Launching {

    private static final LaunchPolicy.Reps NO_OWN_REPS =
            new LaunchPolicy.Reps(_ -> Optional.empty(), Set.of(), Duration.ZERO);

    private final Rules.Calls calls;
    private final LineLaunch line;
    private Way way = new Way.RepFirst("nothing was due yet");
    private Set<String> placed = Set.of();

    public Shipped(Rules.Calls calls) {
        this.calls = calls;
        this.line = new LineLaunch(calls.launch());
    }

    @Override
    public List<Ring> ring(Moment moment) {
        LinePicture picture = moment.picture().get();
        way = line.look(picture);
        placed = placed(moment);
        return way instanceof Way.CallerFirst ? due(moment, picture) : List.of();
    }

    /** Who has a placeholder now: those due in the one order, up to the cap. */
    private Set<String> placed(Moment moment) {
        List<Launchable> due = new ArrayList<>();
        int underWay = 0;
        for (InOrder one : moment.order()) {
            one.promise().ifPresent(p -> due.add(new Launchable(p, 0, Optional.empty())));
            underWay += one.stage() == Stage.RINGING || one.stage() == Stage.HOLDING ? 1 : 0;
        }
        int room = calls.atMostPlaced() - underWay;
        return LaunchPolicy.choose(due, room, NO_OWN_REPS, moment.now()).stream()
                .map(Callback.Promised::id)
                .map(id -> id.value())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Later ones in order are not rung before earlier ones. */
    private List<Ring> due(Moment moment, LinePicture picture) {
        List<Ring> now = new ArrayList<>();
        for (InOrder one : moment.order()) {
            if (!placed.contains(one.id())) {
                continue;
            }
            LineLaunch.Due due = new LineLaunch.Due(one.id(), one.arrival(), one.latest());
            switch (line.rings(due, picture, moment.now())) {
                case When.RingNow _ -> now.add(new Ring(one.id(), false));
                case When.RingUrgently _ -> now.add(new Ring(one.id(), true));
                case When.NotYet _ -> {
                    return now;
                }
            }
        }
        return now;
    }

    @Override
    public boolean repFirst(InOrder due, Moment moment) {
        return way instanceof Way.RepFirst && placed.contains(due.id());
    }

    /** As the telephone system does it: where nobody else waits the rep dials himself. */
    @Override
    public Optional<Duration> ringsAtHisTurn(InOrder due, Moment moment) {
        return way instanceof Way.CallerFirst && placed.contains(due.id())
                ? Optional.of(othersWait(moment) ? calls.launch().reserve() : calls.ring())
                : Optional.empty();
    }

    private static boolean othersWait(Moment moment) {
        return moment.order().stream().anyMatch(InOrder::onTheLine);
    }

    @Override
    public Optional<Duration> keep(InOrder ringing, Moment moment) {
        return line.keeps(
                new ReservePolicy.Ringing(
                        ringing.rung(), ringing.keptBefore(), othersWait(moment)));
    }

    @Override
    public void answered(Duration after) {
        line.answered(after);
    }

    @Override
    public void inVain(Duration after) {
        line.inVain(after);
    }

    @Override
    public void met(Duration held) {
        line.met(held);
    }
}
