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
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.reception.AllDesks;
import dev.amends.reception.ConsentBook;
import dev.amends.reception.Orders;
import dev.amends.reception.Reception;
import dev.amends.reception.RepsWhoKnow;
import dev.amends.reception.SlotBook;
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
        ClaimDesk claims =
                new ClaimDesk(
                        book.telling(briefs, upsetNow(tempers(remembered))),
                        floor,
                        lines,
                        judge,
                        settings.dialing(),
                        first,
                        clock);
        OwnerDesk phones =
                new OwnerDesk(owned.book(), owned.owners(), settings.actions().ring(), clock);
        AllDesks desks =
                new AllDesks(
                        rules(
                                new Reception.Rules(
                                        lines,
                                        settings.recognition(),
                                        tongue,
                                        judge,
                                        times,
                                        settings.called(),
                                        briefs)),
                        memory(remembered, book.ledger(), tongue.languages()),
                        new AllDesks.Promised(
                                orders,
                                owned.book().actions(),
                                owned.book().rules(),
                                owned.book().settler()),
                        floor,
                        hardCalls,
                        chance);
        return new TurnDesk(
                desks.dialogues(),
                new TurnDesk.Attempts(
                        attempt -> claims.seat(attempt).or(() -> phones.seat(attempt)),
                        desks::stories,
                        claims::rep,
                        claims::claim),
                unwritten,
                new TurnWriter(new Trunk(settings.pbx().trunk()), settings.recordings().folder()));
    }

    private AllDesks.Rules rules(Reception.Rules arrivals) {
        return new AllDesks.Rules(
                arrivals,
                settings.intake(),
                settings.later(),
                settings.closing(),
                settings.barring().inWriting());
    }

    private AllDesks.Memory memory(Remembered remembered, Ledger ledger, Languages languages) {
        return new AllDesks.Memory(
                new Reception.Memory(
                        remembered.callers(),
                        remembered.signals(),
                        upset,
                        RepsWhoKnow.of(remembered.matters(), settings.seniors()),
                        ledger,
                        new SlotBook(settings.reps(), remembered.arrivals())),
                remembered.bars(),
                remembered.matters(),
                new ConsentBook(
                        remembered.consents(),
                        new Wordings(languages.inUse(), sounds),
                        clock,
                        () -> new RecordingId(freshIds.get())),
                remembered.stories(),
                new FolderOfRecordings(settings.recordings().folder()),
                remembered.afterCalls());
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
