package dev.amends.asterisk;

import dev.amends.dialing.TelephoneDown;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DbGetResponseEvent;
import org.asteriskjava.manager.response.ManagerResponse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One call through the PBX, as a caller's: the dialplan's filter, the heartbeat, a turn, a queue, a
 * prompt. It rings nobody. How far it came is told by its mark, {@code doctor:STEP:…}.
 */
final class TrueCall implements PbxChecks.Look {

    private static final String WHAT = "a true call";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOOKS = 90;
    private static final int LOOKS_FOR_A_BEGINNING = 20;

    private final String id;
    private final String queue;

    /**
     * @param id new each time: the call's mark
     * @param queue one that has to be there
     */
    TrueCall(String id, String queue) {
        this.id = id;
        this.queue = queue;
    }

    @Override
    public List<Finding> at(AmiSession session) {
        long begun = System.nanoTime();
        session.send(AmiActions.doctorsCall(id, queue));
        Optional<Step> last = follow(session);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        last.ifPresent(_ -> session.send(AmiActions.forget(id)));
        return List.of(last.map(step -> finding(step, took)).orElseGet(() -> neverBegan(session)));
    }

    /** A step of the call, and what the dialplan says of it. */
    record Step(String name, String first, String second) {

        static Step read(String mark) {
            String[] parts = mark.split(":", -1);
            return new Step(part(parts, 1), part(parts, 2), part(parts, 3));
        }

        private static String part(String[] parts, int index) {
            return index < parts.length ? parts[index] : "";
        }
    }

    /** The last step, once the call is over or has had its time; nothing when it never began. */
    private Optional<Step> follow(AmiSession session) {
        Optional<Step> last = Optional.empty();
        for (int look = 1; look <= LOOKS; look++) {
            pause();
            boolean over = over(session);
            last = step(session);
            if (over && (last.isPresent() || look >= LOOKS_FOR_A_BEGINNING)) {
                return last;
            }
        }
        return last;
    }

    private Optional<Step> step(AmiSession session) {
        try {
            return session.list(AmiActions.mark(id)).stream()
                    .filter(DbGetResponseEvent.class::isInstance)
                    .map(event -> Step.read(String.valueOf(((DbGetResponseEvent) event).getVal())))
                    .findFirst();
        } catch (AmiRefused e) {
            return Optional.empty();
        }
    }

    private boolean over(AmiSession session) {
        String name = "Local/" + id + "@amends-doctor";
        return session.list(AmiActions.channels()).stream()
                .filter(CoreShowChannelEvent.class::isInstance)
                .map(channel -> String.valueOf(((CoreShowChannelEvent) channel).getChannel()))
                .noneMatch(channel -> channel.startsWith(name));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelephoneDown("interrupted during the doctor's call", e);
        }
    }

    private Finding finding(Step step, Duration took) {
        return switch (step.name()) {
            case "done" ->
                    Finding.ok(
                            WHAT,
                            "answered by Amends in %s ms, heard a prompt, found queue %s; %.1f s in all"
                                    .formatted(step.first(), queue, took.toMillis() / 1000.0));
            case "beat" -> asleep(step);
            case "turn" -> turn(step);
            case "queue" ->
                    problem(
                            "the dialplan finds no queue " + queue,
                            "Load app_queue, and define the queue in queues.conf; then run:"
                                    + " asterisk -rx 'queue reload all'");
            case "sound" ->
                    problem(
                            "its prompt could not be played",
                            "Run: scripts/prompts install ASTDATADIR/sounds, as a user whose files"
                                    + " Asterisk may read; load app_playback and format_wav");
            default ->
                    problem(
                            "the caller's number was not filtered",
                            "Load func_strings, func_callerid and app_stack");
        };
    }

    private static Finding asleep(Step step) {
        return new Finding(
                WHAT,
                Verdict.WARNING,
                step.first().equals("none")
                        ? "not answered: Amends gives no sign of life"
                        : "not answered: Amends' last sign of life is " + step.first() + " s old",
                "an answer from a running Amends",
                "Start Amends: amends run. Then run the doctor again");
    }

    private static Finding turn(Step step) {
        String found = "Amends lives, but the call got no answer from it";
        if (step.first().isEmpty()) {
            return problem(
                    found + ": no FastAGI", "Load res_agi: asterisk -rx 'module load res_agi'");
        }
        if (step.first().equals("FAILURE")) {
            return problem(
                    found + ": nobody listens at AMENDS_AGI",
                    "Set AMENDS_AGI in the globals to asterisk.agi_listen and agi_port, an address"
                            + " and no name, then run: asterisk -rx 'dialplan reload'");
        }
        return problem(
                "%s within %s ms (AGISTATUS %s)".formatted(found, step.second(), step.first()),
                "Start Amends again, so that it reads the key file; if that does not help, see its"
                        + " log, and who else listens at AMENDS_AGI");
    }

    private Finding neverBegan(AmiSession session) {
        int most = number(session.send(AmiActions.coreSettings()), "coremaxcalls");
        int now = number(session.send(AmiActions.coreStatus()), "corecurrentcalls");
        if (most > 0 && now >= most) {
            return problem(
                    "Asterisk takes no call: it has %d of at most %d".formatted(now, most),
                    "Raise maxcalls in asterisk.conf; each promised call needs two");
        }
        return problem(
                "Asterisk did not begin it",
                "Load func_db, app_stack and the whole of amends/extensions.conf, then run: asterisk"
                        + " -rx 'dialplan reload'; look into Asterisk's log, and at maxload in"
                        + " asterisk.conf");
    }

    private static int number(ManagerResponse response, String attribute) {
        String value = response.getAttribute(attribute);
        return value == null ? 0 : (int) Marks.number(value).orElse(0);
    }

    private static Finding problem(String found, String fix) {
        return new Finding(WHAT, Verdict.PROBLEM, found, "a call that is answered", fix);
    }
}
