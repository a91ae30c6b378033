package dev.amends.supervision;

import dev.amends.caller.CallerBook;
import dev.amends.caller.Flag;
import dev.amends.caller.Linking;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Actions;
import dev.amends.promise.Attempt;
import dev.amends.promise.BudgetPolicy;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Promise;
import dev.amends.promise.PromiseId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What supervisors and administrators may order and see, from any process on the same store. */
public final class Supervision {

    /** How many promises a list shows at most. */
    public static final int LONGEST_LIST = 1000;

    /** What is wrong with a number that is none. */
    public static final String NO_NUMBER =
            "this is not a telephone number; write it with its country code, such as"
                    + " +12025550123";

    private final CallerBook callers;
    private final Ledger ledger;
    private final Actions actions;
    private final NumberPlan numbers;
    private final SupervisionTerms terms;

    public Supervision(
            CallerBook callers,
            Ledger ledger,
            Actions actions,
            NumberPlan numbers,
            SupervisionTerms terms) {
        this.callers = callers;
        this.ledger = ledger;
        this.actions = actions;
        this.numbers = numbers;
        this.terms = terms;
    }

    /** Flags the person behind a number, so that he reaches a senior rep until the flag fades. */
    public FlagOrder flag(String number, String reason) {
        String why = reason.strip();
        if (!OrderText.fits(why)) {
            return new FlagOrder.Refused(OrderText.wrong("reason"));
        }
        Optional<PhoneNumber> read = numbers.read(number.strip());
        if (read.isEmpty()) {
            return new FlagOrder.Refused(NO_NUMBER);
        }
        Instant now = terms.clock().instant();
        Instant until = now.plus(terms.flagFades());
        callers.flag(read.get(), new Flag(why, now, until));
        return new FlagOrder.Flagged(read.get(), until.atZone(terms.zones().own()));
    }

    /** The flags that count, the newest first; at most {@link #LONGEST_LIST}. */
    public List<FlagRow> flags(boolean withFaded) {
        Instant now = terms.clock().instant();
        return callers.flags(now, withFaded, LONGEST_LIST).stream()
                .map(found ->
                        new FlagRow(
                                found.number().toString(),
                                found.flag().kind().word(),
                                found.flag().reason(),
                                found.flag().by().isEmpty() ? "amends flag" : found.flag().by(),
                                found.flag().since().atZone(terms.zones().own()),
                                found.flag().fadesAt().atZone(terms.zones().own())))
                .toList();
    }

    /** Puts a number on the block list: it is never called, whoever asks for it. */
    public BlockOrder block(String number, String reason) {
        String why = reason.strip();
        if (!OrderText.fits(why)) {
            return new BlockOrder.Refused(OrderText.wrong("reason"));
        }
        Optional<PhoneNumber> read = numbers.read(number.strip());
        if (read.isEmpty()) {
            return new BlockOrder.Refused(NO_NUMBER);
        }
        callers.block(read.get(), why, terms.clock().instant());
        return new BlockOrder.Done(read.get());
    }

    /** Takes a number off the block list. */
    public BlockOrder unblock(String number) {
        Optional<PhoneNumber> read = numbers.read(number.strip());
        if (read.isEmpty()) {
            return new BlockOrder.Refused(NO_NUMBER);
        }
        return callers.unblock(read.get())
                ? new BlockOrder.Done(read.get())
                : new BlockOrder.Refused("this number is not on the block list");
    }

    /** Calls, open ones first, then actions; at most {@link #LONGEST_LIST}. */
    public List<PromiseRow> promises(boolean withEnded) {
        return Stream.concat(
                        calls(withEnded).stream(),
                        actions.list(withEnded, LONGEST_LIST).stream().map(this::row))
                .limit(LONGEST_LIST)
                .toList();
    }

    private List<PromiseRow> calls(boolean withEnded) {
        PromiseWords words = words();
        Map<PromiseId, Attempt> live =
                ledger.liveAttempts().stream()
                        .map(Ledger.AttemptOnRecord::attempt)
                        .collect(
                                Collectors.toMap(
                                        Attempt::promise, Function.identity(), (one, _) -> one));
        Set<PromiseId> present =
                ledger.present().stream()
                        .map(waits -> waits.promise().id())
                        .collect(Collectors.toSet());
        return ledger.list(withEnded, LONGEST_LIST).stream()
                .map(callback ->
                        row(
                                words.in(terms.zones().of(callback.line())),
                                callback,
                                new PromiseWords.Standing(
                                        Optional.ofNullable(live.get(callback.id())),
                                        present.contains(callback.id()),
                                        blocked(callback),
                                        reason(callback))))
                .toList();
    }

    /** Whether an open promise is to a number that a person has put out of bounds. */
    private boolean blocked(Callback callback) {
        return callback.open() && callers.blocked(callback.number());
    }

    /** Why it was withdrawn, or what a person noted who saw to it after it was broken. */
    private String reason(Callback callback) {
        return switch (callback) {
            case Callback.Withdrawn withdrawn -> reason(callback, withdrawn.word());
            case Callback.Broken _ -> reason(callback, Story.SEEN_TO);
            default -> "";
        };
    }

