package dev.amends.asterisk;

import dev.amends.caller.CallId;
import dev.amends.care.RecordingId;
import dev.amends.dialing.Claimed;
import dev.amends.dialing.RepComes;
import dev.amends.dialing.Seat;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptId;
import dev.amends.reception.Dialogues;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;
import dev.amends.speech.CataloguePrompt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes each question to the room that answers it: a dialogue with a caller to reception, a
 * placeholder's seat and the claims to dialing.
 */
public final class TurnDesk implements TurnAnswers {

    private static final Logger log = LoggerFactory.getLogger(TurnDesk.class);
    private static final Set<String> DIALOGUES =
            Set.of(
                    "arrival",
                    "intake",
                    "story",
                    "choice",
                    "number",
                    "typing",
                    "times",
                    "again",
                    "reaching",
                    "joining",
                    "waiting",
                    "closed",
                    "answered",
                    "later",
                    "asked",
                    "left",
                    "served",
                    "knows",
                    "flag",
                    "closing",
                    "survey",
                    "floor");

    /** The doctor's call asks whether it is answered, and is told a prompt to play. */
    private static final Turn DOCTORS =
            new Turn.Goodbye(List.of(CataloguePrompt.GOODBYE.prompt()), Optional.empty());

    private final Dialogues reception;
    private final Attempts attempts;
    private final UnwrittenMarks marks;
    private final TurnWriter writer;

    public TurnDesk(
            Dialogues reception, Attempts attempts, UnwrittenMarks marks, TurnWriter writer) {
        this.reception = reception;
        this.attempts = attempts;
        this.marks = marks;
        this.writer = writer;
    }

    /**
     * What the channels of an attempt ask.
     *
     * @param seat where its placeholder waits
     * @param stories what was told of its matter, for the rep who comes to it
     * @param rep what happens now that a rep has come to it
     * @param ring whether its phone may ring before one has
     */
    public record Attempts(
            Function<AttemptId, Optional<Seat>> seat,
            Function<AttemptId, List<RecordingId>> stories,
            Function<AttemptId, Optional<RepComes>> rep,
            Function<AttemptId, Optional<Claimed>> ring) {}

    @Override
    public Optional<TurnAnswer> answer(AgiQuestion asked) {
        return switch (asked.dialogue()) {
            case "place" -> attempt(asked).flatMap(this::seat);
            case "claim" -> attempt(asked).flatMap(attempts.rep()).map(writer::write);
            case "ring" -> attempt(asked).flatMap(attempts.ring()).map(writer::write);
            case "mark" -> attempt(asked).map(id -> told(id, asked.heard()));
            case "doctor" -> Optional.of(writer.write(DOCTORS));
            default -> question(asked).flatMap(reception::answer).map(writer::write);
        };
    }

    private TurnAnswer told(AttemptId id, String mark) {
        marks.told(id.value(), mark);
        return writer.write(new Turn.Nothing());
    }

    private Optional<TurnAnswer> seat(AttemptId attempt) {
        return attempts.seat()
                .apply(attempt)
                .map(seat -> writer.write(seat, attempts.stories().apply(attempt)));
    }

    @Override
    public Optional<TurnAnswer> atOnce(AgiQuestion asked) {
        return question(asked).flatMap(reception::atOnce).map(writer::write);
    }

    private static Optional<Question> question(AgiQuestion asked) {
        if (!DIALOGUES.contains(asked.dialogue()) || !LineName.fits(asked.line())) {
            log.debug("No such dialogue or line: {} {}", asked.dialogue(), asked.line());
            return Optional.empty();
        }
        return Optional.of(
                new Question(
                        asked.dialogue(),
                        new LineName(asked.line()),
                        asked.state(),
                        asked.heard(),
                        new CallId(asked.uniqueId()),
                        asked.callerId(),
                        asked.language()));
    }

    private static Optional<AttemptId> attempt(AgiQuestion asked) {
        if (!AttemptId.fits(asked.state())) {
            log.debug("Asked for a {} with a malformed id", asked.dialogue());
            return Optional.empty();
        }
        return Optional.of(new AttemptId(asked.state()));
    }
}
