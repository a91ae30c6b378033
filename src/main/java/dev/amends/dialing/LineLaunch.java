package dev.amends.dialing;

import dev.amends.dialing.CallerFirstPolicy.When;
import dev.amends.dialing.LaunchWayPolicy.Way;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LinePicture;
import dev.amends.line.Standing;
import dev.amends.line.WaitPolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How the promised calls of one line are launched, with what those before have taught: how long
 * phones ring, and how long before his turn a caller's phone rings. Kept in memory only: a restart
 * begins with what is supposed, and learns again within some twenty calls.
 */
public final class LineLaunch {

    private final LaunchSettings settings;
    private RingTimes rings = RingTimes.supposed();
    private Lead lead = Lead.of(rings);
    private Way way = new Way.RepFirst("nothing was due yet");
    private Duration step = Duration.ZERO;

    public LineLaunch(LaunchSettings settings) {
        this.settings = settings;
    }

    /**
     * Somebody whose phone may ring.
     *
     * @param latest until when he was told to be called, if he was
     */
    public record Due(String id, EffectiveArrival arrival, Optional<Instant> latest) {}

    /** Who comes first on this line as it looks now. */
    public synchronized Way look(LinePicture picture) {
        Optional<Duration> now = picture.step();
        step = now.orElse(step);
        way = LaunchWayPolicy.decide(settings, now);
        return way;
    }

    /** Whether his phone rings now, after a {@link #look} at the same picture. */
    public synchronized When rings(Due due, LinePicture picture, Instant now) {
        if (way instanceof Way.RepFirst repFirst) {
            return new When.NotYet(repFirst.reason());
        }
        WaitPolicy.Place place =
                new WaitPolicy.Place(Set.of(due.id()), due.arrival(), Standing.ORDINARY);
        return CallerFirstPolicy.decide(
                new CallerFirstPolicy.Facts(
                        WaitPolicy.expected(picture, place), step, due.latest(), rings, now),
                lead);
    }

    /** How long a rep is kept for a phone that rings, if he is. */
    public synchronized Optional<Duration> keeps(ReservePolicy.Ringing ringing) {
        return ReservePolicy.decide(ringing, rings, settings.reserve()).time();
    }

    /** Whether most of those who answer would have done so by now. */
    synchronized boolean rangLong(Duration rung) {
        return rung.compareTo(rings.p80()) > 0;
    }

    /** How long a rep is kept at most. */
    Duration reserve() {
        return settings.reserve();
    }

    /** Somebody was there after his phone had rung for so long. */
    public synchronized void answered(Duration after) {
        rings = rings.answered(after);
    }

    /** A phone rang in vain for so long. */
    public synchronized void inVain(Duration after) {
        rings = rings.inVain(after);
    }

    /** A called person meets his rep after having held for so long. */
    public synchronized void met(Duration held) {
        if (way instanceof Way.CallerFirst(Duration hold, String _)) {
            lead = lead.after(held, hold, Lead.least(rings, step));
        }
    }
}
