package dev.amends.supervision;

import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Budgeting;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Lateness;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Purpose;
import dev.amends.promise.RetrySettings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How promises and attempts stand, in plain words.
 *
 * @param budget whether it allows a call now
 * @param lateness by when promises have to be kept
 */
record PromiseWords(
        WallClock clock,
        RetrySettings retry,
        CallTimes times,
        Budgeting budget,
        Lateness lateness) {

    /** The same, by the clock of another zone. */
    PromiseWords in(ZoneId zone) {
        return new PromiseWords(clock.in(zone), retry, times, budget, lateness);
    }

    /**
     * How a promise stands besides its state.
     *
     * @param onTheLine whether its caller rang again and waits himself
     * @param blocked whether its caller's number is on the block list
     * @param reason why it was withdrawn, or what a person noted who saw to a broken one; empty
     *     when neither is so
     */
    record Standing(Optional<Attempt> live, boolean onTheLine, boolean blocked, String reason) {}

    /** In a few words, for a list, with the time he was told as long as the call is to come. */
    String brief(Callback callback, Standing standing) {
        Optional<PromisedWindow> told = callback.terms().window().filter(_ -> callback.open());
        return overdue(callback).map(late -> late + "; ").orElse("")
                + state(callback, standing)
                + told.map(when -> ", told " + between(when)).orElse("");
    }

    /** Since when he should have been called, if that is so. */
    Optional<String> overdue(Callback callback) {
        return lateness.overdueSince(callback, clock.now())
                .map(since -> "overdue since " + clock.minute(since));
    }

    private String state(Callback callback, Standing standing) {
        Optional<Attempt> live = standing.live();
        return switch (callback) {
            case Callback.Promised _ when standing.onTheLine() -> "is on the line himself";
            case Callback.Unspoken _ -> "not known to have been heard";
            case Callback.Promised _ when tells(live) -> "is to be told when he is called";
            case Callback.Promised _ when standing.blocked() ->
                    "on the block list, withdrawn when it is his turn";
            case Callback.Promised _ when live.isPresent() -> "holds its place in the queue";
            case Callback.Promised promised when outside(promised).isPresent() ->
                    outside(promised).get();
            case Callback.Promised promised when promised.notBefore().isAfter(clock.now()) ->
                    from(promised)
                            + clock.says(promised.notBefore())
                            + usedUp(promised).map(why -> ": " + why).orElse("");
            case Callback.Promised _ -> held().orElse("waits for its turn");
            case Callback.Dialing _ when tells(live) -> "is being told when he is called";
            case Callback.Dialing _ -> answered(live) ? "on the phone" : "being called";
            case Callback.Kept kept -> "spoke with a rep " + clock.says(kept.at());
            case Callback.Withdrawn withdrawn ->
                    "withdrawn "
                            + clock.says(withdrawn.at())
                            + (standing.reason().isEmpty() ? "" : ": " + standing.reason());
            case Callback.Broken _ when !standing.reason().isEmpty() ->
                    "broken, a person saw to it: " + standing.reason();
            case Callback.Broken broken -> "call by hand, given up " + clock.says(broken.at());
        };
    }

    /** When he was told that the call would come. */
    String between(PromisedWindow window) {
        return "between " + clock.minute(window.from()) + " and " + clock.minute(window.to());
    }

    /** What happens next, as one sentence. */
    String next(Callback callback, Standing standing) {
        Optional<Attempt> live = standing.live();
        String which = " (try %d of %d).".formatted(callback.tries().made() + 1, tries());
        return switch (callback) {
            case Callback.Unspoken _ ->
                    "Once his call is over: he will be called if he heard the promise, and it is"
                            + " withdrawn if he did not.";
            case Callback.Promised _ when standing.onTheLine() ->
                    "He rang again and is on the line himself: he is called only if he hangs up"
                            + " before a rep has spoken with him.";
            case Callback.Promised _ when tells(live) ->
                    "He is called to hear that it comes later; then he is called in his place"
                            + which;
            case Callback.Dialing _ when tells(live) ->
                    "He is being told that it comes later; then he is called in his place" + which;
            case Callback.Promised _ when standing.blocked() ->
                    "His number is on the block list: the promise is withdrawn when it is his turn;"
                            + " see: amends unblock --help.";
            case Callback.Promised _ when live.isPresent() ->
                    "His place in the queue is held; he is called as soon as a rep takes it"
                            + which;
            case Callback.Promised promised when !due(promised) ->
                    (callback.tries().made() == 0 ? "He will be called" : "He will be tried again")
                            + waits(promised)
                            + which;
            case Callback.Promised _ when held().isPresent() ->
                    "He is called as soon as the budget allows it: " + held().get() + which;
            case Callback.Promised _ ->
                    "He takes his place in the queue within seconds, and is called when a rep is"
                            + " there for him"
                            + which;
            case Callback.Dialing _ when live.isEmpty() ->
                    "How the last call ended is being found out.";
            case Callback.Dialing _ ->
                    (answered(live)
                                    ? "He has answered and is on the phone"
                                    : "He is being called now")
                            + which;
            case Callback.Kept kept -> "Nothing: he spoke with a rep, " + ended(kept.at());
            case Callback.Withdrawn withdrawn ->
                    "Nothing: the promise was withdrawn, " + ended(withdrawn.at());
            case Callback.Broken _ when !standing.reason().isEmpty() ->
                    "Nothing: it was broken, and a person saw to it: " + standing.reason() + ".";
            case Callback.Broken broken ->
                    "A person should call him: nothing is tried any more since "
                            + clock.says(broken.at())
                            + "; then: amends tasks done "
                            + broken.id()
                            + ".";
        };
    }

    private static String from(Callback.Promised promised) {
        return promised.tries().made() == 0 ? "from " : "again from ";
    }

    /** From when on he may be called, if that is not once it is his turn, and why. */
    private Optional<String> outside(Callback.Promised promised) {
        Instant due = promised.notBefore();
        Instant first = due.isAfter(clock.now()) ? due : clock.now();
        return switch (times.at(promised.terms(), first)) {
            case CallTime.Now _ -> Optional.empty();
            case CallTime.Later later ->
                    Optional.of(from(promised) + clock.says(later.from()) + ": " + later.reason());
            case CallTime.Never never -> Optional.of("only by a person: " + never.reason());
        };
    }

    /** Why nobody is called at this moment, if so. */
    private Optional<String> held() {
        return switch (budget) {
            case Budgeting.Allowed _ -> Optional.empty();
            case Budgeting.Waits(Instant _, String reason) -> Optional.of(reason);
            case Budgeting.UsedUp(Instant _, String reason) -> Optional.of(reason);
        };
    }

    /** Why he waits until the budget renews, if that is what he waits for. */
    private Optional<String> usedUp(Callback.Promised promised) {
        return budget instanceof Budgeting.UsedUp(Instant renews, String reason)
                        && promised.notBefore().equals(renews)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private boolean due(Callback.Promised promised) {
        return !promised.notBefore().isAfter(clock.now())
                && times.at(promised.terms(), clock.now()) instanceof CallTime.Now;
    }

    /** From when on he may be called, and what keeps him from being called before. */
    private String waits(Callback.Promised promised) {
        Instant due = promised.notBefore();
        CallTime now = times.at(promised.terms(), clock.now());
        if (now instanceof CallTime.Later later && !due.isAfter(later.from())) {
            return " not before "
                    + clock.says(later.from())
                    + ": "
                    + later.reason()
                    + " until then";
        }
        return switch (times.at(promised.terms(), due)) {
            case CallTime.Now _ ->
                    " not before "
                            + clock.says(due)
                            + usedUp(promised).map(why -> ": " + why + " until then").orElse("");
            case CallTime.Later later ->
                    " not before "
                            + clock.says(later.from())
                            + ": "
                            + later.reason()
                            + " when it would be his turn";
            case CallTime.Never never -> " only by a person: " + never.reason();
        };
    }

    /** How an attempt stands or ended. */
    String attempt(Attempt attempt) {
        return what(attempt.purpose())
                + attempt.outcome()
                        .map(outcome ->
                                words(outcome, attempt.purpose())
                                        + ", "
                                        + clock.says(attempt.changedAt()))
                        .orElseGet(() -> words(attempt.state(), attempt.purpose()));
    }

    private static String what(Purpose purpose) {
        return switch (purpose) {
            case CALL -> "";
            case TELL -> "only to tell him when he is called: ";
            case SURVEY -> "only to ask how it was: ";
        };
    }

    private String ended(Instant at) {
        return clock.says(at) + ".";
    }

    private int tries() {
        return retry.retries() + 1;
    }

    private static boolean answered(Optional<Attempt> live) {
        return live.filter(attempt -> attempt.state() == AttemptState.ANSWERED).isPresent();
    }

    private static boolean tells(Optional<Attempt> live) {
        return live.filter(attempt -> attempt.purpose() == Purpose.TELL).isPresent();
    }

    private static String words(AttemptState state, Purpose purpose) {
        return switch (state) {
            case INTENT ->
                    (purpose == Purpose.CALL ? "holds the place in the queue, " : "")
                            + "nothing dialled yet";
            case CLAIMED -> "being dialled";
            case ANSWERED -> "answered, on the phone";
            case ENDED -> "over";
        };
    }

    private static String words(AttemptOutcome outcome, Purpose purpose) {
        return switch (outcome) {
            case KEPT -> "spoke with a rep";
            case VOID -> "was not dialled";
            case BUSY -> "busy";
            case NO_ANSWER -> "no answer";
            case NO_KEY -> "answered, but pressed no key (a machine perhaps)";
            case MESSAGE_LEFT -> "pressed no key, was told that his place is kept and to ring us";
            case TOLD ->
                    purpose == Purpose.SURVEY ? "agreed to be asked" : "was told when he is called";
            case DECLINED -> "declined the call";
            case NOT_NOW -> "asked to be called later";
            case NO_LONGER_NEEDED ->
                    purpose == Purpose.SURVEY
                            ? "did not want to be asked"
                            : "said the call is no longer needed";
            case GAVE_UP_HOLDING -> "hung up before a rep was there";
            case CUT_SHORT -> "spoke with a rep for less than ten seconds";
            case REP_LEFT -> "the rep hung up first";
            case CONGESTION -> "the trunk had no room";
            case FAILED -> "the number or the trunk did not work";
            case UNKNOWN -> "can't be told; counted as a try";
        };
    }
}
