package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.QueueSnapshot;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Appointment;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Deed;
import dev.amends.promise.FakeActions;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.RepDevice;
import dev.amends.reception.AskedDesk;
import dev.amends.reception.Dialogues;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A promised action from its order to its end: ticks, the claim and what its owner keys. */
class OwnerStoryTest {

    private static final PhoneNumber CALLER = new PhoneNumber("+12025550123");
    private static final LineName SUPPORT = Office.SUPPORT;
    private static final Map<LineName, Line> LINES = Map.of(SUPPORT, Office.LINE);
    private static final ActionSettings SETTINGS =
            new ActionSettings(
                    Duration.ZERO, 3, Duration.ofMinutes(10), Duration.ofSeconds(20), List.of());

    private final TestClock clock = new TestClock(Instant.parse("2026-11-02T10:00:00Z"));
    private final FakeLedger ledger = new FakeLedger();
    private final FakeActions actions = new FakeActions(ledger);
    private final FakeCallerBook callers = new FakeCallerBook();
    private final Floor floor = new Floor(_ -> Map.of());
    private final List<AttemptId> asked = new ArrayList<>();
    private boolean connected = true;
    private int drawn;

    private final ActionPolicy rules = new ActionPolicy(SETTINGS);
    private final OwnerCalls.Book book =
            new OwnerCalls.Book(
                    actions,
                    rules,
                    new ActionSettler(
                            actions,
                            rules,
                            NumberJudge.by(
                                    new NumberPolicy(new NumberPlan("US"), NumberRules.NONE),
                                    callers),
                            CallTimes.ALWAYS,
                            () -> new PromiseId(hex())));
    private final Owners owners = new Owners(new RepsOnFloor(floor, LINES, clock), LINES);
    private final OwnerCalls calls =
            new OwnerCalls(
                    book,
                    new OwnerLine() {
                        @Override
                        public boolean connected() {
                            return connected;
                        }

                        @Override
                        public void ask(AttemptId attempt) {
                            asked.add(attempt);
                        }
                    },
                    owners,
                    clock,
                    () -> new AttemptId(hex()));
    private final OwnerDesk phones = new OwnerDesk(book, owners, SETTINGS.ring(), clock);
    private final Dialogues desk =
            new AskedDesk(actions, rules, book.settler(), Languages.of(List.of("en")), clock)
                    .besides(_ -> Optional.empty());

    OwnerStoryTest() {
        rep(RepState.FREE);
        floor.resynced(
                List.of(
                        new QueueSnapshot(
                                "support",
                                List.of(),
                                List.of(new Rep("PJSIP/rep1", RepState.FREE)))));
    }

    @Test
    void an_owner_who_says_that_it_is_done_has_kept_it() {
        PromiseId id = promised("PJSIP/rep1", 60);
        tick();
        assertThat(asked).isEmpty();
        passes(60);
        rung();
        key("1");
        assertThat(action(id)).isInstanceOf(ActionPromise.Done.class);
        passes(7200);
        tick();
        assertThat(asked).hasSize(1);
        assertThat(ledger.openFor(CALLER, SUPPORT)).isEmpty();
    }

