package dev.amends.line;

/**
 * Estimates how long it takes until something happens, from spells of which some end without it: a
 * rep's conversation until it is over, a caller's wait until he hangs up. The mean is the time of
 * all spells, those still under way included, over the number of events: the censored estimate of
 * an exponential law, which for spells that all end with the event is their ordinary mean. Older
 * spells count less and less.
 */
final class Spells {

    private final double memory;
    private double events;
    private double time;
    private double ended;

    /**
     * What of the time under way is counted already: forgetting takes a share of it at each event.
     * Without it a line in steady work would count those under way twice.
     */
    private double counted;

    /**
     * @param memory how many events are remembered, older ones fade out
     */
    Spells(double memory) {
        this.memory = memory;
    }

    /**
     * A spell is over.
     *
     * @param seconds how long it was
     * @param event whether it ended with the event
     * @param underWay seconds that all other spells have lasted so far
     */
    void over(double seconds, boolean event, double underWay) {
        if (event) {
            double keep = 1 - 1 / memory;
            events = events * keep + 1;
            time *= keep;
            ended *= keep;
            counted = counted * keep + underWay / memory;
        }
        time += seconds;
        ended += 1;
    }

    /** How many events this rests on. */
    double events() {
        return events;
    }

    /** How many spells this rests on. */
    double ended() {
        return ended;
    }

    /** Seconds of all spells. */
    double time(double underWay) {
        return Math.max(time + underWay - counted, 0);
    }

    /** As it is written down, with nothing under way. */
    Tally record(double underWay) {
        return new Tally(events, time(underWay), ended);
    }

    /** Begins anew from what was written down, which counts for little. */
    void restore(Tally written, double most) {
        double keep = written.weight() > most ? most / written.weight() : 1;
        events = written.weight() * keep;
        time = written.total() * keep;
        ended = written.squares() * keep;
        counted = 0;
    }
}
