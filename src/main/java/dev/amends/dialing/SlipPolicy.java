package dev.amends.dialing;

import dev.amends.line.ExpectedWait;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Slip;
import dev.amends.promise.WhenPolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a promise will miss the time that was said, and what is done about it before it does: it
 * is moved up as far as the rule allows, then he is told another time, then a person sees to it.
 * First rule that speaks wins: no time was said; he was given another time and has not heard it;
 * his turn not known; in time; moved up it is; his turn is near, so he is called rather than told;
 * not to be told again; another time.
 */
public final class SlipPolicy {

    /** Told at most so often. */
    static final int MOST_WINDOWS = 2;

    /** For one window. */
    static final int MOST_CALLS = 2;

    /** Whose turn comes so soon is not told that it comes later. */
    static final Duration NEAR = Duration.ofMinutes(5);

    /** From a call that was surely not dialled to the next. */
    private static final Duration VOID_PAUSE = Duration.ofSeconds(30);

    /** How long it may take from an opening until he is called, at the least. */
    private static final Duration AFTER_OPENING = Duration.ofMinutes(30);

    private SlipPolicy() {}

    /**
     * What is known of him.
     *
     * @param latest until when he has to be called, if a time was said
     * @param window what he was told last, if that was a window
     * @param turn how long it is until a rep is there for him; nothing when that can't be told
     * @param raised the same were he moved up; nothing when he has been, or can't be
     * @param urgent whether it is the last moment to ring his phone in time, whatever the queue
     * @param slip what was done for him so far
     * @param overdue whether he should have been called by now, or has waited for too long
     */
    public record Facts(
            Optional<Instant> latest,
            Optional<PromisedWindow> window,
            Optional<ExpectedWait> turn,
            Optional<ExpectedWait> raised,
            boolean urgent,
            Slip slip,
            Telling telling,
            boolean overdue,
            Instant now) {

        boolean late(ExpectedWait wait) {
            return latest.filter(until -> now.plus(wait.p50()).isAfter(until)).isPresent();
        }
    }

    /** How he may be told; asked only of those few for whom it matters, as hours take time. */
    public interface Telling {

        /** How his line tells people; nothing when it tells nobody. */
        Optional<TellingWay> way();

        /** Whether he may be called, or sent anything, at this moment. */
        boolean now();

        /** When he can be promised a call now; nothing when his turn is not known. */
        Optional<WhenPolicy.When> when();
    }

    /** The answer, with its reason. */
    public sealed interface Slips {

        String reason();

        /** Nothing is done. */
        record OnTime(String reason) implements Slips {}

        /** He is moved up, once. */
        record Raise(String reason) implements Slips {}

        /** He is told this time, which is the one that holds from now on, heard or not. */
        record Tell(PromisedWindow window, TellingWay way, String reason) implements Slips {}

        /** A person sees to it; it is called as before. */
        record HandOver(String reason) implements Slips {}
    }

    /** Decides. */
    public static Slips decide(Facts facts, SlipSettings settings) {
        if (facts.latest().isEmpty()) {
            return handOverWhenOverdue(facts, "no time was said, or his phone has rung since");
        }
        if (facts.slip().unheard() && facts.window().isPresent()) {
            return unheard(facts, facts.window().get(), settings);
        }
        if (facts.turn().isEmpty()) {
            return handOverWhenOverdue(facts, "it is not known when his turn comes");
        }
        return forTurn(facts, facts.turn().get(), settings);
    }

    private static Slips forTurn(Facts facts, ExpectedWait turn, SlipSettings settings) {
        String comes = "his turn comes in " + minutes(turn.p50());
        boolean late = facts.late(turn);
        if (late ? facts.raised().filter(wait -> !facts.late(wait)).isPresent() : urgent(facts)) {
            return new Slips.Raise(comes + (late ? ", too late; moved up it is in time" : ""));
        }
        if (!late) {
            return new Slips.OnTime(comes + ", in time");
        }
        if (turn.p50().compareTo(NEAR) <= 0) {
            return new Slips.OnTime(comes + ": late, but he is called rather than told");
        }
        return told(facts, comes + ", too late", settings);
    }

