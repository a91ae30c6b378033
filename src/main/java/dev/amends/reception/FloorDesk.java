package dev.amends.reception;

import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.staff.HardCall;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes what the dialplan posts of calls in which a rep set a limit or a supervisor helped: all of
 * it has happened already, with or without Amends.
 */
final class FloorDesk {

    private static final Logger log = LoggerFactory.getLogger(FloorDesk.class);

    private final Signals signals;
    private final Consumer<HardCall> hardCalls;
    private final RepNames reps;

    /**
     * @param hardCalls told of each hard call that is over for its rep, maybe more than once;
     *     commits what comes of it
     */
    FloorDesk(
            Signals signals,
            Consumer<HardCall> hardCalls,
            Map<LineName, Line> lines,
            Floor floor,
            InstantSource clock) {
        this.signals = signals;
        this.hardCalls = hardCalls;
        this.reps = new RepNames(lines, floor, clock);
    }

    /** This desk for its own posts, those for all other dialogues. */
    Dialogues besides(Dialogues others) {
        return others.but(FloorNews.NAME, this::answer);
    }

    /** Nothing when it makes no sense. A failure comes out: it is posted again. */
    Optional<Turn> answer(Question question) {
        return FloorNews.read(question.state(), question.heard())
                .map(news -> take(news, question.line()));
    }

    private Turn take(FloorNews news, LineName line) {
        log.info(
                "call {}: {} {} ({}{})",
                news.call().value(),
                news.rep(),
                words(news),
                news.at(),
                news.why().isEmpty() ? "" : ", " + news.why());
        seen(news.what())
                .map(kind ->
                        Signal.in(
                                news.call(),
                                kind,
                                line.value(),
                                news.at(),
                                reps.of(news.rep(), line) + " " + words(news)))
                .ifPresent(signals::record);
        if (news.what() == FloorNews.What.HARD) {
            hardCalls.accept(
                    new HardCall(
                            news.call().value(),
                            line.value(),
                            news.rep(),
                            news.why(),
                            Duration.ofSeconds(news.number()),
                            news.at()));
        }
        return new Turn.Nothing();
    }

    /** What it says of the caller, if anything. */
    private static Optional<SignalKind> seen(FloorNews.What what) {
        return switch (what) {
            case LIMIT -> Optional.of(SignalKind.LIMIT_SPOKEN);
            case HELP -> Optional.of(SignalKind.HELP_ASKED);
            case SUPERVISOR -> Optional.of(SignalKind.ASKED_FOR_SUPERVISOR);
            case HANDED -> Optional.of(SignalKind.HANDED_OVER);
            case TAKEN -> Optional.of(SignalKind.TAKEN_OVER);
            case ENDED -> Optional.of(SignalKind.ENDED_BY_REP);
            case HARD -> Optional.of(SignalKind.HARD_CALL);
            case JOINED -> Optional.empty();
        };
    }

    private static String words(FloorNews news) {
        return switch (news.what()) {
            case LIMIT -> "set limit " + news.number();
            case HELP -> "asked for help";
            case SUPERVISOR -> "hands the call to a supervisor";
            case JOINED -> "joined as supervisor";
            case HANDED -> "accepted the call that was handed over";
            case TAKEN -> "took the call over";
            case ENDED -> "ended the call after three limits";
            case HARD -> "has had a hard call";
        };
    }
}
