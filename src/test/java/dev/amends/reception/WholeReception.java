package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeBars;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.Signals;
import dev.amends.care.ClosingTerms;
import dev.amends.care.Consents;
import dev.amends.care.FakeAfterCalls;
import dev.amends.care.FakeConsents;
import dev.amends.care.FakeMatters;
import dev.amends.care.FakeRecordings;
import dev.amends.care.FakeStories;
import dev.amends.care.IntakeTerms;
import dev.amends.care.MatterNote;
import dev.amends.care.RecordingId;
import dev.amends.care.Said;
import dev.amends.care.Sounds;
import dev.amends.care.Wordings;
import dev.amends.dialing.TestClock;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.PastArrivals;
import dev.amends.line.QueueSnapshot;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeActions;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.Purpose;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.routing.UpsetShare;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All dialogues of one line, put together as the program does, with what is remembered in memory
 * and a clock that stands still.
 */
final class WholeReception {

    private static final RecognitionSettings RECOGNITION =
            new RecognitionSettings(
                    2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14));
    private static final List<Duration> LATER =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2));
    private static final AttemptId ATTEMPT = new AttemptId("a".repeat(32));

    private static final ActionPolicy ACTIONS =
            new ActionPolicy(
                    new ActionSettings(
                            Duration.ZERO,
                            3,
                            Duration.ofMinutes(10),
                            Duration.ofSeconds(20),
                            List.of()));

    private final TestClock clock = new TestClock(Scene.NOW);
    private final FakeLedger ledger = new FakeLedger();
    private final FakeCallerBook callers = new FakeCallerBook();
    private final FakeMatters matters = new FakeMatters(ledger);
    private final FakeConsents consents = new FakeConsents();
    private final FakeRecordings recordings = new FakeRecordings();
    private final FakeAfterCalls afterCalls = new FakeAfterCalls();
    private final Floor floor = new Floor(_ -> Map.of());
    private final Dialogues dialogues;
    private final LineName name;
    private int drawn;

    /**
     * @param intake what its callers are asked on arrival
     * @param times whether they may choose a time
     */
    WholeReception(Line line, IntakeTerms intake, boolean times) {
        this.name = line.name();
        this.dialogues = dialogues(line, intake, times);
        floor.resynced(
                List.of(
                        new QueueSnapshot(
                                line.queue(),
                                List.of(),
                                List.of(new Rep("PJSIP/rep1", RepState.TALKING)))));
        floor.rep(line.seniorQueue(), new Rep("PJSIP/senior1", RepState.TALKING));
    }

    private Dialogues dialogues(Line line, IntakeTerms intake, boolean times) {
        NumberPlan plan = new NumberPlan("US");
        Reception.Tongue tongue = new Reception.Tongue(plan, Languages.of(List.of("en")));
        NumberJudge judge = NumberJudge.by(new NumberPolicy(plan, NumberRules.NONE), callers);
        Settler settler =
                new Settler(
                        ledger, new RetryPolicy(new RetrySettings(3, 5, Duration.ofMinutes(5))));
        FakeActions actions = new FakeActions(ledger);
        return new AllDesks(
                        new AllDesks.Rules(
                                new Reception.Rules(
                                        Map.of(name, line),
                                        RECOGNITION,
                                        tongue,
                                        judge,
                                        CallTimes.ALWAYS,
                                        Map.of(
                                                name,
                                                new CalledTerms(LATER, false, intake.consent()))),
                                Map.of(name, intake),
                                Map.of(name, new LaterTerms(LATER, Duration.ofMinutes(10))),
                                Map.of(name, new ClosingTerms(true, Optional.empty(), false, true)),
                                Map.of()),
                        memory(tongue, times),
                        new AllDesks.Promised(
                                new Orders(
                                        ledger,
                                        settler,
                                        callers,
                                        new PromiseLimits(9, 99, 99),
                                        _ -> {}),
                                actions,
                                ACTIONS,
                                new ActionSettler(
                                        actions,
                                        ACTIONS,
                                        judge,
                                        CallTimes.ALWAYS,
                                        () -> new PromiseId(fresh()))),
                        floor,
                        _ -> {},
                        new Reception.Chance(clock, () -> new PromiseId(fresh())))
                .dialogues();
    }

    private AllDesks.Memory memory(Reception.Tongue tongue, boolean times) {
        return new AllDesks.Memory(
                new Reception.Memory(
                        callers,
                        Signals.NONE,
                        new UpsetShare(100),
                        RepsWhoKnow.NOBODY,
                        ledger,
                        times ? slots() : SlotBook.empty()),
                new FakeBars(),
                matters,
                new ConsentBook(
                        consents,
                        new Wordings(tongue.languages().inUse(), Sounds.UNSEEN),
                        clock,
                        () -> new RecordingId(fresh())),
                new FakeStories(),
                recordings,
                afterCalls);
    }

    /** One rep, who has time for one call more each hour. */
    private SlotBook slots() {
        return new SlotBook(
                Map.of(name, WeeklyReps.read("mon-sun 00:00-24:00 1").orElseThrow()),
                (_, from) -> past(from));
    }

    private static PastArrivals past(Instant from) {
        Map<Long, Integer> hours = new HashMap<>();
        long first = PastArrivals.hourOf(from);
        for (long hour = first; hour <= first + 24 * 7 * (PastArrivals.WEEKS + 1); hour++) {
            hours.put(hour, 5);
        }
        return new PastArrivals(Optional.of(from), hours);
    }

    private String fresh() {
        return "%032x".formatted(++drawn);
    }

    Optional<Turn> answer(Turn.Next asked, String heard, String callerId) {
        return dialogues.answer(
                new Question(
                        asked.dialogue(), name, asked.state(), heard, Scene.CALL, callerId, "en"));
    }

    /** The caller has been promised a call, and has heard so. */
    Callback.Promised promised() {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        Scene.NUMBER,
                        name,
                        Scene.ago(500),
                        Scene.NOW,
                        new CallId("another-call"),
                        3,
                        Language.ENGLISH);
        Callback.Unspoken made = (Callback.Unspoken) ledger.promise(terms, "asked");
        ledger.move(made, made.spoken(Scene.NOW), "spoken", Scene.NOW);
        return (Callback.Promised) ledger.find(made.id()).orElseThrow();
    }

    /** His phone is picked up: the attempt. */
    AttemptId called(Purpose purpose) {
        Callback.Promised promise = promised();
        ledger.intend(promise, Attempt.intent(ATTEMPT, promise.id(), purpose, Scene.NOW));
        ledger.claim(ATTEMPT, Scene.NOW);
        return ATTEMPT;
    }

    /** He says something that is recorded. */
    void tells(RecordingId story) {
        recordings.write(story, Scene.NOW);
    }

    /** He has called about something before. */
    void hasMatter() {
        matters.note(
                Scene.NUMBER,
                name,
                new MatterNote.Reason(new Said("billing")),
                Scene.NOW.minusSeconds(3600));
    }

    /** What is on record by now: promises, answers, marks. */
    List<String> onRecord() {
        List<String> record = new ArrayList<>();
        ledger.list(true, 99)
                .forEach(one ->
                        record.add(
                                "promise "
                                        + one.word()
                                        + (ledger.presentIn(one.id()).isPresent()
                                                ? ", he is on the line"
                                                : "")));
        consents.list(99).stream()
                .map(Consents.OnRecord::consent)
                .forEach(one -> record.add("may be recorded: " + one.answer()));
        matters.open(Scene.NUMBER, name, Scene.NOW)
                .ifPresent(matter -> {
                    matter.reason().ifPresent(said -> record.add("about " + said.code()));
                    matter.wish().ifPresent(said -> record.add("wants " + said.code()));
                });
        afterCalls.marks.values().forEach(mark -> record.add("mark " + mark.value()));
        afterCalls.solved.values().forEach(is -> record.add(is ? "solved" : "not solved"));
        return record;
    }
}
