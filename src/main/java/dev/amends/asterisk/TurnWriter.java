package dev.amends.asterisk;

import dev.amends.care.RecordingId;
import dev.amends.dialing.Claimed;
import dev.amends.dialing.RepComes;
import dev.amends.dialing.Seat;
import dev.amends.promise.PromiseId;
import dev.amends.reception.Turn;
import dev.amends.speech.Prompt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Writes what the rooms answered in the dialplan's words. */
public final class TurnWriter {

    private static final String NO_STORY = "none";

    private final Trunk trunk;
    private final String recordings;

    /**
     * @param recordings the folder of all that is recorded
     */
    public TurnWriter(Trunk trunk, Path recordings) {
        this.trunk = trunk;
        this.recordings = recordings.toString();
    }

    TurnAnswer write(Turn turn) {
        return switch (turn) {
            case Turn.Ask ask ->
                    next("ask", ask.next())
                            .set(TurnVariable.SAY, prompts(ask.say()))
                            .set(TurnVariable.MAX, Integer.toString(ask.most()))
                            .set(TurnVariable.SECONDS, seconds(ask.patience()));
            case Turn.Say say -> next("say", say.next()).set(TurnVariable.SAY, prompts(say.say()));
            case Turn.Join join -> join(join);
            case Turn.Reach reach ->
                    next("reach", reach.next())
                            .set(TurnVariable.DIAL, reach.rep().value())
                            .set(TurnVariable.RING, seconds(reach.ring()))
                            .set(TurnVariable.BRIEF, prompts(reach.brief()))
                            .set(TurnVariable.MATTER, prompts(reach.matter()))
                            .set(TurnVariable.UPSET, reach.upset() ? "1" : "");
            case Turn.MeetRep meet -> next("meet", meet.next());
            case Turn.Goodbye goodbye ->
                    new TurnAnswer("goodbye")
                            .set(TurnVariable.SAY, prompts(goodbye.say()))
                            .set(
                                    TurnVariable.MARK,
                                    goodbye.speaks().map(PromiseId::value).orElse(""));
            case Turn.Hold hold ->
                    next("hold", hold.next())
                            .set(TurnVariable.SAY, prompts(hold.say()))
                            .set(TurnVariable.SECONDS, seconds(hold.limit()))
                            .set(TurnVariable.BRIEF, prompts(hold.tellRep()));
            case Turn.Farewell farewell ->
                    new TurnAnswer("goodbye")
                            .set(TurnVariable.SAY, prompts(farewell.say()))
                            .set(TurnVariable.MARK, farewell.speaks().value())
                            .set(TurnVariable.BRIEF, prompts(farewell.tellRep()));
            case Turn.Record(List<Prompt> say, RecordingId story, Duration most, Turn.Next after) ->
                    next("record", after)
                            .set(TurnVariable.SAY, prompts(say))
                            .set(TurnVariable.FILE, file(story))
                            .set(TurnVariable.SECONDS, seconds(most));
            case Turn.Recorded(RecordingId recording, Turn then) ->
                    write(then).set(TurnVariable.RECORD, file(recording));
            case Turn.WithStories(List<RecordingId> stories, Turn then) ->
                    write(then).set(TurnVariable.STORY, stories(stories));
            case Turn.Nothing _ -> new TurnAnswer("nothing");
        };
    }

    /** A seat; whoever comes to it can hear these first. */
    TurnAnswer write(Seat seat, List<RecordingId> stories) {
        return write(seat).set(TurnVariable.STORY, stories(stories));
    }

    private static TurnAnswer write(Seat seat) {
        TurnAnswer answer =
                switch (seat) {
                    case Seat.InQueue in ->
                            new TurnAnswer("join")
                                    .set(TurnVariable.QUEUE, in.queue())
                                    .set(TurnVariable.PLACE, place(in.position()));
                    case Seat.AtRep at ->
                            new TurnAnswer("ring")
                                    .set(TurnVariable.DIAL, at.rep().value())
                                    .set(TurnVariable.QUEUE, at.queue())
                                    .set(TurnVariable.RING, seconds(at.ring()));
                };
        return answer.set(TurnVariable.BRIEF, prompts(seat.brief()));
    }

    TurnAnswer write(RepComes comes) {
        return switch (comes) {
            case RepComes.Dials dials -> write(dials.claimed());
            case RepComes.Waits waits ->
                    new TurnAnswer("keep").set(TurnVariable.SECONDS, seconds(waits.atMost()));
        };
    }

    TurnAnswer write(Claimed claimed) {
        return new TurnAnswer("connect")
                .set(TurnVariable.DIAL, trunk.dialString(claimed.number()))
                .set(TurnVariable.RING, seconds(claimed.ring()))
                .set(TurnVariable.LASTS, seconds(claimed.lasts()))
                .set(TurnVariable.CID, claimed.callerId())
                .set(TurnVariable.LANG, claimed.language().code())
                .set(TurnVariable.QUEUE, claimed.queue())
                .set(TurnVariable.FOR, claimed.line().value())
                .set(TurnVariable.MATTER, prompts(claimed.matter()))
                .set(TurnVariable.UPSET, claimed.upset() ? "1" : "");
    }

    private String file(RecordingId recording) {
        return recordings + '/' + recording.value();
    }

    private String stories(List<RecordingId> stories) {
        return stories.isEmpty()
                ? NO_STORY
                : stories.stream().map(this::file).collect(Collectors.joining("&"));
    }

    private static TurnAnswer join(Turn.Join join) {
        return next("join", join.next())
                .set(TurnVariable.QUEUE, join.queue())
                .set(TurnVariable.PLACE, place(join.position()))
                .set(TurnVariable.PATIENCE, join.patience().map(TurnWriter::seconds).orElse(""))
                .set(TurnVariable.BRIEF, prompts(join.brief()))
                .set(TurnVariable.MATTER, prompts(join.matter()))
                .set(TurnVariable.UPSET, join.upset() ? "1" : "")
                .set(TurnVariable.KEEPS, join.endsWhenServed().map(PromiseId::value).orElse(""));
    }

    private static TurnAnswer next(String verb, Turn.Next next) {
        return new TurnAnswer(verb)
                .set(TurnVariable.NEXT, next.dialogue())
                .set(TurnVariable.STATE, next.state());
    }

    private static String place(OptionalInt position) {
        return position.isPresent() ? Integer.toString(position.getAsInt()) : "";
    }

    private static String prompts(List<Prompt> prompts) {
        return prompts.stream().map(Prompt::file).collect(Collectors.joining("&"));
    }

    /** Whole seconds, at least one: zero would mean for ever. */
    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
