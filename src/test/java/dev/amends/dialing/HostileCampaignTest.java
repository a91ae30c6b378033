package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.callcentre.Campaign;
import dev.amends.caller.CallId;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.RecognitionSettings;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.QueueSnapshot;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.reception.Orders;
import dev.amends.reception.Question;
import dev.amends.reception.Reception;
import dev.amends.reception.Turn;
import dev.amends.speech.Languages;
import dev.amends.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ten thousand strangers ask for calls at our cost in a day, by the real reception, ledger and
 * dialing; the carrier's bill judges.
 */
class HostileCampaignTest {

    private static final int REQUESTS = 10_000;
    private static final Duration APART = Duration.ofSeconds(9);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MINUTES_A_DAY = 300;
    private static final int CALLS_AN_HOUR = 12;
    private static final PromiseLimits LIMITS =
            new PromiseLimits(
                    2,
                    10,
                    200,
                    new Budget(MINUTES_A_DAY, Budget.UNLIMITED, CALLS_AN_HOUR, 10, ZoneOffset.UTC));
    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    0,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    @TempDir Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-02T12:00:00Z"));
    private final FakeTelephone telephone = new FakeTelephone(clock.instant().minus(DAY));
    private final GreedyCarrier carrier = new GreedyCarrier(telephone);
    private final Floor floor = new Floor(ids -> Map.of());
    private Store store;
    private Reception reception;
    private ClaimDesk desk;
    private Dialing dialing;
    private int placed;
    private int drawn;

    @BeforeEach
    void a_whole_call_centre_on_a_fake_telephone() {
        store = Store.open(folder.resolve("amends.db"));
        floor.resynced(List.of(new QueueSnapshot("support", List.of(), List.of())));
        Settler settler =
                new Settler(
                        store.ledger(),
                        new RetryPolicy(new RetrySettings(3, 5, Duration.ofMinutes(5))));
        NumberPlan plan = new NumberPlan("US");
        NumberJudge judge =
                NumberJudge.by(new NumberPolicy(plan, NumberRules.NONE), store.callerBook());
        Map<LineName, Line> lines = Map.of(LINE.name(), LINE);
        reception =
                new Reception(
                        new Reception.Rules(
                                lines,
                                new RecognitionSettings(2, DAY, HOUR, DAY),
                                new Reception.Tongue(plan, Languages.of(List.of("en"))),
                                judge,
                                Map.of()),
                        new Reception.Memory(store.callerBook(), store.ledger()),
                        floor,
                        new Orders(store.ledger(), settler, store.callerBook(), LIMITS, _ -> {}),
                        new Reception.Chance(clock, () -> new PromiseId(id(++drawn))));
        ClaimDesk.Book book =
                new ClaimDesk.Book(store.ledger(), settler, CallTimes.ALWAYS, LIMITS.budget());
        DialingSettings settings =
                new DialingSettings(
                        Duration.ofSeconds(25),
                        50,
                        new DialingSettings.OwnRep(Duration.ZERO, Duration.ofSeconds(20)),
                        Map.of(
                                LINE.name(),
                                new DialingSettings.OfLine(
                                        "", LaunchSettings.of(LaunchWay.REP_FIRST))));
        CallerFirst first = new CallerFirst(floor, lines, settings, _ -> {}, clock);
        desk = new ClaimDesk(book, floor, lines, judge, settings, first, clock);
        dialing =
                new Dialing(
                        book,
                        telephone,
                        NoMessages.of(store.ledger()),
                        new RepsOnFloor(floor, lines, clock),
                        first,
                        settings,
                        clock,
                        () -> new AttemptId(id(++drawn)));
    }

    @AfterEach
    void closed() {
        store.close();
    }

