package dev.amends.live;

import dev.amends.callcentre.DialplanLog;
import dev.amends.callcentre.DialplanLog.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One caller's way from the door to the music in the queue, as the telephone system wrote it. */
record Arrival(List<Step> steps) {

    /** All callers who came since the log was opened, in order. */
    static List<Arrival> in(DialplanLog log) {
        Map<String, List<Step>> byCaller =
                log.steps().stream()
                        .filter(step -> step.channel().startsWith("PJSIP/callers-"))
                        .collect(
                                Collectors.groupingBy(
                                        Step::channel, LinkedHashMap::new, Collectors.toList()));
        return byCaller.values().stream().map(Arrival::new).toList();
    }

    /** When he came. */
    Instant at() {
        return steps.getFirst().at();
    }

    /** Whether he got into a queue. */
    boolean queued() {
        return music().isPresent();
    }

    /** Whether Amends was asked about him. */
    boolean asked() {
        return steps.stream().anyMatch(step -> step.is("amends-turn", "AGI"));
    }

    /** Whether he had to go on without Amends. */
    boolean turnFailed() {
        return steps.stream().anyMatch(step -> step.is("amends-ordinary", "Queue"));
    }

    /** From the first step of the dialplan to the music; nothing if he never got there. */
    Optional<Duration> delay() {
        return music().map(music -> Duration.between(at(), music.at()));
    }

    private Optional<Step> music() {
        return steps.stream().filter(step -> step.what().equals("Music")).findFirst();
    }
}