    private String reason(Callback callback, String what) {
        return Story.reason(ledger.story(callback.id()), what);
    }

    /** These two numbers are one person's: what belongs to the second goes to the first. */
    public LinkOrder link(String number, String joins) {
        return both(number, joins, callers::link);
    }

    /** The number is a person's of its own again. */
    public LinkOrder unlink(String number) {
        return both(number, number, (_, own, now) -> callers.unlink(own, now));
    }

    private interface LinksNumbers {
        Linking carryOut(PhoneNumber number, PhoneNumber other, Instant now);
    }

    private LinkOrder both(String one, String other, LinksNumbers order) {
        Optional<PhoneNumber> first = numbers.read(one.strip());
        Optional<PhoneNumber> second = numbers.read(other.strip());
        if (first.isEmpty() || second.isEmpty()) {
            return new LinkOrder.Refused(NO_NUMBER);
        }
        Instant now = terms.clock().instant();
        return switch (order.carryOut(first.get(), second.get(), now)) {
            case Linking.Done(List<Linking.Merged> merged) ->
                    new LinkOrder.Done(
                            first.get(),
                            second.get(),
                            merged.stream().flatMap(two -> merged(two).stream()).toList());
            case Linking.Refused(String why) -> new LinkOrder.Refused(why);
        };
    }

    private Optional<LinkOrder.Merged> merged(Linking.Merged two) {
        return ledger.find(new PromiseId(two.stays()))
                .flatMap(stays ->
                        ledger.find(new PromiseId(two.withdrawn()))
                                .map(withdrawn ->
                                        new LinkOrder.Merged(
                                                terms.zones().named(stays.line()),
                                                one(stays),
                                                one(withdrawn))));
    }

    private LinkOrder.One one(Callback callback) {
        return new LinkOrder.One(
                callback.id().shortForm(), CallWords.told(callback.terms(), clock(callback)));
    }

    /** The story of the promise whose id begins so. */
    public Explanation explain(String idPrefix) {
        return switch (IdPrefix.read(idPrefix)) {
            case IdPrefix.Wrong(String why) -> new Explanation.Refused(why);
            case IdPrefix.Read(String prefix) -> explainThe(prefix);
        };
    }

    private Explanation explainThe(String prefix) {
        List<Promise> found = IdPrefix.find(prefix, ledger, actions);
        return switch (found.size()) {
            case 0 ->
                    new Explanation.Refused(
                            "there is no promise whose id begins with "
                                    + prefix
                                    + "; see: amends promises list --all");
            case 1 -> new Explanation.Told(told(found.getFirst()));
            default -> new Explanation.Refused(IdPrefix.ambiguous("promises", prefix, found));
        };
    }

    private List<String> told(Promise promise) {
        String line = terms.zones().named(promise.line());
        return switch (promise) {
            case Callback callback ->
                    story(callback).tell(words().in(terms.zones().of(callback.line())), line);
            case ActionPromise action ->
                    new ActionStory(action, actions.story(action.id())).tell(clock(action), line);
        };
    }

    private WallClock clock(Promise promise) {
        return terms.wallClock().in(terms.zones().of(promise.line()));
    }

    private Story story(Callback callback) {
        long before =
                ledger.list(false, LONGEST_LIST).stream()
                        .filter(other -> other.terms().line().equals(callback.terms().line()))
                        .filter(other ->
                                other.terms().arrival().compareTo(callback.terms().arrival()) < 0)
                        .count();
        return new Story(
                callback,
                ledger.attemptsOf(callback.id()),
                ledger.story(callback.id()),
                before,
                ledger.presentIn(callback.id()).isPresent(),
                blocked(callback));
    }

    private PromiseRow row(PromiseWords words, Callback callback, PromiseWords.Standing standing) {
        return new PromiseRow(
                callback.id().shortForm(),
                callback.terms().number().toString(),
                terms.zones().named(callback.line()),
                words.clock().local(callback.terms().askedAt()),
                callback.word(),
                callback.tries().made(),
                words.overdue(callback).isPresent(),
                words.brief(callback, standing));
    }

    private PromiseRow row(ActionPromise action) {
        WallClock clock = clock(action);
        String seenTo =
                action instanceof ActionPromise.Overdue
                        ? Story.reason(actions.story(action.id()), Story.SEEN_TO)
                        : "";
        return new PromiseRow(
                action.id().shortForm(),
                action.number().toString(),
                terms.zones().named(action.line()),
                clock.local(action.terms().promisedAt()),
                action.word(),
                action.unanswered(),
                new ActionWords(clock).overdue(action),
                new ActionWords(clock).brief(action, seenTo));
    }

    private PromiseWords words() {
        Instant now = terms.clock().instant();
        return new PromiseWords(
                new WallClock(terms.zones().own(), now),
                terms.retry(),
                terms.times(),
                BudgetPolicy.decide(terms.budget(), ledger.spent(terms.budget(), now), now),
                terms.lateness());
    }
}
