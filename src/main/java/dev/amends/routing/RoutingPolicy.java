package dev.amends.routing;

import dev.amends.caller.Temper;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;

/**
 * Upset callers first reach seniors; nobody else is passed by more than the head start. First rule
 * that speaks wins: ordinary callers; no time for seniors; seniors unknown, free or on duty; nobody
 * on duty.
 */
public final class RoutingPolicy {

    private RoutingPolicy() {}

    /**
     * Whom a caller is to reach.
     *
     * @param first a senior, before others
     * @param reason why
     */
    public record Wish(boolean first, String reason) {}

    /** Decides from how upset he is and what the line looks like. */
    public static Route decide(Temper temper, Line line, LinePicture picture) {
        return decide(new Wish(temper.first(), temper.reason()), line, picture);
    }

    /** Decides from whom he is to reach and what the line looks like. */
    public static Route decide(Wish who, Line line, LinePicture picture) {
        if (!who.first()) {
            return new Route.Ordinary(who.reason());
        }
        if (line.seniorsOnly().isZero()) {
            return new Route.HeadStart(who.reason() + "; this line has no time for seniors only");
        }
        if (!picture.known()) {
            return new Route.SeniorsFirst(
                    line.seniorsOnly(), who.reason() + "; seniors' state unknown");
        }
        if (picture.seniorFree()) {
            return new Route.SeniorsFirst(line.seniorsOnly(), who.reason() + "; a senior is free");
        }
        if (picture.seniors().onDuty() > 0) {
            return new Route.SeniorsFirst(
                    line.seniorsOnly(), who.reason() + "; seniors are on duty");
        }
        return new Route.HeadStart(who.reason() + "; no senior on duty");
    }
}