    private static boolean urgent(Facts facts) {
        return facts.urgent() && facts.raised().isPresent();
    }

    /** He was given another time, and has not heard it. */
    private static Slips unheard(Facts facts, PromisedWindow window, SlipSettings settings) {
        Slip.Telling told = facts.slip().telling();
        if (told.message().equals(Optional.of(Slip.Message.SENDING))) {
            return new Slips.OnTime("a message is being sent to him");
        }
        if (told.calls() >= MOST_CALLS) {
            return new Slips.HandOver("he was given another time, and could not be told");
        }
        boolean rested =
                rested(told.last(), settings.gap(), facts)
                        && rested(told.lastVoid(), VOID_PAUSE, facts);
        boolean turnIsNear =
                facts.turn().filter(turn -> turn.p50().compareTo(NEAR) <= 0).isPresent();
        boolean inTime = window.to().isAfter(facts.now());
        return rested && !turnIsNear && inTime && facts.telling().now()
                ? new Slips.Tell(window, TellingWay.CALL, "he has not heard it yet")
                : handOverWhenOverdue(facts, "he has not heard the other time that he was given");
    }

    private static boolean rested(Optional<Instant> last, Duration pause, Facts facts) {
        return last.filter(at -> facts.now().isBefore(at.plus(pause))).isEmpty();
    }

    private static Slips told(Facts facts, String why, SlipSettings settings) {
        Slip slip = facts.slip();
        Optional<TellingWay> way = facts.telling().way();
        if (way.isEmpty()) {
            return new Slips.HandOver(why + ", and this line tells nobody");
        }
        if (slip.given() >= MOST_WINDOWS) {
            return new Slips.HandOver(why + ", and he was given another time twice");
        }
        if (toldLately(slip, settings, facts.now())) {
            return handOverWhenOverdue(facts, why + ", and he was told another time just now");
        }
        if (!facts.telling().now()) {
            return handOverWhenOverdue(facts, why + ", and he may not be called now");
        }
        return another(facts)
                .filter(window -> facts.latest().filter(window.to()::isAfter).isPresent())
                .<Slips>map(window -> new Slips.Tell(window, way.get(), why))
                .orElseGet(() -> new Slips.HandOver(why + ", and no other time can be told"));
    }

    /** Counted from when he was given it, and from when he was last called to hear it. */
    private static boolean toldLately(Slip slip, SlipSettings settings, Instant now) {
        return Stream.of(slip.givenAt(), slip.telling().last())
                .flatMap(Optional::stream)
                .anyMatch(at -> now.isBefore(at.plus(settings.tellAgain())));
    }

    /** The time that can be told now: his turn, or the next opening where today can't hold it. */
    private static Optional<PromisedWindow> another(Facts facts) {
        return facts.telling()
                .when()
                .flatMap(when ->
                        switch (when) {
                            case WhenPolicy.When.InTurn turn -> turn.window();
                            case WhenPolicy.When.From(Instant from, String _) ->
                                    Optional.of(PromisedWindow.from(from, afterOpening(facts)));
                            case WhenPolicy.When.Chosen chosen ->
                                    Optional.of(chosen.slot().window());
                            case WhenPolicy.When.Never _ -> Optional.empty();
                        });
    }

    private static Duration afterOpening(Facts facts) {
        Duration turn = facts.turn().map(ExpectedWait::p90).orElse(Duration.ZERO);
        return turn.compareTo(AFTER_OPENING) > 0 ? turn : AFTER_OPENING;
    }

    private static Slips handOverWhenOverdue(Facts facts, String why) {
        return facts.overdue() ? new Slips.HandOver(why) : new Slips.OnTime(why);
    }

    private static String minutes(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? time.toSeconds() + " s"
                : time.toMinutes() + " min";
    }
}
