package dev.amends.supervision;

import dev.amends.caller.NumberPlan;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Actions;
import dev.amends.promise.Callback;
import dev.amends.promise.Deed;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ordered;
import dev.amends.promise.Promise;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Orders of our own people about promised actions, and to withdraw a promised call, from any
 * process on the same store: a running Amends looks after them from its next second on.
 */
public final class ActionDesk {

    private final Book book;
    private final Addressees addressees;
    private final ActionSettings settings;
    private final PromiseDesk.Chance chance;

    public ActionDesk(
            Book book,
            NumberPlan numbers,
            PromiseDesk.Offers offers,
            ActionSettings settings,
            PromiseDesk.Chance chance) {
        this.book = book;
        this.addressees = new Addressees(numbers, offers);
        this.settings = settings;
        this.chance = chance;
    }

    /** The promised actions, how they are moved on, and the promised calls. */
    public record Book(Actions actions, ActionSettler settler, Ledger ledger) {}

    /**
     * What is promised, as a person wrote it.
     *
     * @param owner who has to do it: a rep's phone as his queue has it, or anybody's name
     * @param by when it will have been done
     * @param reason why, for the story
     */
    public record Wanted(
            String number,
            String line,
            String deed,
            String owner,
            String by,
            Optional<String> reason,
            Optional<String> language) {}

    /** How a person ends it. */
    public enum Ending {
        DONE("said to be done"),
        NOT_DONE("said not to be done"),
        WITHDRAWN("not wanted any more");

        private final String words;

        Ending(String words) {
            this.words = words;
        }
    }

    /** How they went so far, in a few words; nothing when none was promised. */
    public Optional<String> score() {
        Actions.Score score = book.actions().score();
        return score.equals(new Actions.Score(0, 0, 0))
                ? Optional.empty()
                : Optional.of(
                        "Promised actions: %d done in time, %d late, %d overdue."
                                .formatted(score.inTime(), score.late(), score.overdue()));
    }

    /** Promises it. */
    public ActionOrder promise(Wanted wanted) {
        return switch (addressees.read(wanted.number(), wanted.line(), wanted.language())) {
            case Addressee.Wrong(String why) -> new ActionOrder.Refused(why);
            case Addressee.Known(Addressee who) ->
                    unfit(wanted)
                            .<ActionOrder>map(ActionOrder.Refused::new)
                            .orElseGet(() -> timed(wanted, who));
        };
    }

    private static Optional<String> unfit(Wanted wanted) {
        if (!OrderText.fits(wanted.deed().strip())) {
            return Optional.of(OrderText.wrong("action"));
        }
        if (!OrderText.fits(wanted.owner().strip())) {
            return Optional.of(OrderText.wrong("owner"));
        }
        return wanted.reason()
                .filter(reason -> !OrderText.fits(reason.strip()))
                .map(_ -> OrderText.wrong("reason"));
    }

    private ActionOrder timed(Wanted wanted, Addressee who) {
        Instant now = chance.clock().instant();
        return switch (WishedTime.read(wanted.by(), who.line().zone(), now)) {
            case WishedTime.Wrong(String wrong) -> new ActionOrder.Refused(wrong);
            case WishedTime.At(Instant by) -> promised(terms(wanted, who, by, now), wanted, who);
        };
    }

    private ActionTerms terms(Wanted wanted, Addressee who, Instant by, Instant now) {
        return new ActionTerms(
                chance.ids().get(),
                Deed.of(wanted.deed(), settings.codes()),
                new ActionOwner(wanted.owner().strip()),
                who.number(),
                who.line().name(),
                by,
                now,
                who.language());
    }

    private ActionOrder promised(ActionTerms terms, Wanted wanted, Addressee who) {
        ZoneId zone = who.line().zone();
        String why = wanted.reason().map(reason -> ": " + reason.strip()).orElse("");
        ActionPromise.Open made =
                book.settler()
                        .promise(
                                terms,
                                who.line().hours(),
                                "promised by an order, until %s (%s)%s"
                                        .formatted(
                                                WishedTime.Words.DAY.format(
                                                        terms.by().atZone(zone)),
                                                zone,
                                                why));
        return new ActionOrder.Promised(
                terms.id().shortForm(),
                terms.deed().text(),
                terms.number(),
                terms.owner().name(),
                terms.by().atZone(zone),
                terms.owner().phone().map(_ -> made.askFrom().atZone(zone)));
    }

