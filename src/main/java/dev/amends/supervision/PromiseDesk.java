package dev.amends.supervision;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberVerdict;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Line;
import dev.amends.promise.Appointment;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimePolicy;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ordered;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.speech.Language;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Orders of our own people to call somebody, from any process on the same store: a running Amends
 * finds what was promised at its next tick. The rules for numbers hold as for everybody, the limits
 * of callers do not.
 */
public final class PromiseDesk {

    private static final String NO_PHONE =
            "this is no rep's phone; write it as his queue has it (queue show), such as PJSIP/rep1"
                    + " or Local/5001@from-queue/n";

    private final Ledger ledger;
    private final Addressees addressees;
    private final NumberJudge judge;
    private final Offers offers;
    private final Chance chance;

    public PromiseDesk(
            Ledger ledger, NumberPlan numbers, NumberJudge judge, Offers offers, Chance chance) {
        this.ledger = ledger;
        this.addressees = new Addressees(numbers, offers);
        this.judge = judge;
        this.offers = offers;
        this.chance = chance;
    }

    /**
     * What there is to choose from.
     *
     * @param languages those in use, the default first
     * @param times when whom may be called
     */
    public record Offers(List<Line> lines, Collection<Language> languages, CallTimes times) {
        public Offers {
            lines = List.copyOf(lines);
            languages = List.copyOf(languages);
        }

        /** The same where everybody may be called at any time. */
        public Offers(List<Line> lines, Collection<Language> languages) {
            this(lines, languages, CallTimes.ALWAYS);
        }
    }

    /** Where time and new ids come from. */
    public record Chance(InstantSource clock, Supplier<PromiseId> ids) {}

    /**
     * What is ordered, as a person wrote it.
     *
     * @param at when; nothing means as soon as it is his turn
     * @param rep whose phone, as his queue has it, if one rep promised it for that time
     * @param reason why, for the story
     * @param language in which he is spoken to; nothing means the default
     */
    public record Wanted(
            String number,
            String line,
            Optional<String> at,
            Optional<String> rep,
            Optional<String> reason,
            Optional<String> language) {}

    /** Promises it, or changes the time of what he was promised before. */
    public PromiseOrder promise(Wanted wanted) {
        return switch (addressees.read(wanted.number(), wanted.line(), wanted.language())) {
            case Addressee.Wrong(String why) -> refused(why);
            case Addressee.Known(Addressee who) -> promise(wanted, who);
        };
    }

    private PromiseOrder promise(Wanted wanted, Addressee who) {
        if (wanted.reason().filter(reason -> !OrderText.fits(reason.strip())).isPresent()) {
            return refused(OrderText.wrong("reason"));
        }
        if (wanted.rep().filter(rep -> !RepDevice.fits(rep)).isPresent()) {
            return refused(NO_PHONE);
        }
        return forbidden(who.number())
                .orElseGet(() -> timed(wanted, who.number(), who.line(), inLanguage(wanted, who)));
    }

    /** The one that is ordered, else that of a promise which he has already, else the default. */
    private Language inLanguage(Wanted wanted, Addressee who) {
        return wanted.language().isPresent()
                ? who.language()
                : ledger.openFor(who.number(), who.line().name())
                        .map(open -> open.terms().language())
                        .orElse(who.language());
    }

    private PromiseOrder timed(Wanted wanted, PhoneNumber number, Line line, Language language) {
        Instant now = chance.clock().instant();
        PromiseId id = chance.ids().get();
        CallbackTerms terms =
                new CallbackTerms(
                        id,
                        number,
                        line.name(),
                        new EffectiveArrival(now),
                        now,
                        CallbackTerms.byOrder(id),
                        0,
                        language);
        String why = wanted.reason().map(reason -> ": " + reason.strip()).orElse("");
        if (wanted.at().isEmpty()) {
            return inTurn(terms, line, now, why);
        }
        return switch (WishedTime.read(wanted.at().get(), line.zone(), now)) {
            case WishedTime.Wrong(String wrong) -> refused(wrong);
            case WishedTime.At(Instant at) -> within(by(wanted.rep(), terms, at), at, line, why);
        };
    }

