package dev.amends.simulation;

import dev.amends.caller.FakeBars;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.Signals;
import dev.amends.care.FakeAfterCalls;
import dev.amends.care.FakeRecordings;
import dev.amends.care.IntakeTerms;
import dev.amends.care.RecordingId;
import dev.amends.care.Sounds;
import dev.amends.care.StoryOffer;
import dev.amends.care.Wordings;
import dev.amends.dialing.ClaimDesk;
import dev.amends.dialing.Hint;
import dev.amends.dialing.OwnerCalls;
import dev.amends.line.Floor;
import dev.amends.line.PastArrivals;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.reception.AllDesks;
import dev.amends.reception.CalledTerms;
import dev.amends.reception.ConsentBook;
import dev.amends.reception.Dialogues;
import dev.amends.reception.LaterTerms;
import dev.amends.reception.Orders;
import dev.amends.reception.Reception;
import dev.amends.reception.RepsWhoKnow;
import dev.amends.reception.SlotBook;
import dev.amends.routing.UpsetShare;
import dev.amends.speech.Languages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All dialogues of one life of Amends, put together as the program does. */
final class FrontDesk {

    private static final Languages ENGLISH = Languages.of(List.of("en"));
    private static final Wordings WORDINGS = new Wordings(ENGLISH.inUse(), Sounds.UNSEEN);
    private static final Reception.Tongue TONGUE = new Reception.Tongue(Daemon.NUMBERS, ENGLISH);
    private static final PromiseLimits LIMITS = new PromiseLimits(20, 1000, 1000);
    private static final RecognitionSettings RECOGNITION =
            new RecognitionSettings(
                    2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14));
    private static final List<Duration> LATER =
            List.of(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1));

    /** How many calls fit into an hour that callers choose. */
    static final int ROOM = 1;

    /** So many came in every hour of the past weeks: one rep has time for one call more. */
    private static final int CAME_AN_HOUR = 14;

    /** What callers are asked on arrival on some days, and what on others. */
    private static final List<IntakeTerms> ASKS =
            List.of(
                    new IntakeTerms(
                            true,
                            List.of("billing", "other"),
                            List.of("refund", "other"),
                            false,
                            StoryOffer.NOBODY),
                    new IntakeTerms(false, List.of(), List.of(), true, StoryOffer.EVERYBODY));

    private final InstantSource clock;
    private final Daemon.Rules rules;
    private final Floor floor;
    private final Consumer<Hint> hints;
    private final Fate ids;

    FrontDesk(
            InstantSource clock, Daemon.Rules rules, Floor floor, Consumer<Hint> hints, Fate ids) {
        this.clock = clock;
        this.rules = rules;
        this.floor = floor;
        this.hints = hints;
        this.ids = ids;
    }

    /** What is offered on the day of this seed: on one of three days each set of questions. */
    static Daemon.Offers offers(long seed) {
        int kind = (int) Math.floorMod(seed, (long) ASKS.size() + 1);
        boolean slots = Math.floorMod(seed, 2L) == 0;
        return new Daemon.Offers(
                kind < ASKS.size() ? ASKS.get(kind) : IntakeTerms.NONE,
                slots
                        ? WeeklyReps.read("mon-sun 00:00-24:00 1").orElseThrow()
                        : WeeklyReps.UNKNOWN);
    }

    Dialogues dialogues(
            ClaimDesk.Book book, OwnerCalls.Book promised, Daemon.Store store, NumberJudge judge) {
        Orders orders =
                new Orders(
                        book.ledger(),
                        book.settler(),
                        store.callers(),
                        LIMITS,
                        id -> hints.accept(new Hint.AboutPromise(id)));
        return new AllDesks(
                        rules(book.times(), judge),
                        memory(book.ledger(), store),
                        new AllDesks.Promised(
                                orders, promised.actions(), promised.rules(), promised.settler()),
                        floor,
                        _ -> {},
                        new Reception.Chance(clock, () -> new PromiseId(ids.id())))
                .dialogues();
    }

    private AllDesks.Rules rules(CallTimes times, NumberJudge judge) {
        IntakeTerms intake = rules.offers().intake();
        return new AllDesks.Rules(
                new Reception.Rules(
                        Map.of(Daemon.SUPPORT, rules.line()),
                        RECOGNITION,
                        TONGUE,
                        judge,
                        times,
                        Map.of(Daemon.SUPPORT, new CalledTerms(LATER, true, intake.consent()))),
                Map.of(Daemon.SUPPORT, intake),
                Map.of(Daemon.SUPPORT, new LaterTerms(LATER, Duration.ofMinutes(5))),
                Map.of(),
                Map.of());
    }

    private AllDesks.Memory memory(Ledger ledger, Daemon.Store store) {
        return new AllDesks.Memory(
                new Reception.Memory(
                        store.callers(),
                        Signals.NONE,
                        new UpsetShare(100),
                        RepsWhoKnow.NOBODY,
                        ledger,
                        new SlotBook(
                                Map.of(Daemon.SUPPORT, rules.offers().slots()),
                                (_, from) -> past(from))),
                new FakeBars(),
                store.told().matters(),
                new ConsentBook(
                        store.told().consents(), WORDINGS, clock, () -> new RecordingId(ids.id())),
                store.told().stories(),
                new FakeRecordings(),
                new FakeAfterCalls());
    }

    private static PastArrivals past(Instant from) {
        Map<Long, Integer> hours = new HashMap<>();
        long first = PastArrivals.hourOf(from);
        for (long hour = first; hour <= first + 24 * 7 * (PastArrivals.WEEKS + 1); hour++) {
            hours.put(hour, CAME_AN_HOUR);
        }
        return new PastArrivals(Optional.of(from), hours);
    }
}
