package dev.amends.promise;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done for promises that run late, in memory. */
final class FakeSlips {

    private final Map<PromiseId, Slip> slips = new HashMap<>();

    /** How many attempts there were when the last window was given. */
    private final Map<PromiseId, Integer> givenAfter = new HashMap<>();

    /** All that is known of a promise with these attempts, in their order. */
    Slip of(PromiseId id, List<Attempt> attempts) {
        Slip slip = slips.getOrDefault(id, Slip.NONE);
        if (slip.givenAt().isEmpty()) {
            return slip;
        }
        List<Attempt> tells =
                attempts.stream()
                        .skip(givenAfter.getOrDefault(id, 0))
                        .filter(attempt -> attempt.purpose() == Purpose.TELL)
                        .toList();
        List<Attempt> dialled = tells.stream().filter(attempt -> !isVoid(attempt)).toList();
        boolean heard =
                dialled.stream()
                        .flatMap(attempt -> attempt.outcome().stream())
                        .anyMatch(outcome ->
                                outcome == AttemptOutcome.TOLD
                                        || outcome == AttemptOutcome.NOT_NOW
                                        || outcome == AttemptOutcome.MESSAGE_LEFT);
        return with(
                slip,
                slip.handedAt(),
                new Slip.Telling(
                        dialled.size(),
                        heard,
                        last(dialled),
                        last(tells.stream().filter(FakeSlips::isVoid).toList()),
                        slip.telling().message()));
    }

    static boolean isVoid(Attempt attempt) {
        return attempt.outcome().equals(Optional.of(AttemptOutcome.VOID));
    }

    private static Optional<Instant> last(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::changedAt).max(Instant::compareTo);
    }

    private static Slip with(Slip slip, Optional<Instant> handedAt, Slip.Telling telling) {
        return new Slip(slip.raisedAt(), slip.given(), slip.givenAt(), handedAt, telling);
    }

    private static Slip with(Slip slip, Optional<Slip.Message> message) {
        Slip.Telling telling = slip.telling();
        return with(
                slip,
                slip.handedAt(),
                new Slip.Telling(
                        telling.calls(),
                        telling.heard(),
                        telling.last(),
                        telling.lastVoid(),
                        message));
    }

    /** What was known of it is this now; of the message of its window, what was known already. */
    void write(PromiseId id, Slip slip, int attempts) {
        Slip before = slips.getOrDefault(id, Slip.NONE);
        boolean another = before.given() != slip.given();
        slips.put(id, another ? slip : with(slip, before.telling().message()));
        if (another) {
            givenAfter.put(id, attempts);
        }
    }

    /** False when it was known, or is about another window than his last one. */
    boolean messaged(Ledger.Messaged message) {
        Slip slip = slips.getOrDefault(message.promise(), Slip.NONE);
        if (!slip.telling().message().equals(Optional.of(Slip.Message.SENDING))
                || !slip.givenAt().equals(Optional.of(message.givenAt()))) {
            return false;
        }
        Slip.Message came = message.sent() ? Slip.Message.SENT : Slip.Message.FAILED;
        slips.put(message.promise(), with(slip, Optional.of(came)));
        return true;
    }

    void handed(PromiseId id, Instant now) {
        Slip slip = slips.getOrDefault(id, Slip.NONE);
        slips.put(id, with(slip, Optional.of(now), slip.telling()));
    }

    void told(PromiseId id) {
        slips.computeIfPresent(id, (_, slip) -> with(slip, Optional.empty(), slip.telling()));
    }

    void forget(PromiseId id) {
        slips.remove(id);
    }
}
