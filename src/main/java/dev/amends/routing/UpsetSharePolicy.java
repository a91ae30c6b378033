package dev.amends.routing;

import dev.amends.caller.Temper;

import java.util.List;

/**
 * Keeps the priority of upset callers worth something: no more than a share of a line's callers
 * come first. Who is less upset does not use up the share of who is more upset.
 */
public final class UpsetSharePolicy {

    /** Of fewer callers no share can be told. */
    static final int FEW = 20;

    private final int mostPercent;

    /**
     * @param mostPercent the share that comes first at most; 100 is everybody who is upset
     */
    public UpsetSharePolicy(int mostPercent) {
        this.mostPercent = mostPercent;
    }

    /**
     * One of those who came before him.
     *
     * @param points how upset he was
     * @param first whether he came first for it
     */
    public record Earlier(double points, boolean first) {}

    /** Decides whether he comes first, as he would by his temper alone. */
    public Temper decide(Temper temper, List<Earlier> lately) {
        if (!temper.first() || lately.size() < FEW) {
            return temper;
        }
        long asUpset =
                lately.stream()
                        .filter(one -> one.first() && one.points() >= temper.points())
                        .count();
        return (asUpset + 1) * 100 <= (long) mostPercent * (lately.size() + 1)
                ? temper
                : temper.withTheOthers(
                        "in line with the others, as %d of the last %d callers came first already"
                                .formatted(asUpset, lately.size()));
    }
}
