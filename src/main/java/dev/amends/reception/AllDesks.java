package dev.amends.reception;

import dev.amends.caller.Bars;
import dev.amends.caller.Tempers;
import dev.amends.care.AfterCalls;
import dev.amends.care.ClosingTerms;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Matters;
import dev.amends.care.RecordingId;
import dev.amends.care.Recordings;
import dev.amends.care.Stories;
import dev.amends.line.Floor;
import dev.amends.line.LineName;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.Actions;
import dev.amends.promise.AttemptId;
import dev.amends.staff.HardCall;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All desks that answer questions, put together: which is asked before which. */
public final class AllDesks {

    private final Rules rules;
    private final Memory memory;
    private final Promised promised;
    private final Floor floor;
    private final Consumer<HardCall> hardCalls;
    private final Reception.Chance chance;
    private final StoryDesk stories;

    /**
     * @param hardCalls told of each hard call that is over for its rep, maybe more than once
     */
    public AllDesks(
            Rules rules,
            Memory memory,
            Promised promised,
            Floor floor,
            Consumer<HardCall> hardCalls,
            Reception.Chance chance) {
        this.rules = rules;
        this.memory = memory;
        this.promised = promised;
        this.floor = floor;
        this.hardCalls = hardCalls;
        this.chance = chance;
        this.stories = storyDesk();
    }

    /**
     * What they obey.
     *
     * @param arrivals what holds for everybody who calls
     * @param inWriting a line's own words on how to reach it, by their code, where it has any
     */
    public record Rules(
            Reception.Rules arrivals,
            Map<LineName, IntakeTerms> intake,
            Map<LineName, LaterTerms> later,
            Map<LineName, ClosingTerms> closing,
            Map<LineName, String> inWriting) {

        public Rules {
            intake = Map.copyOf(intake);
            later = Map.copyOf(later);
            closing = Map.copyOf(closing);
            inWriting = Map.copyOf(inWriting);
        }
    }

    /**
     * What they remember.
     *
     * @param arrivals what is remembered of everybody who calls
     */
    public record Memory(
            Reception.Memory arrivals,
            Bars bars,
            Matters matters,
            ConsentBook consents,
            Stories stories,
            Recordings recordings,
            AfterCalls afterCalls) {}

    /** What is promised, calls and actions, and how it is moved on. */
    public record Promised(
            Orders orders, Actions actions, ActionPolicy policy, ActionSettler settler) {}

    /** The dialogues of all of them. */
    public Dialogues dialogues() {
        return new HammeredKeys(memory.arrivals().signals(), clock())
                .seenIn(barred().before(floorDesk().besides(ofReps(ofCallers()))));
    }

    /** What was told of the matter for which somebody is to be called by this attempt. */
    public List<RecordingId> stories(AttemptId attempt) {
        return stories.ofAttempt(attempt);
    }

    /** Of callers: each of these desks asks before the next one does. */
    private Dialogues ofCallers() {
        Reception reception =
                new Reception(
                        rules.arrivals(), memory.arrivals(), floor, promised.orders(), chance);
        Dialogues asking = intake().before(reception);
        CalledConsentDesk called =
                new CalledConsentDesk(memory.arrivals().ledger(), memory.consents());
        return later().besides(known().besides(stories.before(called.before(asking))));
    }

    private Dialogues ofReps(Dialogues others) {
        AskedDesk asked =
                new AskedDesk(
                        promised.actions(),
                        promised.policy(),
                        promised.settler(),
                        tongue().languages(),
                        clock());
        AfterCallDesk after =
                new AfterCallDesk(
                        new AfterCallDesk.Rules(
                                rules.arrivals().lines(), rules.closing(), tongue()),
                        new AfterCallDesk.Memory(
                                memory.afterCalls(),
                                memory.arrivals().signals(),
                                memory.arrivals().ledger(),
                                promised.settler()),
                        floor,
                        clock());
        return after.besides(asked.besides(others));
    }

    private BarredDesk barred() {
        return new BarredDesk(
                memory.bars(),
                new BarredDesk.Rules(rules.arrivals().lines(), rules.inWriting(), tongue()),
                clock());
    }

    private FloorDesk floorDesk() {
        return new FloorDesk(
                memory.arrivals().signals(), hardCalls, rules.arrivals().lines(), floor, clock());
    }

    private IntakeDesk intake() {
        return new IntakeDesk(
                new IntakeDesk.Rules(rules.arrivals().lines(), rules.intake(), tongue()),
                new IntakeDesk.Memory(
                        memory.arrivals().callers(), memory.arrivals().ledger(), memory.matters()),
                memory.consents(),
                stories,
                floor,
                clock());
    }

    private StoryDesk storyDesk() {
        return new StoryDesk(
                new StoryDesk.Rules(rules.arrivals().lines(), rules.intake(), tongue()),
                new StoryDesk.Memory(
                        memory.stories(),
                        memory.recordings(),
                        memory.matters(),
                        memory.arrivals().ledger(),
                        new Tempers(
                                memory.arrivals().callers(),
                                memory.arrivals().signals(),
                                rules.arrivals().recognition()),
                        memory.arrivals().signals()),
                memory.consents(),
                floor,
                clock());
    }

    private KnownDesk known() {
        return new KnownDesk(memory.matters(), memory.arrivals().ledger(), tongue(), clock());
    }

    private LaterDesk later() {
        return new LaterDesk(
                new LaterDesk.Rules(
                        rules.arrivals().lines(),
                        rules.later(),
                        tongue(),
                        rules.arrivals().judge(),
                        rules.arrivals().times()),
                memory.arrivals().ledger(),
                floor,
                promised.orders(),
                chance);
    }

    private Reception.Tongue tongue() {
        return rules.arrivals().tongue();
    }

    private InstantSource clock() {
        return chance.clock();
    }
}
