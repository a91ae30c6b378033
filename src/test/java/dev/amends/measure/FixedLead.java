package dev.amends.measure;

import dev.amends.rehearsal.InOrder;
import dev.amends.rehearsal.Launching;
import dev.amends.rehearsal.Stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Caller first as in the literature: one lead, whatever happens. Those who rest after a try in vain
 * still count as places, and who has answered comes before everybody who waits on the line.
 */
final class FixedLead implements Launching {

    private final double leadSeconds;
    private final Duration reserve;
    private final double servedPerSecond;
    private int free;

    /**
     * @param reserve how long a free rep is kept for the first whose phone rings; zero for never
     */
    FixedLead(double leadSeconds, Duration reserve, int reps) {
        this.leadSeconds = leadSeconds;
        this.reserve = reserve;
        this.servedPerSecond = Surge.servedPerSecond(reps);
    }

    @Override
    public List<Ring> ring(Moment moment) {
        free = moment.picture().get().reps().free();
        List<Ring> now = new ArrayList<>();
        double turn = 0;
        for (InOrder one : moment.order()) {
            if (free > 0) {
                free--;
            } else {
                turn += 1 / servedPerSecond;
            }
            if (turn > leadSeconds) {
                return now;
            }
            if (one.stage() == Stage.DUE) {
                now.add(new Ring(one.id(), false));
            }
        }
        return now;
    }

    @Override
    public boolean repFirst(InOrder due, Moment moment) {
        return false;
    }

    @Override
    public Optional<Duration> keep(InOrder ringing, Moment moment) {
        boolean othersWait = moment.order().stream().anyMatch(InOrder::onTheLine);
        return reserve.isZero() || ringing.keptBefore() || !othersWait
                ? Optional.empty()
                : Optional.of(reserve);
    }

    @Override
    public boolean holdersFirst() {
        return true;
    }

    @Override
    public boolean firstAnswerTakesRep() {
        return false;
    }
}