    /** Ends the one whose id begins so. */
    public PromiseEnd end(String idPrefix, Ending how, String note) {
        String noted = note.strip();
        if (!OrderText.fits(noted)) {
            return refused(OrderText.wrong("note"));
        }
        return switch (IdPrefix.read(idPrefix)) {
            case IdPrefix.Wrong(String why) -> refused(why);
            case IdPrefix.Read(String prefix) -> {
                List<Promise> found = IdPrefix.find(prefix, book.ledger(), book.actions());
                yield switch (found.size()) {
                    case 0 ->
                            refused(
                                    "there is no promise whose id begins with %s; see: amends promises list"
                                            .formatted(prefix));
                    case 1 ->
                            switch (found.getFirst()) {
                                case ActionPromise action -> end(action, how, noted);
                                case Callback call -> end(call, how, noted);
                            };
                    default -> refused(IdPrefix.ambiguous("promises", prefix, found));
                };
            }
        };
    }

    /** A running Amends finds it over at its next look, and takes his placeholder away. */
    private PromiseEnd end(Callback call, Ending how, String note) {
        if (how != Ending.WITHDRAWN) {
            return refused(
                    "promise %s is a call, which is kept by speaking with him; if nobody needs it: amends promises withdraw"
                            .formatted(call.id()));
        }
        Instant now = chance.clock().instant();
        return switch (call) {
            case Callback.Promised promised ->
                    book.ledger()
                                    .move(
                                            promised,
                                            promised.withdrawn(now),
                                            how.words + ": " + note,
                                            now)
                            ? new PromiseEnd.Ended(
                                    call.id().shortForm(),
                                    "call to " + call.number(),
                                    "withdrawn, he is not called")
                            : refused("it has just been moved; look at it again, then repeat this");
            case Callback.Unspoken _, Callback.Dialing _ ->
                    refused(Ordered.Refused.underWay(call).why());
            case Callback.Kept _, Callback.Withdrawn _, Callback.Broken _ ->
                    refused("it is over already: " + call.word());
        };
    }

    private PromiseEnd end(ActionPromise action, Ending how, String note) {
        Instant now = chance.clock().instant();
        String why = how.words + ": " + note;
        return switch (action) {
            case ActionPromise.Pending pending -> end(pending, how, why, now);
            case ActionPromise.Overdue overdue ->
                    switch (how) {
                        case DONE -> moved(overdue, overdue.done(now), why, now);
                        case WITHDRAWN -> moved(overdue, overdue.withdrawn(now), why, now);
                        case NOT_DONE -> refused("that is known already; see: amends tasks list");
                    };
            case ActionPromise.Done done -> refused("it is done already, " + ActionWords.how(done));
            case ActionPromise.Withdrawn _ -> refused("it was withdrawn already");
        };
    }

    private PromiseEnd end(ActionPromise.Pending pending, Ending how, String why, Instant now) {
        return switch (how) {
            case DONE -> moved(pending, pending.done(now), why, now);
            case WITHDRAWN -> moved(pending, pending.withdrawn(now), why, now);
            case NOT_DONE ->
                    book.settler().notKept(pending, why, now)
                            ? ended(pending, "not kept; it is a task, and the caller is called")
                            : again();
        };
    }

    private PromiseEnd moved(ActionPromise from, ActionPromise to, String why, Instant now) {
        return book.actions().move(from, to, why, now) ? ended(to, ActionWords.how(to)) : again();
    }

    private static PromiseEnd ended(ActionPromise action, String how) {
        return new PromiseEnd.Ended(action.id().shortForm(), action.terms().deed().text(), how);
    }

    private static PromiseEnd again() {
        return refused("its owner has just been asked; look at it again, then repeat this");
    }

    private static PromiseEnd refused(String why) {
        return new PromiseEnd.Refused(why);
    }
}
