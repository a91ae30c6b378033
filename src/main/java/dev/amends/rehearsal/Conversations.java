package dev.amends.rehearsal;

import dev.amends.line.Experience;
import dev.amends.line.Floor;

import java.time.Duration;
import java.time.Instant;

/** Reps in conversation, from the bridge to the end of wrap-up. */
final class Conversations {

    private final Agenda agenda;
    private final Floor floor;
    private final Crew crew;
    private final Diary diary;
    private final Runnable changed;

    Conversations(Agenda agenda, Floor floor, Crew crew, Diary diary, Runnable changed) {
        this.agenda = agenda;
        this.floor = floor;
        this.crew = crew;
        this.diary = diary;
        this.changed = changed;
    }

    /** Somebody who waited on the line has this rep, who is taken already. */
    void begin(Party who, VirtualRep rep) {
        Duration waited = Duration.between(who.came, agenda.instant());
        boolean senior = rep.senior;
        diary.note(
                who,
                "served by " + rep.device,
                outcome -> outcome.served(who.person.upset(), waited, who.told(), senior));
        talk(who, rep);
    }

    /** A conversation as such; whoever has it is in no queue any more. */
    void talk(Party who, VirtualRep rep) {
        Instant now = agenda.instant();
        Duration held = Duration.between(who.came, now);
        who.becomes(Stage.OVER, now);
        floor.connected(
                new Experience.Connected(who.queue, who.id, rep.device, held, Duration.ZERO), now);
        Duration talk = who.person.handling();
        agenda.in(
                talk,
                () -> {
                    diary.note(who, "has finished with " + rep.device, _ -> {});
                    floor.completed(who.queue, who.id, rep.device, talk, agenda.instant());
                    crew.finished(rep, changed);
                });
    }
}
