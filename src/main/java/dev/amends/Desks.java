package dev.amends;

import dev.amends.asterisk.Trunk;
import dev.amends.asterisk.TurnDesk;
import dev.amends.asterisk.TurnWriter;
import dev.amends.asterisk.UnwrittenMarks;
import dev.amends.caller.CallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.care.Matters;
import dev.amends.dialing.CallerFirst;
import dev.amends.dialing.ClaimDesk;
import dev.amends.dialing.Dialing;
import dev.amends.dialing.Hint;
import dev.amends.dialing.OwnerCalls;
import dev.amends.dialing.OwnerDesk;
import dev.amends.dialing.Owners;
import dev.amends.line.ArrivalCounts;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.CallTimes;
import dev.amends.promise.PromiseId;
import dev.amends.reception.AskedDesk;
import dev.amends.reception.IntakeDesk;
import dev.amends.reception.LaterDesk;
import dev.amends.reception.Orders;
import dev.amends.reception.Reception;
import dev.amends.reception.SlotBook;
import dev.amends.speech.Languages;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Puts together the desks that answer turns; a part of the {@link Assembly}. */
record Desks(
        Settings settings,
        Map<LineName, Line> lines,
        InstantSource clock,
        Supplier<String> freshIds) {

    /** The promised actions, and what is known of their owners. */
    record Owned(OwnerCalls.Book book, Owners owners) {}

    TurnDesk desk(
            ClaimDesk.Book book,
            Owned owned,
            CallerBook callers,
            Matters matters,
            ArrivalCounts arrivals,
            Floor floor,
            CallerFirst first,
            Dialing dialing,
            UnwrittenMarks unwritten) {
        NumberPlan numbers = new NumberPlan(settings.homeRegion());
        CallTimes times = book.times();
        NumberJudge judge = NumberJudge.by(new NumberPolicy(numbers, settings.numbers()), callers);
        Reception.Tongue tongue = new Reception.Tongue(numbers, Languages.of(settings.languages()));
        Reception.Chance chance = new Reception.Chance(clock, () -> new PromiseId(freshIds.get()));
        Orders orders =
                new Orders(
                        book.ledger(),
                        book.settler(),
                        callers,
                        settings.limits(),
                        id -> dialing.hint(new Hint.AboutPromise(id)));
        Reception reception =
                new Reception(
                        new Reception.Rules(
                                lines,
                                settings.recognition(),
                                tongue,
                                judge,
                                times,
                                settings.called()),
                        new Reception.Memory(
                                callers, book.ledger(), new SlotBook(settings.reps(), arrivals)),
                        floor,
                        orders,
                        chance);
        LaterDesk later =
                new LaterDesk(
                        new LaterDesk.Rules(lines, settings.later(), tongue, judge, times),
                        book.ledger(),
                        floor,
                        orders,
                        chance);
        IntakeDesk intake =
                new IntakeDesk(
                        new IntakeDesk.Rules(lines, settings.intake(), tongue),
                        new IntakeDesk.Memory(callers, book.ledger(), matters),
                        floor,
                        clock);
        ClaimDesk claims =
                new ClaimDesk(book, floor, lines, judge, settings.dialing(), first, clock);
        AskedDesk asked =
                new AskedDesk(
                        owned.book().actions(),
                        owned.book().rules(),
                        owned.book().settler(),
                        tongue.languages(),
                        clock);
        OwnerDesk phones =
                new OwnerDesk(owned.book(), owned.owners(), settings.actions().ring(), clock);
        return new TurnDesk(
                asked.besides(later.besides(intake.before(reception))),
                new TurnDesk.Attempts(
                        attempt -> claims.seat(attempt).or(() -> phones.seat(attempt)),
                        claims::rep,
                        claims::claim),
                unwritten,
                new TurnWriter(new Trunk(settings.pbx().trunk())));
    }
}
