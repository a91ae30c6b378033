package dev.amends;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.Tempers;
import dev.amends.care.RecordingKeeper;
import dev.amends.care.RecordingSettings;
import dev.amends.dialing.ClaimDesk;
import dev.amends.dialing.LateMessages;
import dev.amends.dialing.Messenger;
import dev.amends.dialing.OutboundLine;
import dev.amends.dialing.OwnerCalls;
import dev.amends.dialing.SurveyCalls;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.Actions;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Surveys;
import dev.amends.reception.LateTexts;
import dev.amends.speech.Languages;
import dev.amends.store.FolderOfRecordings;
import dev.amends.store.Store;
import dev.amends.supervision.ActionDesk;
import dev.amends.supervision.BarDesk;
import dev.amends.supervision.BreatherDesk;
import dev.amends.supervision.CallerDesk;
import dev.amends.supervision.FairnessDesk;
import dev.amends.supervision.PrivacyDesk;
import dev.amends.supervision.PromiseDesk;
import dev.amends.supervision.RecordingDesk;
import dev.amends.supervision.ReportDesk;
import dev.amends.supervision.Supervision;
import dev.amends.supervision.SupervisionTerms;
import dev.amends.supervision.TaskDesk;
import dev.amends.supervision.Zones;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What people may see and order on one store; a part of the {@link Assembly}. */
record BackOffice(
        Settings settings,
        CallTimes times,
        Store store,
        InstantSource clock,
        Supplier<String> freshIds) {

    /** Orders and views. */
    Supervision supervision() {
        return new Supervision(
                store.callerBook(), store.ledger(), store.actions(), numbers(), terms());
    }

    /** How upset callers are. */
    CallerDesk callers() {
        Tempers tempers = new Tempers(store.callerBook(), store.signals(), settings.recognition());
        return new CallerDesk(tempers, numbers(), clock);
    }

    /** What people have to do. */
    TaskDesk tasks() {
        return new TaskDesk(store.tasks(), terms());
    }

    /** From whom no calls are taken. */
    BarDesk bars() {
        return new BarDesk(
                store.bars(),
                numbers(),
                new BarDesk.Terms(settings.barring().lasts(), clock, ZoneId.systemDefault()));
    }

    /** Reps' pauses after hard calls. */
    BreatherDesk breathers() {
        return new BreatherDesk(
                store.breathers(),
                new BreatherDesk.Terms(settings.breathers(), clock, ZoneId.systemDefault()));
    }

    /** What can be learned. */
    ReportDesk reports() {
        return new ReportDesk(store.learning(), settings.lines(), ZoneId.systemDefault(), clock);
    }

    /** What is remembered of one person. */
    PrivacyDesk privacy() {
        return new PrivacyDesk(store.personalRecords(), keeper(), numbers(), clock);
    }

    /** Whether anybody was passed. */
    FairnessDesk fairness() {
        return new FairnessDesk(store.experienceOnRecord());
    }

    /** Orders to call somebody. */
    PromiseDesk orders() {
        return new PromiseDesk(ledger(), numbers(), judge(), offers(), chance());
    }

    private Ledger ledger() {
        return FailPoint.ofThisProcess().in(Ledger.class, store.ledger());
    }

    /** Orders about promised actions, and to withdraw calls. */
    ActionDesk actions() {
        return new ActionDesk(
                new ActionDesk.Book(store.actions(), book(store.actions()).settler(), ledger()),
                numbers(),
                offers(),
                settings.actions(),
                chance());
    }

    /** Promised actions and how they are moved on. */
    OwnerCalls.Book book(Actions actions) {
        ActionPolicy rules = new ActionPolicy(settings.actions());
        return new OwnerCalls.Book(
                actions, rules, new ActionSettler(actions, rules, judge(), times, chance().ids()));
    }

    /** Who calls those once more who were called back, to ask how it was. */
    SurveyCalls surveys(ClaimDesk.Book book, OutboundLine telephone, Supplier<AttemptId> ids) {
        Surveys surveys = FailPoint.ofThisProcess().in(Surveys.class, store.surveys());
        return new SurveyCalls(surveys, book, judge(), telephone, settings.surveys(), clock, ids);
    }

    /** Who sends messages to those who are called later than they were told. */
    LateMessages messages(Ledger ledger, Map<LineName, Line> lines, Executor threads) {
        return new LateMessages(ledger, messenger(lines), judge(), clock, threads);
    }

    private Messenger messenger(Map<LineName, Line> lines) {
        Settings.Messages set = settings.messages();
        LateTexts texts = new LateTexts(Languages.of(settings.languages()), lines, clock);
        return set.command().isEmpty()
                ? Messenger.NONE
                : new MessageCommand(new BoundedCommand(set.command(), set.patience()), texts::of);
    }

    /** What was recorded. */
    RecordingDesk recordings() {
        return new RecordingDesk(keeper(), store.stories(), terms());
    }

    /** Who erases it. */
    RecordingKeeper keeper() {
        RecordingSettings rules = settings.recordings();
        return new RecordingKeeper(
                store.consents(), new FolderOfRecordings(rules.folder()), rules.kept(), clock);
    }

    private PromiseDesk.Offers offers() {
        return new PromiseDesk.Offers(
                settings.lines(), Languages.of(settings.languages()).inUse(), times);
    }

    private PromiseDesk.Chance chance() {
        return new PromiseDesk.Chance(clock, () -> new PromiseId(freshIds.get()));
    }

    private NumberPlan numbers() {
        return new NumberPlan(settings.homeRegion());
    }

    private NumberJudge judge() {
        return NumberJudge.by(new NumberPolicy(numbers(), settings.numbers()), store.callerBook())
                .butNot(number -> store.bars().of(number, clock.instant()).isPresent());
    }

    private SupervisionTerms terms() {
        return new SupervisionTerms(
                settings.recognition().flagFades(),
                settings.retry(),
                clock,
                Zones.of(ZoneId.systemDefault(), settings.lines()),
                times,
                settings.limits().budget(),
                settings.dialing().slips().lateness());
    }
}