    @Test
    void an_owner_who_says_that_it_is_not_done_has_the_caller_called_once() {
        PromiseId id = promised("PJSIP/rep1", 0);
        rung();
        key("2");
        assertThat(action(id)).isInstanceOf(ActionPromise.Overdue.class);
        Callback call = ledger.openFor(CALLER, SUPPORT).orElseThrow();
        assertThat(call).isInstanceOf(Callback.Promised.class);
        assertThat(call.terms().appointment())
                .as("his own call, before anybody else's")
                .contains(new Appointment(new RepDevice("PJSIP/rep1"), call.terms().askedAt()));
        key("2");
        passes(7200);
        tick();
        assertThat(ledger.list(true, 9)).containsExactly(call);
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_owner_who_wants_to_be_asked_later_is_and_has_an_hour_in_all() {
        PromiseId id = promised("PJSIP/rep1", 0);
        rung();
        key("3");
        passes(29 * 60);
        tick();
        assertThat(asked).hasSize(1);
        passes(60);
        rung();
        assertThat(key("3")).isInstanceOf(Turn.Ask.class);
        key("1");
        assertThat(((ActionPromise.Done) action(id)).late()).isTrue();
    }

    @Test
    void an_owner_who_does_not_answer_is_rung_three_times_then_it_is_overdue() {
        PromiseId id = promised("PJSIP/rep1", 0);
        for (int time = 1; time <= 3; time++) {
            rung();
            heard(asked.getLast().value(), "NOANSWER");
            tick();
            assertThat(asked).hasSize(time);
            passes(600);
        }
        tick();
        assertThat(action(id)).isInstanceOf(ActionPromise.Overdue.class);
        assertThat(actions.story(id).getLast().reason()).contains("3 times in a row");
        assertThat(ledger.openFor(CALLER, SUPPORT).orElseThrow().terms().appointment())
                .as("who cannot be found is not waited for")
                .isEmpty();
        assertThat(ledger.openFor(CALLER, SUPPORT)).isPresent();
    }

    @Test
    void an_owner_who_hangs_up_in_the_middle_has_said_nothing_and_after_his_answer_it_stands() {
        PromiseId id = promised("PJSIP/rep1", 0);
        rung();
        heard(asked.getLast().value(), "HUNGUP");
        assertThat(action(id).unanswered()).isOne();
        passes(600);
        rung();
        key("1");
        assertThat(heard(asked.getLast().value(), "HUNGUP")).contains(new Turn.Nothing());
        assertThat(action(id)).isInstanceOf(ActionPromise.Done.class);
    }

    @Test
    void nobody_is_rung_who_is_busy_paused_gone_or_no_rep_of_the_line() {
        promised("PJSIP/rep1", 0);
        for (RepState state : List.of(RepState.TALKING, RepState.PAUSED, RepState.GONE)) {
            rep(state);
            tick();
        }
        promised("PJSIP/carrier", 0);
        rep(RepState.RINGING);
        tick();
        assertThat(asked).isEmpty();
        rep(RepState.FREE);
        tick();
        assertThat(asked).hasSize(1);
    }

    @Test
    void who_became_busy_after_the_order_is_not_rung_and_asked_again_later() {
        PromiseId id = promised("PJSIP/rep1", 0);
        tick();
        rep(RepState.TALKING);
        assertThat(phones.seat(asked.getLast())).isEmpty();
        rep(RepState.FREE);
        passes(15);
        tick();
        assertThat(action(id)).isInstanceOf(ActionPromise.Open.class);
        tick();
        assertThat(asked).hasSize(2);
        assertThat(action(id).unanswered()).isZero();
    }

    @Test
    void an_order_that_is_doubled_delayed_or_unknown_rings_nobody() {
        promised("PJSIP/rep1", 0);
        rung();
        assertThat(phones.seat(asked.getFirst())).isEmpty();
        assertThat(phones.seat(new AttemptId("f".repeat(32)))).isEmpty();
        heard(asked.getFirst().value(), "BUSY");
        passes(600);
        tick();
        passes(15);
        assertThat(phones.seat(asked.getLast())).isEmpty();
        assertThat(phones.seat(asked.getFirst())).isEmpty();
    }

    @Test
    void one_owner_is_asked_one_thing_at_a_time() {
        promised("PJSIP/rep1", 0);
        promised("PJSIP/rep1", 0);
        tick();
        tick();
        assertThat(asked).hasSize(1);
        phones.seat(asked.getFirst());
        key("1");
        tick();
        assertThat(asked).hasSize(2);
    }

    @Test
    void without_the_telephone_system_nobody_is_asked_but_nothing_is_forgotten() {
        connected = false;
        floor.lost();
        PromiseId id = promised("PJSIP/rep1", 0);
        tick();
        passes(3600);
        tick();
        assertThat(asked).isEmpty();
        assertThat(action(id)).isInstanceOf(ActionPromise.Overdue.class);
    }

    @Test
    void an_owner_without_a_phone_is_not_asked_and_a_blocked_caller_not_called() {
        callers.block(CALLER, "asked us not to", clock.instant());
        PromiseId id = promised("accounting", 60);
        passes(60);
        tick();
        assertThat(asked).isEmpty();
        assertThat(action(id)).isInstanceOf(ActionPromise.Overdue.class);
        assertThat(actions.story(id).getLast().reason())
                .contains("no phone that could be asked", "he can't be called");
        assertThat(ledger.list(true, 9)).isEmpty();
    }

    @Test
    void a_dialogue_of_which_nothing_is_heard_any_more_counts_as_no_answer() {
        PromiseId id = promised("PJSIP/rep1", 0);
        rung();
        heard(asked.getLast().value(), "");
        passes(179);
        tick();
        assertThat(action(id)).isInstanceOf(ActionPromise.Asked.class);
        passes(1);
        tick();
        assertThat(action(id).unanswered()).isOne();
        assertThat(key("1")).isNull();
    }

    private PromiseId promised(String owner, int dueInSeconds) {
        Instant now = clock.instant();
        ActionTerms terms =
                new ActionTerms(
                        new PromiseId(hex()),
                        Deed.of("refund of order 17", List.of()),
                        new ActionOwner(owner),
                        CALLER,
                        SUPPORT,
                        now.plusSeconds(dueInSeconds),
                        now,
                        Language.ENGLISH);
        Instant from = rules.firstAsked(terms, Office.LINE.hours());
        actions.promise(new ActionPromise.Open(terms, 1, 0, from), "ordered");
        return terms.id();
    }

    /** A tick has him rung, and he picks up. */
    private void rung() {
        tick();
        Seat.AtRep seat = (Seat.AtRep) phones.seat(asked.getLast()).orElseThrow();
        assertThat(seat.rep().value()).isEqualTo("PJSIP/rep1");
        assertThat(heard(asked.getLast().value(), "").orElseThrow()).isInstanceOf(Turn.Ask.class);
    }

    private @Nullable Turn key(String key) {
        return heard("1:0:" + asked.getLast().value(), key).orElse(null);
    }

    private Optional<Turn> heard(String state, String heard) {
        return desk.answer(
                new Question(
                        "asked", new LineName("none"), state, heard, new CallId("17.5"), "", "en"));
    }

    private ActionPromise action(PromiseId id) {
        return actions.find(id).orElseThrow();
    }

    private void rep(RepState state) {
        floor.rep("support", new Rep("PJSIP/rep1", state));
    }

    private void passes(int seconds) {
        clock.passesSeconds(seconds);
    }

    private void tick() {
        calls.tick();
    }

    private String hex() {
        return "%032x".formatted(++drawn);
    }
}
