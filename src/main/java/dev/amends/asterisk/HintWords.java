package dev.amends.asterisk;

import dev.amends.dialing.Hint;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

import java.util.Optional;

/** Reads the dialplan's {@code UserEvent(AmendsHint,Kind: …,Id: …)}. */
final class HintWords {

    private HintWords() {}

    /** The hint that these words give, unless they are not like one. */
    static Optional<Hint> read(String kind, String id) {
        return switch (kind) {
            case "attempt" -> attempt(id);
            case "said", "served" ->
                    PromiseId.fits(id)
                            ? Optional.of(new Hint.AboutPromise(new PromiseId(id)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The hint that something happened to the attempt with this id, if it is one. */
    static Optional<Hint> attempt(String id) {
        return AttemptId.fits(id)
                ? Optional.of(new Hint.AboutAttempt(new AttemptId(id)))
                : Optional.empty();
    }
}
