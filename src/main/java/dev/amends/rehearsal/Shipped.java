package dev.amends.rehearsal;

import dev.amends.dialing.CallerFirstPolicy;
import dev.amends.dialing.CallerFirstPolicy.When;
import dev.amends.dialing.LaunchPolicy;
import dev.amends.dialing.LaunchWayPolicy;
import dev.amends.dialing.LaunchWayPolicy.Way;
import dev.amends.dialing.Lead;
import dev.amends.dialing.ReservePolicy;
import dev.amends.dialing.RingTimes;
import dev.amends.line.LinePicture;
import dev.amends.line.Standing;
import dev.amends.line.WaitPolicy;
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
    private RingTimes rings = RingTimes.supposed();
    private Lead lead = Lead.of(rings);
    private Way way = new Way.RepFirst("nothing was due yet");
    private Set<String> placed = Set.of();
    private Duration lastStep = Duration.ZERO;

    public Shipped(Rules.Calls calls) {
        this.calls = calls;
    }

    @Override
    public List<Ring> ring(Moment moment) {
        LinePicture picture = moment.picture().get();
        Optional<Duration> step = picture.step();
        lastStep = step.orElse(lastStep);
        way = LaunchWayPolicy.decide(calls.launch(), step);
        placed = placed(moment);
        return way instanceof Way.CallerFirst
                ? due(moment, picture, step.orElseThrow())
                : List.of();
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
    private List<Ring> due(Moment moment, LinePicture picture, Duration step) {
        List<Ring> now = new ArrayList<>();
        for (InOrder one : moment.order()) {
            if (!placed.contains(one.id())) {
                continue;
            }
            switch (CallerFirstPolicy.decide(facts(one, moment, picture, step), lead)) {
                case When.RingNow _ -> now.add(new Ring(one.id(), false));
                case When.RingUrgently _ -> now.add(new Ring(one.id(), true));
                case When.NotYet _ -> {
                    return now;
                }
            }
        }
        return now;
    }

    private CallerFirstPolicy.Facts facts(
            InOrder one, Moment moment, LinePicture picture, Duration step) {
        WaitPolicy.Place place =
                new WaitPolicy.Place(Set.of(one.id()), one.arrival(), Standing.ORDINARY);
        return new CallerFirstPolicy.Facts(
                WaitPolicy.expected(picture, place), step, one.latest(), rings, moment.now());
    }

    @Override
    public boolean repFirst(InOrder due, Moment moment) {
        return way instanceof Way.RepFirst && placed.contains(due.id());
    }

    @Override
    public Optional<Duration> keep(InOrder ringing, Moment moment) {
        boolean othersWait = moment.order().stream().anyMatch(InOrder::onTheLine);
        return ReservePolicy.decide(
                        new ReservePolicy.Ringing(ringing.rung(), ringing.keptBefore(), othersWait),
                        rings,
                        calls.launch().reserve())
                .time();
    }

    @Override
    public void answered(Duration after) {
        rings = rings.answered(after);
    }

    @Override
    public void inVain(Duration after) {
        rings = rings.inVain(after);
    }

    @Override
    public void met(Duration held) {
        if (way instanceof Way.CallerFirst(Duration hold, String _)) {
            lead = lead.after(held, hold, Lead.least(rings, lastStep));
        }
    }
}
