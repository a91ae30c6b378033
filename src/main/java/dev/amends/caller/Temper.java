package dev.amends.caller;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How upset a caller is, and why.
 *
 * @param first whether he is to reach a senior before others
 * @param points all that speaks for it, added up
 * @param causes what speaks for it, the heaviest first
 * @param reason all of this in one sentence for log and ledger, without the number
 */
public record Temper(Level level, boolean first, double points, List<Cause> causes, String reason) {

    public Temper {
        causes = List.copyOf(causes);
    }

    /** How upset. */
    public enum Level {
        CALM,
        STRAINED,
        UPSET,
        /** Flagged as abusive: supervisors decide; by itself it brings him to nobody sooner. */
        ABUSIVE;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** Whether it is hard for a rep to speak with him, and good for him to be heard. */
        public boolean hard() {
            return this == UPSET || this == ABUSIVE;
        }

        /** The word for it in sentences and in the store. */
        public String word() {
            return word;
        }
    }

    /**
     * One thing that speaks for it.
     *
     * @param words what there is to say of it, such as {@code 3 earlier calls in 7 days}
     */
    public record Cause(TemperCause what, double points, String words) {}

    /** Nothing speaks for anything. */
    public static Temper calm(String reason) {
        return new Temper(Level.CALM, false, 0, List.of(), reason);
    }

    /** Upset for one cause. */
    public static Temper upset(TemperCause what, String reason) {
        Cause cause = new Cause(what, what.usualPoints(), reason);
        return new Temper(Level.UPSET, true, cause.points(), List.of(cause), reason);
    }

    /** The heaviest cause. */
    public Optional<TemperCause> leading() {
        return causes.stream().map(Cause::what).findFirst();
    }

    /** As upset as he is, but in line with all others. */
    public Temper withTheOthers(String why) {
        return new Temper(level, false, points, causes, reason + "; " + why);
    }
}