    /** For this time, and that rep's if one is named. */
    private static CallbackTerms by(Optional<String> rep, CallbackTerms terms, Instant at) {
        CallbackTerms ordered = terms.ordered(at);
        return rep.map(RepDevice::new)
                .map(his -> ordered.with(new Appointment(his, at)))
                .orElse(ordered);
    }

    /** As soon as it is his turn, which is not before the line is open and he may be called. */
    private PromiseOrder inTurn(CallbackTerms terms, Line line, Instant now, String why) {
        String ordered = "ordered as soon as it is his turn" + why;
        return switch (CallTimePolicy.decide(
                line.hours(), offers.times().of(terms.number()), now)) {
            case CallTime.Now _ -> order(terms, ordered, line.zone(), Optional.empty());
            case CallTime.Later(Instant from, String later) ->
                    order(
                            terms,
                            ordered,
                            line.zone(),
                            Optional.of(
                                    "not before "
                                            + WishedTime.Words.DAY.format(from.atZone(line.zone()))
                                            + ", as "
                                            + later
                                            + " until then"));
            case CallTime.Never(String never) -> refused("he can't be called: " + never);
        };
    }

    /** At this time, or at the next one at which the line is open and he may be called. */
    private PromiseOrder within(CallbackTerms terms, Instant at, Line line, String why) {
        String when = WishedTime.Words.DAY.format(at.atZone(line.zone()));
        Optional<String> rep = rep(terms);
        String ordered =
                "ordered for %s (%s)%s"
                        .formatted(when, line.zone(), rep.map(his -> " by " + his).orElse(""));
        return switch (CallTimePolicy.promised(
                line.hours(), offers.times().of(terms.number()), at)) {
            case CallTime.Now _ -> order(terms, ordered + why, line.zone(), Optional.empty());
            case CallTime.Later(Instant from, String moved) ->
                    order(
                            by(rep, terms, from),
                            ordered + ", but " + moved + why,
                            line.zone(),
                            Optional.of("not at the time you gave: " + moved));
            case CallTime.Never(String never) -> refused("he can't be called: " + never);
        };
    }

    private PromiseOrder order(
            CallbackTerms terms, String reason, ZoneId zone, Optional<String> later) {
        return switch (ledger.order(terms, reason)) {
            case Ordered.Made(Callback.Promised made) ->
                    new PromiseOrder.Made(
                            made.id().shortForm(),
                            terms.number(),
                            made.notBefore().atZone(zone),
                            rep(made.terms()),
                            later);
            case Ordered.Moved(Callback.Promised moved, Instant before) ->
                    new PromiseOrder.Moved(
                            moved.id().shortForm(),
                            terms.number(),
                            moved.notBefore().atZone(zone),
                            rep(moved.terms()),
                            later,
                            before.atZone(zone));
            case Ordered.Refused(String why) -> refused(why);
        };
    }

    private static Optional<String> rep(CallbackTerms terms) {
        return terms.appointment().map(agreed -> agreed.rep().value());
    }

    private Optional<PromiseOrder> forbidden(PhoneNumber number) {
        return switch (judge.judge(number)) {
            case NumberVerdict.Allowed _ -> Optional.empty();
            case NumberVerdict.Refused(String why) ->
                    Optional.of(
                            refused(
                                    "this number may not be called: %s; see [numbers] in the settings"
                                            .formatted(why)));
            case NumberVerdict.Blocked(String why) ->
                    Optional.of(
                            refused(
                                    "this number may not be called: %s; see: amends unblock --help"
                                            .formatted(why)));
        };
    }

    private static PromiseOrder refused(String why) {
        return new PromiseOrder.Refused(why);
    }
}
