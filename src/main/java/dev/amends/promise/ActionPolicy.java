package dev.amends.promise;

import dev.amends.line.Hours;
import dev.amends.line.OpenPeriod;
import dev.amends.promise.ActionPromise.Asked;
import dev.amends.promise.ActionPromise.Open;
import dev.amends.promise.ActionPromise.Pending;
import dev.amends.promise.ActionPromise.Placed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When the owner of an action promise is asked whether it is done, and when that is not waited for
 * any longer. Its time may pass while he is asked: it is overdue once he says so, once he did not
 * answer too often, or an hour later, whatever happened. First rule that speaks wins.
 */
public final class ActionPolicy {

    /** So long after its time the owner can still say that it was done. */
    public static final Duration GRACE = Duration.ofHours(1);

    /** What he is asked again after, if he wishes. */
    public static final Duration LATER = Duration.ofMinutes(30);

    /** So long before his line closes he is asked at the latest, if its time comes after that. */
    private static final Duration BEFORE_CLOSING = Duration.ofMinutes(15);

    /** An order to ring that asked for no claim in this time has vanished. */
    private static final Duration TO_CLAIM = Duration.ofSeconds(15);

    /** Nobody is rung and asked for longer; the dialplan ends it before. */
    private static final Duration TO_ANSWER = Duration.ofMinutes(3);

    private final ActionSettings settings;
    private final List<Function<Seen, Optional<Next>>> rules =
            List.of(
                    this::nobodyToAsk,
                    this::tooLate,
                    this::usedUp,
                    this::notYet,
                    this::closed,
                    this::notFree);

    public ActionPolicy(ActionSettings settings) {
        this.settings = settings;
    }

    /**
     * What is known of an owner at this moment.
     *
     * @param lineOpen whether the line is
     * @param free whether he is a rep of the line and free
     */
    public record Owner(boolean lineOpen, boolean free) {}

    private record Seen(Open open, Owner owner, Instant now) {}

    /** What is to be done, with its reason. */
    public sealed interface Next {

        String reason();

        /** Ring him. */
        record Ask(String reason) implements Next {}

        /** Nothing now. */
        record Wait(String reason) implements Next {}

        /** It goes on like this. */
        record Goes(ActionPromise to, String reason) implements Next {}
    }

    /** When he is first asked: before its time, and while the line is open. */
    public Instant firstAsked(ActionTerms terms, Hours line) {
        if (terms.owner().phone().isEmpty()) {
            return terms.by();
        }
        Instant wished = terms.by().minus(settings.remindBefore());
        Instant first =
                line.open(wished)
                        ? wished
                        : lastOpen(line, terms.promisedAt(), wished)
                                .map(period -> beforeItsEnd(period))
                                .orElse(wished);
        return first.isAfter(terms.promisedAt()) ? first : terms.promisedAt();
    }

    private static Instant beforeItsEnd(OpenPeriod period) {
        Instant first = period.to().minus(BEFORE_CLOSING);
        return first.isAfter(period.from()) ? first : period.from();
    }

    /** The last time without a break in which it is open between these two. */
    private static Optional<OpenPeriod> lastOpen(Hours line, Instant from, Instant to) {
        Optional<OpenPeriod> last = Optional.empty();
        Optional<OpenPeriod> next = line.period(from);
        while (next.isPresent() && !next.get().to().isAfter(to)) {
            last = next;
            next = line.period(next.get().to());
        }
        return last;
    }

    /** Whether an order to ring that was given then is still to be obeyed. */
    public boolean mayClaim(Placed placed, Instant now) {
        return !over(placed.since(), TO_CLAIM, now);
    }

    /** What is to be done about it at this moment. */
    public Next decide(Pending action, Owner owner, Instant now) {
        return switch (action) {
            case Open open -> first(new Seen(open, owner, now));
            case Placed placed when over(placed.since(), TO_CLAIM, now) ->
                    new Next.Goes(placed.again(now), "his phone did not come to ring");
            case Asked asked when over(asked.since(), TO_ANSWER, now) -> unheard(asked, now);
            case Placed _ -> new Next.Wait("his phone is about to ring");
            case Asked _ -> new Next.Wait("he is being asked");
        };
    }

    /** What becomes of it when he was rung and did not say whether it is done. */
    public Next.Goes unheard(Asked asked, Instant now) {
        int inARow = asked.unanswered() + 1;
        Instant gap = now.plus(settings.gap());
        Instant by = asked.terms().by();
        boolean rest = inARow >= settings.tries() && now.isBefore(by);
        Open next =
                rest
                        ? asked.unheard(0, gap.isAfter(by) ? gap : by)
                        : asked.unheard(inARow, earlier(gap, latest(asked)));
        return new Next.Goes(
                next, "did not say whether it is done; " + inARow + " of " + settings.tries());
    }

    /** The same when he wants to be asked again; nothing when there is no time for that. */
    public Optional<Open> later(Asked asked, Instant now) {
        Instant then = now.plus(LATER);
        return then.isBefore(latest(asked)) ? Optional.of(asked.later(then)) : Optional.empty();
    }

    private Next first(Seen seen) {
        return rules.stream()
                .map(rule -> rule.apply(seen))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Next.Ask("his phone is rung, to ask whether it is done"));
    }

    private Optional<Next> nobodyToAsk(Seen seen) {
        boolean due = !seen.now().isBefore(seen.open().terms().by());
        return due && seen.open().terms().owner().phone().isEmpty()
                ? overdue(seen, "its time has come, and its owner is no phone that could be asked")
                : Optional.empty();
    }

    private Optional<Next> tooLate(Seen seen) {
        return seen.now().isBefore(latest(seen.open()))
                ? Optional.empty()
                : overdue(
                        seen,
                        "nobody has said within an hour after its time that it is done"
                                + (seen.owner().free()
                                        ? ""
                                        : "; its owner is no rep of the line who is free to be asked"));
    }

    private Optional<Next> usedUp(Seen seen) {
        int tries = settings.tries();
        return seen.open().unanswered() < tries
                ? Optional.empty()
                : overdue(
                        seen,
                        "its owner did not answer"
                                + (tries == 1 ? "" : ", " + tries + " times in a row"));
    }

    private Optional<Next> notYet(Seen seen) {
        return seen.now().isBefore(seen.open().askFrom())
                ? wait("its owner is not asked yet")
                : Optional.empty();
    }

    private Optional<Next> closed(Seen seen) {
        return seen.owner().lineOpen() ? Optional.empty() : wait("the line is closed");
    }

    private Optional<Next> notFree(Seen seen) {
        return seen.owner().free() ? Optional.empty() : wait("its owner is not free");
    }

    private static Optional<Next> wait(String why) {
        return Optional.of(new Next.Wait(why));
    }

    private static Optional<Next> overdue(Seen seen, String why) {
        return Optional.of(new Next.Goes(seen.open().overdue(seen.now()), why));
    }

    private static boolean over(Instant since, Duration most, Instant now) {
        return !now.isBefore(since.plus(most));
    }

    private static Instant latest(ActionPromise action) {
        return action.terms().by().plus(GRACE);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