    @Test
    void a_campaign_of_ten_thousand_spends_no_more_than_the_budget() {
        long seed = System.nanoTime();
        System.out.println("seed of the campaign: " + seed);
        List<Campaign.Request> requests = new Campaign(seed).requests(REQUESTS);
        for (int n = 0; n < REQUESTS; n++) {
            List<Hint> hints = new ArrayList<>(calls(n, requests.get(n)).stream().toList());
            clock.passes(APART);
            if (!hints.isEmpty() || n % 4 == 0) {
                goOn(hints);
            }
        }
        for (int step = 0; step < 200; step++) { // nobody asks any more: what is left is called
            clock.passes(Duration.ofMinutes(10));
            goOn(new ArrayList<>());
        }

        List<GreedyCarrier.Billed> bill = carrier.bill();
        assertThat(bill).hasSizeGreaterThan(25);
        assertThat(bill).allSatisfy(call -> assertThat(Campaign.ordinary(call.number())).isTrue());
        assertThat(minutes(bill).values()).allMatch(minutes -> minutes <= MINUTES_A_DAY);
        assertThat(most(bill, GreedyCarrier.Billed::at, HOUR)).isLessThanOrEqualTo(CALLS_AN_HOUR);
        assertThat(minutes(bill).values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(onRecord());
        promisesAreWithinTheirLimits();
    }

    private void promisesAreWithinTheirLimits() {
        List<Callback> all = store.ledger().list(true, REQUESTS);
        Map<String, List<Callback>> byNumber =
                all.stream().collect(Collectors.groupingBy(one -> one.terms().number().e164()));
        Map<String, List<Callback>> byBlock =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.terms().number().e164().substring(0, 9)));
        Function<Callback, Instant> asked = one -> one.terms().askedAt();
        assertThat(byNumber.values()).allMatch(some -> most(some, asked, DAY) <= 2);
        assertThat(byBlock.values()).allMatch(some -> most(some, asked, HOUR) <= 10);
        assertThat(byNumber.keySet()).allMatch(Campaign::ordinary);
        assertThat(all).noneMatch(Callback.Broken.class::isInstance);
    }

    /** He calls, wants to be called back, hears that he is, and is gone. */
    private Optional<Hint> calls(int n, Campaign.Request request) {
        CallId call = new CallId("1793620800." + n);
        telephone.begins(call.value());
        Optional<Turn> turn = ask(call, request, new Turn.Next("arrival", ""), "");
        for (int turns = 0; turns < 8 && turn.isPresent(); turns++) {
            if (turn.get() instanceof Turn.Goodbye(var _, Optional<PromiseId> speaks)) {
                speaks.ifPresent(telephone::speaks);
                telephone.ends(call.value());
                return speaks.map(Hint.AboutPromise::new);
            }
            turn =
                    turn.get() instanceof Turn.Ask asks
                            ? ask(call, request, asks.next(), keys(asks, request))
                            : Optional.empty();
        }
        telephone.ends(call.value());
        return Optional.empty();
    }

    private Optional<Turn> ask(
            CallId call, Campaign.Request request, Turn.Next next, String heard) {
        return reception.answer(
                new Question(
                        next.dialogue(),
                        LINE.name(),
                        next.state(),
                        heard,
                        call,
                        request.callerId(),
                        "en"));
    }

    /** 2: call me back; at a number read back: 1, or 2 for another one, until it is that one. */
    private static String keys(Turn.Ask asks, Campaign.Request request) {
        return switch (asks.next().dialogue()) {
            case "choice" -> "2";
            case "typing" -> request.keyed();
            case "number" ->
                    request.keyed().isEmpty() || asks.next().state().contains(":+") ? "1" : "2";
            default -> "";
        };
    }

    /** The tick; whatever it places meets a rep at once and asks whether it may dial. */
    private void goOn(List<Hint> hints) {
        Instant now = clock.instant();
        hints.addAll(carrier.ended(now));
        dialing.tick(new LinkedHashSet<>(hints));
        List<AttemptId> all = telephone.placed();
        for (AttemptId attempt : all.subList(placed, all.size())) {
            desk.claim(attempt)
                    .ifPresentOrElse(
                            won -> carrier.dialled(attempt, won, now),
                            () -> telephone.ends(attempt));
        }
        placed = all.size();
    }

    private static Map<Long, Integer> minutes(List<GreedyCarrier.Billed> bill) {
        return bill.stream()
                .collect(
                        Collectors.groupingBy(
                                call -> call.at().getEpochSecond() / DAY.toSeconds(),
                                Collectors.summingInt(GreedyCarrier.Billed::minutes)));
    }

    private int onRecord() {
        return store.ledger().spent(LIMITS.budget(), clock.instant()).thisMonth();
    }

    /** How many there were at most in so long a time. */
    private static <T> long most(List<T> all, Function<T, Instant> when, Duration within) {
        List<Instant> times = all.stream().map(when).sorted().toList();
        long most = 0;
        for (int first = 0, last = 0; last < times.size(); last++) {
            while (!times.get(first).plus(within).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static String id(int n) {
        return "%032x".formatted(n);
    }
}
