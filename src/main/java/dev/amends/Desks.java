package dev.amends;

import dev.amends.asterisk.Trunk;
import dev.amends.asterisk.TurnDesk;
import dev.amends.asterisk.TurnWriter;
import dev.amends.asterisk.UnwrittenMarks;
import dev.amends.caller.CallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Tempers;
import dev.amends.care.BriefPolicy;
import dev.amends.care.Briefs;
import dev.amends.care.Consents;
import dev.amends.care.Matters;
import dev.amends.care.RecordingId;
import dev.amends.care.Sounds;
import dev.amends.care.Wordings;
import dev.amends.dialing.CallerFirst;
import dev.amends.dialing.ClaimDesk;
import dev.amends.dialing.Dialing;
import dev.amends.dialing.Hint;
import dev.amends.dialing.OwnerCalls;
import dev.amends.dialing.OwnerDesk;
import dev.amends.dialing.Owners;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.CallTimes;
import dev.amends.promise.PromiseId;
import dev.amends.reception.AfterCallDesk;
import dev.amends.reception.AskedDesk;
import dev.amends.reception.BarredDesk;
import dev.amends.reception.CalledConsentDesk;
import dev.amends.reception.ConsentBook;
import dev.amends.reception.Dialogues;
import dev.amends.reception.FloorDesk;
import dev.amends.reception.HammeredKeys;
import dev.amends.reception.IntakeDesk;
import dev.amends.reception.KnownDesk;
import dev.amends.reception.LaterDesk;
import dev.amends.reception.Orders;
import dev.amends.reception.Reception;
import dev.amends.reception.RepsWhoKnow;
import dev.amends.reception.SlotBook;
import dev.amends.reception.StoryDesk;
import dev.amends.routing.UpsetShare;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.SpokenLength;
import dev.amends.staff.HardCall;
import dev.amends.store.FolderOfRecordings;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts together the desks that answer turns; a part of the {@link Assembly}. */
record Desks(
        Settings settings,
        Map<LineName, Line> lines,
        InstantSource clock,
        UpsetShare upset,
        Sounds sounds,
        Supplier<String> freshIds) {

    /** The promised actions, and what is known of their owners. */
    record Owned(OwnerCalls.Book book, Owners owners) {}

    /**
     * @param hardCalls told of each hard call that is over for its rep
     */
    TurnDesk desk(
            ClaimDesk.Book book,
            Owned owned,
            Remembered remembered,
            Consumer<HardCall> hardCalls,
            Floor floor,
            CallerFirst first,
            Dialing dialing,
            UnwrittenMarks unwritten) {
        CallerBook callers = remembered.callers();
        NumberPlan numbers = new NumberPlan(settings.homeRegion());
        CallTimes times = book.times();
        NumberJudge judge =
                NumberJudge.by(new NumberPolicy(numbers, settings.numbers()), callers)
                        .butNot(number ->
                                remembered.bars().of(number, clock.instant()).isPresent());
        Reception.Tongue tongue = new Reception.Tongue(numbers, Languages.of(settings.languages()));
        Reception.Chance chance = new Reception.Chance(clock, () -> new PromiseId(freshIds.get()));
        Orders orders =
                new Orders(
                        book.ledger(),
                        book.settler(),
                        callers,
                        settings.limits(),
                        id -> dialing.hint(new Hint.AboutPromise(id)));
        Briefs briefs = briefs(remembered.matters(), tongue.languages());
        Reception reception =
                new Reception(
                        new Reception.Rules(
                                lines,
                                settings.recognition(),
                                tongue,
                                judge,
                                times,
                                settings.called(),
                                briefs),
                        new Reception.Memory(
                                callers,
                                remembered.signals(),
                                upset,
                                RepsWhoKnow.of(remembered.matters(), settings.seniors()),
                                book.ledger(),
                                new SlotBook(settings.reps(), remembered.arrivals())),
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
        ConsentBook consents = consents(remembered.consents(), tongue);
        StoryDesk stories = stories(remembered, book, tongue, consents, floor);
        IntakeDesk intake =
                new IntakeDesk(
                        new IntakeDesk.Rules(lines, settings.intake(), tongue),
                        new IntakeDesk.Memory(callers, book.ledger(), remembered.matters()),
                        consents,
                        stories,
                        floor,
                        clock);
        Dialogues asking =
                stories.before(
                        new CalledConsentDesk(book.ledger(), consents)
                                .before(intake.before(reception)));
        KnownDesk known = new KnownDesk(remembered.matters(), book.ledger(), tongue, clock);
        ClaimDesk claims =
                new ClaimDesk(
                        book.telling(briefs, upsetNow(tempers(remembered))),
                        floor,
                        lines,
                        judge,
                        settings.dialing(),
                        first,
                        clock);
        AskedDesk asked =
                new AskedDesk(
                        owned.book().actions(),
                        owned.book().rules(),
                        owned.book().settler(),
                        tongue.languages(),
                        clock);
        AfterCallDesk after =
                new AfterCallDesk(
                        new AfterCallDesk.Rules(lines, settings.closing(), tongue),
                        new AfterCallDesk.Memory(
                                remembered.afterCalls(),
                                remembered.signals(),
                                book.ledger(),
                                owned.book().settler()),
                        floor,
                        clock);
        OwnerDesk phones =
                new OwnerDesk(owned.book(), owned.owners(), settings.actions().ring(), clock);
        BarredDesk barred =
                new BarredDesk(
                        remembered.bars(),
                        new BarredDesk.Rules(lines, settings.barring().inWriting(), tongue),
                        clock);
        FloorDesk onFloor = new FloorDesk(remembered.signals(), hardCalls, lines, floor, clock);
        HammeredKeys hammered = new HammeredKeys(remembered.signals(), clock);
        return new TurnDesk(
                hammered.seenIn(
                        barred.before(
                                onFloor.besides(
                                        after.besides(
                                                asked.besides(
                                                        later.besides(known.besides(asking))))))),
                new TurnDesk.Attempts(
                        attempt -> claims.seat(attempt).or(() -> phones.seat(attempt)),
                        stories::ofAttempt,
                        claims::rep,
                        claims::claim),
                unwritten,
                new TurnWriter(new Trunk(settings.pbx().trunk()), settings.recordings().folder()));
    }

    private ConsentBook consents(Consents consents, Reception.Tongue tongue) {
        return new ConsentBook(
                consents,
                new Wordings(tongue.languages().inUse(), sounds),
                clock,
                () -> new RecordingId(freshIds.get()));
    }

    private StoryDesk stories(
            Remembered remembered,
            ClaimDesk.Book book,
            Reception.Tongue tongue,
            ConsentBook consents,
            Floor floor) {
        return new StoryDesk(
                new StoryDesk.Rules(lines, settings.intake(), tongue),
                new StoryDesk.Memory(
                        remembered.stories(),
                        new FolderOfRecordings(settings.recordings().folder()),
                        remembered.matters(),
                        book.ledger(),
                        tempers(remembered),
                        remembered.signals()),
                consents,
                floor,
                clock);
    }

    private Tempers tempers(Remembered remembered) {
        return new Tempers(remembered.callers(), remembered.signals(), settings.recognition());
    }

    private Predicate<PhoneNumber> upsetNow(Tempers tempers) {
        return number -> tempers.of(Optional.of(number), clock.instant()).level().hard();
    }

    /** Reps' languages are not known beforehand: numbers are spelled in the first one. */
    private Briefs briefs(Matters matters, Languages languages) {
        Language first = languages.inUse().iterator().next();
        BriefPolicy policy =
                BriefPolicy.spokenBy(languages.spelling(first), SpokenLength.in(first));
        return new Briefs(
                matters::of,
                settings.briefed().stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> policy)));
    }
}
