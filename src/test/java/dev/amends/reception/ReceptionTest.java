package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.Flag;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.RecognitionSettings;
import dev.amends.dialing.TestClock;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.Waiting;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.routing.UpsetShare;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.ToyLanguage;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shell on its real policies, a ledger and a caller book in memory. */
class ReceptionTest {

    private static final Line LINE = Scene.usual().offerWhenWaiting(0).line();
    private static final String NUMBER = "2025550143";
    private static final AttemptId ATTEMPT = new AttemptId("d".repeat(32));

    private static final PromiseLimits LIMITS = new PromiseLimits(2, 10, 200);

    private final List<PromiseId> changed = new ArrayList<>();
    private final TestClock clock = new TestClock(Scene.NOW);
    private final FakeLedger ledger = new FakeLedger();
    private final FakeCallerBook callers = new FakeCallerBook();
    private final Floor floor = new Floor(ids -> Map.of());
    private final RecognitionSettings recognition =
            new RecognitionSettings(
                    2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14));
    private final Settler settler =
            new Settler(ledger, new RetryPolicy(new RetrySettings(3, 5, Duration.ofMinutes(5))));
    private int drawn;
    private Reception reception = speaking(Languages.of(List.of("en", "es")));

    private Reception speaking(Languages languages) {
        return new Reception(
                new Reception.Rules(
                        Map.of(LINE.name(), LINE),
                        recognition,
                        new Reception.Tongue(new NumberPlan("US"), languages),
                        NumberJudge.by(
                                new NumberPolicy(new NumberPlan("US"), NumberRules.NONE), callers),
                        Map.of(LINE.name(), new CalledTerms(List.of(Duration.ofHours(1)), true))),
                new Reception.Memory(
                        callers,
                        callers,
                        new UpsetShare(100),
                        RepsWhoKnow.NOBODY,
                        ledger,
                        SlotBook.empty()),
                floor,
                new Orders(ledger, settler, callers, LIMITS, changed::add),
                new Reception.Chance(clock, () -> new PromiseId("%032x".formatted(++drawn))));
    }

    @BeforeEach
    void the_floor_is_watched() {
        floor.resynced(List.of());
        floor.rep("support-senior", new Rep("PJSIP/senior1", RepState.TALKING));
    }

    @Test
    void two_keys_make_a_promise_that_is_on_record_before_it_is_spoken() {
        Turn.Goodbye goodbye = promised("1.1");
        Callback callback = ledger.find(goodbye.speaks().orElseThrow()).orElseThrow();
        assertThat(callback).isInstanceOf(Callback.Unspoken.class);
        assertThat(callback.terms().number()).isEqualTo(new PhoneNumber("+12025550143"));
        assertThat(callback.terms().askedIn()).isEqualTo(new CallId("1.1"));
    }

    @Test
    void a_caller_is_promised_a_call_in_the_language_of_his_call() {
        assertThat(promisedIn("es_MX").language()).isEqualTo(new Language("es"));
        assertThat(promisedIn("fr").language()).isEqualTo(Language.ENGLISH);
    }

    /** Reception knows of no language in particular: one made up is spoken just the same. */
    @Test
    void a_language_that_only_the_room_speech_knows_is_spoken_and_remembered() {
        reception = speaking(ToyLanguage.besideEnglish());
        assertThat(promisedIn("toy_XX").language()).isEqualTo(ToyLanguage.TOY);
        assertThat(readBack("toy_XX").say().get(1).file()).isEqualTo("amends/word-even");
        assertThat(readBack("en").say().get(1).file()).isEqualTo("digits/2");
    }

    private Turn.Ask readBack(String channelLanguage) {
        String call = "of-" + channelLanguage;
        Turn.Next arrival = new Turn.Next("arrival", "");
        Turn.Ask choice = (Turn.Ask) answer(call, channelLanguage, arrival, "");
        return (Turn.Ask) answer(call, channelLanguage, choice.next(), "2");
    }

    private CallbackTerms promisedIn(String channelLanguage) {
        Turn.Ask number = readBack(channelLanguage);
        String call = "of-" + channelLanguage;
        Turn.Goodbye goodbye = (Turn.Goodbye) answer(call, channelLanguage, number.next(), "1");
        Callback made = ledger.find(goodbye.speaks().orElseThrow()).orElseThrow();
        assertThat(ledger.move(made, ((Callback.Unspoken) made).unheard(Scene.NOW), "", Scene.NOW))
                .isTrue();
        return made.terms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*", "7", ""})
    void a_key_that_orders_nothing_is_answered_from_memory(String key) {
        Turn.Ask choice = (Turn.Ask) answer("1.1", new Turn.Next("arrival", ""), "");
        Question pressed = question(choice.next().dialogue(), choice.next().state(), key, NUMBER);
        assertThat(reception.atOnce(pressed)).isPresent().isEqualTo(reception.answer(pressed));
    }

    @Test
    void what_needs_the_store_or_orders_something_is_not_answered_from_memory() {
        Turn.Next arrival = new Turn.Next("arrival", "");
        Turn.Ask choice = (Turn.Ask) answer("1.1", arrival, "");
        Turn.Ask number = numberRead("1.2");
        for (Turn.Next next : List.of(arrival, choice.next(), number.next())) {
            String key = next.equals(choice.next()) ? "2" : "1";
            Question question = question(next.dialogue(), next.state(), key, NUMBER);
            assertThat(reception.atOnce(question)).as(next.dialogue()).isEmpty();
        }
        assertThat(ledger.list(true, 9)).isEmpty();
    }

    @Test
    void the_same_turn_asked_twice_makes_one_promise() {
        Turn.Ask number = numberRead("1.1");
        Turn.Goodbye once = (Turn.Goodbye) answer("1.1", number.next(), "1");
        Turn.Goodbye twice = (Turn.Goodbye) answer("1.1", number.next(), "1");
        assertThat(twice.speaks()).isEqualTo(once.speaks());
        assertThat(ledger.list(true, 9)).hasSize(1);
    }

    @Test
    void who_was_promised_already_is_told_of_that_promise() {
        PromiseId first = promised("1.1").speaks().orElseThrow();
        spoken(first);
        Turn.Join back = ringsAgain("1.2");
        Turn.Ask number = (Turn.Ask) answer("1.2", back.next(), "2");
        Turn.Goodbye again = (Turn.Goodbye) answer("1.2", number.next(), "1");
        assertThat(again.speaks()).contains(first);
        assertThat(again.say()).startsWith(ALREADY_PROMISED.prompt());
        assertThat(ledger.list(true, 9)).hasSize(1);
        assertThat(ledger.presentIn(first)).contains(new CallId("1.2"));
    }

    @Test
    void who_rings_again_waits_in_his_place_and_is_promised_as_before_once_he_hangs_up() {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        clock.passesSeconds(300);
        Turn.Join back = ringsAgain("1.2");
        assertThat(back.arrival()).isEqualTo(Scene.ago(0));
        assertThat(ledger.presentIn(id)).contains(new CallId("1.2"));
        assertThat(changed).as("at the question and in the queue").containsExactly(id, id);

        reception.answer(question("left", "1.2", "", NUMBER));

        assertThat(ledger.present()).isEmpty();
        assertThat(ledger.find(id)).get().isInstanceOf(Callback.Promised.class);
    }

    @Test
    void who_hangs_up_while_he_holds_for_his_rep_was_served_in_the_place_of_his_promise() {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        ringsAgain("1.2");

        reception.answer(question("left", "1.2", "HELD", NUMBER));
        assertThat(ledger.presentIn(id)).contains(new CallId("1.2"));

        reception.answer(question("served", "1.2", "90", NUMBER));
        assertThat(ledger.find(id)).get().isInstanceOf(Callback.Withdrawn.class);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "9, false"})
    void who_rings_again_and_speaks_with_a_rep_for_ten_seconds_is_not_called(
            String seconds, boolean over) {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        ringsAgain("1.2");

        reception.answer(question("served", "1.2", seconds, NUMBER));

        assertThat(ledger.find(id).orElseThrow().open()).isEqualTo(!over);
        assertThat(ledger.present()).isEmpty();
        assertThat(ledger.story(id).getLast().reason())
                .isEqualTo(over ? "served meanwhile, in call 1.2" : "a rep was there for 9 s only");
    }

    @Test
    void who_was_served_without_having_been_asked_is_not_called_either() {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        reception.answer(question("served", "1.7", "60", "2025550199"));
        assertThat(ledger.find(id).orElseThrow().open()).isTrue();

        reception.answer(question("served", "1.8", "60", NUMBER));

        assertThat(ledger.find(id)).get().isInstanceOf(Callback.Withdrawn.class);
        assertThat(changed).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-1, false"})
    void word_of_a_conversation_that_comes_late_ends_only_what_was_promised_before_it(
            int seconds, boolean over) {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        long ended = ledger.find(id).orElseThrow().terms().askedAt().getEpochSecond() + seconds;

        reception.answer(question("served", "1.8", "60." + ended, NUMBER));

        assertThat(ledger.find(id).orElseThrow().open()).isEqualTo(!over);
    }

    @Test
    void a_clock_that_is_put_back_does_not_make_a_promise_younger_than_the_conversation_after_it() {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        clock.passesSeconds(-3600);

        reception.answer(question("served", "1.8", "60", NUMBER));

        assertThat(ledger.find(id)).get().isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void who_was_served_while_his_telephone_rang_is_not_called_again() {
        dialled();
        reception.answer(question("served", "1.8", "60", NUMBER));
        assertThat(ledger.list(true, 1).getFirst()).isInstanceOf(Callback.Withdrawn.class);
        assertThat(attempt().outcome()).contains(AttemptOutcome.NO_LONGER_NEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1e9", "99999999", "60.", "60.x"})
    void word_of_a_call_that_makes_no_sense_has_no_answer(String seconds) {
        assertThat(reception.answer(question("served", "1.8", seconds, NUMBER))).isEmpty();
        assertThat(reception.answer(question("served", "not a call id", "60", NUMBER))).isEmpty();
    }

    @Test
    void who_rings_again_may_cancel() {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        Turn.Goodbye bye = (Turn.Goodbye) answer("1.2", ((Turn.Ask) call("1.2")).next(), "3");
        assertThat(bye.say()).containsExactly(CANCELLED_GOODBYE.prompt());
        assertThat(ledger.find(id)).get().isInstanceOf(Callback.Withdrawn.class);
        assertThat(ledger.story(id).getLast().reason())
                .isEqualTo("rang again and cancelled it, in call 1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2125550199", "12125550199", "00*2125550199"})
    void a_number_that_he_keyed_is_promised(String keyed) {
        Turn.Ask typing = (Turn.Ask) answer("1.1", numberRead("1.1").next(), "2");
        Turn.Ask read = (Turn.Ask) answer("1.1", typing.next(), keyed);
        Turn.Goodbye bye = (Turn.Goodbye) answer("1.1", read.next(), "1");
        Callback made = ledger.find(bye.speaks().orElseThrow()).orElseThrow();
        assertThat(made.terms().number()).isEqualTo(new PhoneNumber("+12125550199"));
    }

    @ParameterizedTest
    @CsvSource({
        "9005550123, CANNOT_CALL_THIS_NUMBER",
        "011442079460958, CANNOT_CALL_THIS_NUMBER",
        "911, NOT_A_NUMBER",
        "'', NOT_A_NUMBER",
        "5550143, NOT_A_NUMBER"
    })
    void a_number_that_we_may_not_call_is_not(String keyed, CataloguePrompt why) {
        Turn.Ask typing = (Turn.Ask) answer("1.1", numberRead("1.1").next(), "2");
        Turn.Ask again = (Turn.Ask) answer("1.1", typing.next(), keyed);
        assertThat(again.say()).startsWith(why.prompt());
    }

    @Test
    void a_blocked_number_is_not_promised_and_not_told_from_others_we_may_not_call() {
        callers.block(new PhoneNumber("+12125550199"), "asked us not to call", clock.instant());
        Turn.Ask typing = (Turn.Ask) answer("1.1", numberRead("1.1").next(), "2");
        Turn.Ask again = (Turn.Ask) answer("1.1", typing.next(), "2125550199");
        assertThat(again.say()).startsWith(CANNOT_CALL_THIS_NUMBER.prompt());
    }

    @Test
    void the_third_promise_to_a_number_in_a_day_is_refused_and_he_keeps_his_place() {
        for (String call : List.of("1.1", "1.2")) {
            PromiseId id = promised(call).speaks().orElseThrow();
            Callback.Unspoken made = (Callback.Unspoken) ledger.find(id).orElseThrow();
            ledger.move(made, made.unheard(clock.instant()), "hung up", clock.instant());
        }
        Turn.Say sorry = (Turn.Say) answer("1.3", numberRead("1.3").next(), "1");
        assertThat(sorry.say()).containsExactly(NO_CALLBACK_NOW.prompt());
        assertThat(answer("1.3", sorry.next(), "")).isInstanceOf(Turn.Join.class);
    }

    @Test
    void who_hung_up_before_he_heard_it_and_asks_again_is_promised_before_he_is_told() {
        PromiseId first = promised("1.1").speaks().orElseThrow();
        clock.passesSeconds(20);
        Turn.Goodbye again = promised("1.2");
        assertThat(again.speaks()).contains(first);
        assertThat(ledger.find(first)).get().isInstanceOf(Callback.Promised.class);
    }

    @Test
    void whoever_still_hears_the_choice_counts_among_those_who_wait() {
        int before = floor.picture(Scene.usual().line(), Scene.NOW).howManyWait();
        Turn.Ask choice = (Turn.Ask) call("1.1");
        assertThat(floor.picture(Scene.usual().line(), Scene.NOW).howManyWait())
                .isEqualTo(before + 1);
        joined("1.1", choice);
        assertThat(floor.picture(Scene.usual().line(), Scene.NOW).howManyWait())
                .isEqualTo(before + 1);
        promised("1.2");
        assertThat(floor.picture(Scene.usual().line(), Scene.NOW).howManyWait())
                .isEqualTo(before + 1);
    }

    @Test
    void a_repeat_caller_is_recognised_and_what_was_decided_is_on_record() {
        call("1.1");
        call("1.2");
        clock.passesSeconds(60);
        Turn.Ask choice = (Turn.Ask) call("1.3");
        Turn.Join join = joined("1.3", choice);
        assertThat(join.queue()).isEqualTo("support-senior");
        assertThat(callers.arrivals().getLast().route()).isEqualTo("senior");
        assertThat(callers.arrivals().getLast().reason())
                .isEqualTo(
                        "2 earlier calls in 7 days, called 1 min ago: 14 points, upset;"
                                + " seniors are on duty");
        assertThat(callers.arrivals().getLast().effectiveArrival()).isEqualTo(Scene.NOW);
    }

    @Test
    void a_flagged_caller_is_recognised() {
        Instant fades = Scene.NOW.plusSeconds(60);
        callers.flag(new PhoneNumber("+12025550143"), new Flag("shouted", Scene.NOW, fades));
        call("1.1");
        assertThat(callers.arrivals().getFirst().reason()).startsWith("flagged: shouted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HELD"})
    void who_hung_up_waiting_or_holding_for_his_rep_and_calls_again_is_recognised(String how) {
        call("1.1");
        assertThat(reception.answer(question("left", "1.1", how, ""))).contains(new Turn.Nothing());
        clock.passesSeconds(600);
        call("1.2");
        assertThat(callers.arrivals().getLast().reason()).startsWith("hung up waiting 10 min ago");
    }

    @Test
    void who_is_sent_into_a_queue_counts_at_once_for_the_next_one() {
        joined("1.1", (Turn.Ask) call("1.1"));
        assertThat(floor.picture(LINE, clock.instant()).waiting())
                .containsExactly(new Waiting("1.1", Scene.ago(0)));
    }

    @Test
    void who_is_told_something_first_has_his_place_computed_after_it() {
        Turn.Say told = (Turn.Say) answer("1.1", ((Turn.Ask) call("1.1")).next(), "1");
        assertThat(floor.picture(LINE, clock.instant()).waiting()).isEmpty();
        clock.passesSeconds(5);
        floor.joined("support", "quick", clock.instant());
        Turn.Join join = (Turn.Join) answer("1.1", told.next(), "");
        assertThat(join.position()).hasValue(1);
    }

    @Test
    void a_caller_without_a_number_is_served_like_anybody() {
        Turn turn =
                reception
                        .answer(
                                new Question(
                                        "arrival",
                                        LINE.name(),
                                        "",
                                        "",
                                        new CallId("1.1"),
                                        "",
                                        "en"))
                        .orElseThrow();
        assertThat(((Turn.Ask) turn).next().dialogue()).isEqualTo("choice");
        assertThat(callers.arrivals().getFirst().number()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "choice, ''",
        "waiting, 1:nonsense",
        "number, 2:number:ordinary:1:0:1:0",
        "answered, ''",
        "answered, dddddddddddddddddddddddddddddddd",
        "left, 'not a call id'",
        "survey, ''",
        "'', ''"
    })
    void a_question_that_makes_no_sense_has_no_answer(String dialogue, String state) {
        assertThat(reception.answer(question(dialogue, state, "", NUMBER))).isEmpty();
    }

    @Test
    void a_line_nobody_has_set_up_has_no_answer() {
        Question question =
                new Question(
                        "arrival", new LineName("sales"), "", "", new CallId("1.1"), NUMBER, "en");
        assertThat(reception.answer(question)).isEmpty();
    }

    @Test
    void a_called_person_who_answers_is_noted_and_his_key_ends_the_attempt() {
        dialled();
        Turn.Ask greeting =
                (Turn.Ask)
                        reception
                                .answer(question("answered", ATTEMPT.value(), "", ""))
                                .orElseThrow();
        assertThat(attempt().state()).isEqualTo(AttemptState.ANSWERED);
        answer("1.9", greeting.next(), "3");
        assertThat(attempt().outcome()).contains(AttemptOutcome.NO_LONGER_NEEDED);
        assertThat(ledger.list(true, 1).getFirst()).isInstanceOf(Callback.Withdrawn.class);
    }

    @Test
    void who_wants_it_later_chooses_a_time_and_keeps_his_place() {
        dialled();
        Turn.Ask when = (Turn.Ask) answer("1.9", greeted().next(), "2");
        assertThat(answer("1.9", when.next(), "1")).isInstanceOf(Turn.Goodbye.class);
        assertThat(attempt().outcome()).contains(AttemptOutcome.NOT_NOW);
        Callback.Promised later = (Callback.Promised) ledger.list(true, 1).getFirst();
        assertThat(later.notBefore()).isEqualTo(Scene.NOW.plus(Duration.ofHours(1)));
        assertThat(later.terms().arrival().at()).isEqualTo(Scene.NOW);
    }

    @Test
    void whose_machine_was_told_to_ring_us_goes_straight_through() {
        dialled();
        Turn.Ask reminded = (Turn.Ask) answer("1.9", greeted().next(), "");
        answer("1.9", reminded.next(), "");
        assertThat(attempt().outcome()).contains(AttemptOutcome.MESSAGE_LEFT);
        clock.passesSeconds(600);

        Turn.Join join = (Turn.Join) call("2.1");
        assertThat(join.arrival().at()).isEqualTo(Scene.NOW);
        assertThat(ledger.present()).hasSize(1);
    }

    @Test
    void a_try_that_would_be_the_last_asks_for_no_time_and_leaves_no_message() {
        dialled();
        for (int n = 1; n <= 3; n++) {
            settler.end(attemptNow(), AttemptOutcome.BUSY, clock.instant());
            clock.passesSeconds(300);
            redialled(n);
        }
        Turn.Ask greeting =
                (Turn.Ask)
                        reception
                                .answer(question("answered", attemptNow().value(), "", ""))
                                .orElseThrow();
        Turn.Ask reminded = (Turn.Ask) answer("1.9", greeting.next(), "");
        assertThat(answer("1.9", reminded.next(), "2")).isInstanceOf(Turn.Goodbye.class);
        assertThat(ledger.list(true, 1).getFirst()).isInstanceOf(Callback.Broken.class);
    }

    private Turn.Ask greeted() {
        return (Turn.Ask)
                reception.answer(question("answered", ATTEMPT.value(), "", "")).orElseThrow();
    }

    private AttemptId attemptNow() {
        return ledger.liveAttempts().getFirst().attempt().id();
    }

    private void redialled(int n) {
        Callback.Promised promised = (Callback.Promised) ledger.list(true, 1).getFirst();
        AttemptId id = new AttemptId("%032x".formatted(n));
        ledger.intend(promised, Attempt.intent(id, promised.id(), clock.instant()));
        assertThat(ledger.claim(id, clock.instant())).isPresent();
    }

    /** He rings again and presses nothing at the question whether to keep, wait or cancel. */
    private Turn.Join ringsAgain(String call) {
        Turn.Ask asked = (Turn.Ask) call(call);
        assertThat(asked.say()).containsExactly(KEEP_WAIT_OR_CANCEL.prompt());
        return (Turn.Join) answer(call, asked.next(), "");
    }

    private void dialled() {
        PromiseId id = promised("1.1").speaks().orElseThrow();
        spoken(id);
        Callback.Promised promised = (Callback.Promised) ledger.find(id).orElseThrow();
        ledger.intend(promised, Attempt.intent(ATTEMPT, id, clock.instant()));
        assertThat(ledger.claim(ATTEMPT, clock.instant())).isPresent();
    }

    private Attempt attempt() {
        return ledger.attempt(ATTEMPT).orElseThrow().attempt();
    }

    private void spoken(PromiseId id) {
        Callback.Unspoken unspoken = (Callback.Unspoken) ledger.find(id).orElseThrow();
        ledger.move(unspoken, unspoken.spoken(clock.instant()), "spoken", clock.instant());
    }

    private Turn.Goodbye promised(String call) {
        return (Turn.Goodbye) answer(call, numberRead(call).next(), "1");
    }

    private Turn.Ask numberRead(String call) {
        return (Turn.Ask) answer(call, ((Turn.Ask) call(call)).next(), "2");
    }

    private Turn call(String call) {
        return reception
                .answer(
                        new Question(
                                "arrival", LINE.name(), "", "", new CallId(call), NUMBER, "en"))
                .orElseThrow();
    }

    /** He keeps waiting: he is told so, and then he joins. */
    private Turn.Join joined(String call, Turn.Ask choice) {
        Turn.Say told = (Turn.Say) answer(call, choice.next(), "1");
        return (Turn.Join) answer(call, told.next(), "");
    }

    private Turn answer(String call, Turn.Next next, String heard) {
        return answer(call, "en", next, heard);
    }

    private Turn answer(String call, String language, Turn.Next next, String heard) {
        return reception
                .answer(
                        new Question(
                                next.dialogue(),
                                LINE.name(),
                                next.state(),
                                heard,
                                new CallId(call),
                                NUMBER,
                                language))
                .orElseThrow();
    }

    private static Question question(String dialogue, String state, String heard, String number) {
        return new Question(dialogue, LINE.name(), state, heard, new CallId("1.9"), number, "en");
    }
}
