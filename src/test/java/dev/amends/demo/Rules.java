package dev.amends.demo;

import dev.amends.bench.Ended;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.promise.Callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What holds for everybody, whatever he did. The phones and the carrier's list of INVITEs are the
 * judges; Amends' own ledger is only compared with them.
 */
final class Rules {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    private final Evidence evidence;
    private final Verdict verdict;

    Rules(Evidence evidence, Verdict verdict) {
        this.evidence = evidence;
        this.verdict = verdict;
    }

    /** Judges everything but what is left. */
    void judge() {
        nobodyElse();
        neverTwiceAtOnce();
        aRepWasThere();
        nobodyWaited();
        ledgerAgrees();
    }

    /** That nothing is left up when all is over. */
    void nothingLeft(long channels) {
        verdict.expect("no call is left up", channels == 0, channels + " channels");
        verdict.expect(
                "all phones did what they should",
                evidence.town().complaints().isEmpty(),
                evidence.town().complaints());
    }

    private void nobodyElse() {
        List<String> others =
                evidence.town().invites().all().stream()
                        .map(Invite::calledUser)
                        .filter(number ->
                                Cast.byNumber(number).filter(p -> !p.called().isEmpty()).isEmpty())
                        .toList();
        verdict.expect("nobody was called who had not asked for it", others.isEmpty(), others);
    }

    private void neverTwiceAtOnce() {
        List<Person> twice =
                Cast.ALL.stream()
                        .filter(person -> overlap(evidence.town().callsTo(person)))
                        .toList();
        verdict.expect("nobody was called twice at the same time", twice.isEmpty(), twice);
    }

    private static boolean overlap(List<IncomingCall> calls) {
        for (int i = 1; i < calls.size(); i++) {
            Optional<Instant> end = end(calls.get(i - 1));
            if (end.isEmpty() || end.get().isAfter(calls.get(i).invite().at())) {
                return true;
            }
        }
        return false;
    }

    /** At every INVITE of the carrier one more rep is on a promised call than people are called. */
    private void aRepWasThere() {
        List<Invite> alone =
                evidence.town().invites().all().stream()
                        .filter(invite -> repsWaitingAt(invite.at()) == 0)
                        .toList();
        verdict.expect(
                "nobody was called before a rep was on the line for the call",
                alone.isEmpty(),
                alone);
    }

    private long repsWaitingAt(Instant moment) {
        return evidence.town().callsToReps().stream()
                .filter(c -> c.invite().fromName().startsWith("Promised callback"))
                .filter(c -> c.ear().packets() > 0)
                .filter(c -> c.invite().at().isBefore(moment))
                .filter(c -> end(c).filter(e -> e.isBefore(moment)).isEmpty())
                .count();
    }

    /** From the key to the rep's voice. */
    private void nobodyWaited() {
        List<String> waits =
                evidence.town().waits().entrySet().stream()
                        .filter(e -> e.getValue().compareTo(LONGEST_SILENCE) > 0)
                        .map(e -> e.getKey().name() + " " + e.getValue())
                        .toList();
        verdict.expect("nobody who was called back had to wait for a rep", waits.isEmpty(), waits);
    }

    private void ledgerAgrees() {
        int asked = Cast.PROMISED.size();
        verdict.expect(
                "the ledger has the %d promises that were made, none is open".formatted(asked),
                evidence.ledger().size() == asked
                        && evidence.ledger().stream().noneMatch(Callback::open),
                evidence.ledger().stream().map(Callback::word).toList());
    }

    private static Optional<Instant> end(IncomingCall call) {
        return call.ended().map(Ended::at);
    }
}
