package dev.amends.faults;

import static dev.amends.promise.AttemptOutcome.BUSY;
import static dev.amends.promise.AttemptOutcome.CONGESTION;
import static dev.amends.promise.AttemptOutcome.DECLINED;
import static dev.amends.promise.AttemptOutcome.FAILED;
import static dev.amends.promise.AttemptOutcome.NO_ANSWER;
import static dev.amends.promise.AttemptOutcome.NO_KEY;

import dev.amends.bench.Behaviour;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * F13: every answer that a trunk may give, each to one of the promised calls; at the second try the
 * people are there. Each is what it should be, and the call elsewhere of a 302 is not made.
 */
final class TrunkFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I4, Invariant.I5);

    /** What a trunk does, and what that means. */
    private record Answer(String name, Behaviour behaviour, Set<AttemptOutcome> means) {}

    private static final List<Answer> ANSWERS =
            List.of(
                    // Asterisk has one cause for 403 and 603.
                    rejects(403, FAILED, DECLINED),
                    rejects(404, FAILED),
                    rejects(408, NO_ANSWER),
                    rejects(480, NO_ANSWER),
                    rejects(486, BUSY),
                    rejects(488, FAILED, CONGESTION),
                    rejects(500, CONGESTION),
                    rejects(503, CONGESTION),
                    rejects(603, DECLINED),
                    new Answer(
                            "silence", Behaviour.silence(), Set.of(NO_ANSWER, FAILED, CONGESTION)),
                    new Answer("ringing for ever", Behaviour.ringForever(), Set.of(NO_ANSWER)),
                    new Answer("answer, then BYE", People.hangsUpAtOnce(), Set.of(NO_KEY)),
                    new Answer(
                            "302", Behaviour.redirect("sip:+19005550199@127.0.0.1"), Set.of(BUSY)));

    private TrunkFaults() {}

    private static Answer rejects(int status, AttemptOutcome... means) {
        return new Answer(Integer.toString(status), Behaviour.reject(status), Set.of(means));
    }

    static List<FaultCase> cases() {
        return List.of(
                new FaultCase(
                        "F13",
                        "every answer of a trunk",
                        Duration.ofSeconds(90),
                        HOLDS,
                        TrunkFaults::play));
    }

    private static void play(Bench bench) throws Exception {
        // Where the trunk's own context can dial: else nobody would be called elsewhere anyhow.
        bench.pbx()
                .cli("dialplan add extension _+X.,1,Dial,PJSIP/${EXTEN}@carrier into from-callers");
        Files.createDirectories(bench.database().getParent());
        for (int n = 0; n < ANSWERS.size(); n++) {
            Behaviour first = ANSWERS.get(n).behaviour();
            bench.people().owe(bench.database(), n, bench.people().first(first, People.owed(n)));
            bench.broken();
        }
        bench.startAmends();
        bench.callers().start();
        bench.settled();
        for (int n = 0; n < ANSWERS.size(); n++) {
            judge(bench, ANSWERS.get(n), People.owed(n));
        }
    }

    private static void judge(Bench bench, Answer answer, String number) {
        List<AttemptOutcome> outcomes = outcomes(bench, number);
        bench.expect(
                Invariant.RIGHT,
                !outcomes.isEmpty() && answer.means().contains(outcomes.getFirst()),
                answer.name() + " came to " + outcomes);
        bench.expect(
                Invariant.RIGHT,
                bench.centre().carrier().inviteLog().to(number).size() == 2,
                answer.name() + " was not followed by exactly one more call");
    }

    private static List<AttemptOutcome> outcomes(Bench bench, String number) {
        return bench.onRecord(store -> {
            Callback promise =
                    store.ledger().list(true, 100).stream()
                            .filter(it -> it.terms().number().e164().equals(number))
                            .findFirst()
                            .orElseThrow();
            return store.ledger().attemptsOf(promise.id()).stream()
                    .map(Attempt::outcome)
                    .flatMap(java.util.Optional::stream)
                    .filter(outcome -> outcome != AttemptOutcome.VOID)
                    .toList();
        });
    }
}
