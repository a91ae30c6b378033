package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.CANNOT_CALL_THIS_NUMBER;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_AT;
import static dev.amends.speech.CataloguePrompt.FOR_A_CALL_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.HELD_FOR_A_COLLEAGUE;
import static dev.amends.speech.CataloguePrompt.IF_RIGHT_PRESS_1;
import static dev.amends.speech.CataloguePrompt.KEY_IN_NUMBER;
import static dev.amends.speech.CataloguePrompt.LATER_ANYBODY;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_AT;
import static dev.amends.speech.CataloguePrompt.LATER_CALLED_BACK_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.LATER_CHOICE;
import static dev.amends.speech.CataloguePrompt.LATER_COULD_NOT_PROMISE;
import static dev.amends.speech.CataloguePrompt.LATER_HE_HOLDS;
import static dev.amends.speech.CataloguePrompt.LATER_NOT_BACK;
import static dev.amends.speech.CataloguePrompt.LATER_PLEASE_HOLD;
import static dev.amends.speech.CataloguePrompt.LATER_WHEN;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM_AT;
import static dev.amends.speech.CataloguePrompt.LATER_YOU_CALL_HIM_TOMORROW_AT;
import static dev.amends.speech.CataloguePrompt.NOT_UNDERSTOOD;
import static dev.amends.speech.CataloguePrompt.PRESS;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU_ON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.Appointment;
import dev.amends.promise.CallingHours;
import dev.amends.promise.RepDevice;
import dev.amends.reception.LaterState.At;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class LaterDialogueTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final RepDevice REP = new RepDevice("Local/5001@from-queue/n");
    private static final LaterTerms TERMS =
            new LaterTerms(
                    List.of(
                            Duration.ofMinutes(30),
                            Duration.ofHours(1),
                            Duration.ofHours(2),
                            Duration.ofDays(1)),
                    Duration.ofMinutes(10));

    /** Five past three in the afternoon, and some seconds. */
    private static final Instant NOW = Instant.parse("2026-11-02T20:05:17Z");

    private final EnglishSpelling spelling = new EnglishSpelling();

    @Test
    void he_is_asked_whether_to_hold_or_to_be_called() {
        Turn.Ask ask = (Turn.Ask) begin(usual()).done();
        assertThat(ask.say()).containsExactly(LATER_CHOICE.prompt());
        assertThat(ask.next().dialogue()).isEqualTo("later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1"})
    void with_1_or_without_a_key_he_holds_and_his_rep_is_told(String key) {
        Turn.Hold hold = (Turn.Hold) keyed(begin(usual()), key, usual()).done();
        assertThat(hold.say()).containsExactly(LATER_PLEASE_HOLD.prompt());
        assertThat(hold.limit()).hasMinutes(10);
        assertThat(hold.tellRep()).containsExactly(LATER_HE_HOLDS.prompt());
    }

    @Test
    void with_2_he_hears_real_times_each_with_its_key() {
        Turn.Ask ask = (Turn.Ask) keyed(begin(usual()), "2", usual()).done();
        List<Prompt> expected = new ArrayList<>(List.of(LATER_WHEN.prompt()));
        option(expected, 1, FOR_A_CALL_AT, LocalTime.of(15, 40));
        option(expected, 2, FOR_A_CALL_AT, LocalTime.of(16, 10));
        option(expected, 3, FOR_A_CALL_AT, LocalTime.of(17, 10));
        option(expected, 4, FOR_A_CALL_TOMORROW_AT, LocalTime.of(15, 5));
        assertThat(ask.say()).containsExactlyElementsOf(expected);
    }

    /** It is five past three on a Monday; the line closes at four and opens at eight. */
    @Test
    void times_outside_of_hours_are_moved_to_the_next_opening_and_said_once() {
        LaterFacts facts = on(line("mon-fri 08:00-16:00"), usual());
        Turn.Ask ask = (Turn.Ask) keyed(begin(facts), "2", facts).done();
        List<Prompt> expected = new ArrayList<>(List.of(LATER_WHEN.prompt()));
        option(expected, 1, FOR_A_CALL_AT, LocalTime.of(15, 40));
        option(expected, 2, FOR_A_CALL_TOMORROW_AT, LocalTime.of(8, 0));
        option(expected, 3, FOR_A_CALL_TOMORROW_AT, LocalTime.of(15, 5));
        assertThat(ask.say()).containsExactlyElementsOf(expected);

        Step promised = keyed(keyed(keyed(begin(facts), "2", facts), "2", facts), "1", facts);
        assertThat(appointment(promised).from()).isEqualTo("2026-11-03T13:00:00Z");
    }

    @Test
    void a_day_after_tomorrow_is_named() {
        LaterFacts facts = on(line("mon 08:00-15:00, thu 08:00-15:00"), usual());
        Step asked = keyed(begin(facts), "2", facts);
        assertThat(((Turn.Ask) asked.done()).say())
                .containsSubsequence(
                        CataloguePrompt.FOR_A_CALL.prompt(),
                        new Prompt("amends/word-on"),
                        new Prompt("digits/day-4"),
                        CataloguePrompt.AT.prompt(),
                        new Prompt("digits/8"));
        Step promised = keyed(keyed(asked, "1", facts), "1", facts);
        assertThat(appointment(promised).from()).isEqualTo("2026-11-05T13:00:00Z");
        Turn.Farewell farewell = (Turn.Farewell) promised.done();
        assertThat(farewell.say()).startsWith(CataloguePrompt.LATER_CALLED_BACK.prompt());
        assertThat(farewell.tellRep()).startsWith(CataloguePrompt.LATER_YOU_CALL_HIM.prompt());
    }

    @Test
    void a_time_that_does_not_suit_the_number_he_keyed_in_is_moved_and_he_hears_it() {
        LaterFacts facts = usual();
        Step number = keyed(keyed(begin(facts), "2", facts), "3", facts);
        Hours evening =
                new Hours(
                        WeeklyHours.read("mon-sun 08:00-21:00").orElseThrow(),
                        Holidays.NONE,
                        Duration.ZERO,
                        ZoneId.of("Europe/London"));
        LaterFacts inLondon =
                with(
                        new Callee.Callable(
                                Scene.NUMBER, List.of(), new CallingHours(true, List.of(evening))));
        Step promised = keyed(number, "1", inLondon);
        assertThat(appointment(promised).from()).isEqualTo("2026-11-03T08:00:00Z");
        assertThat(((Turn.Farewell) promised.done()).say())
                .startsWith(LATER_CALLED_BACK_TOMORROW_AT.prompt());
    }

    @Test
    void where_no_time_suits_he_can_only_hold() {
        LaterFacts never = with(new Callee.Callable(Scene.NUMBER, List.of(), CallingHours.UNKNOWN));
        assertThat(((Turn.Hold) keyed(begin(never), "2", never).done()).say())
                .containsExactly(LATER_COULD_NOT_PROMISE.prompt());
    }

    private static Appointment appointment(Step promised) {
        Order.PromiseAnother made = (Order.PromiseAnother) promised.order().orElseThrow();
        return made.promise().terms().appointment().orElseThrow();
    }

    private static Line line(String hours) {
        return Scene.usual()
                .line()
                .open(
                        new Hours(
                                WeeklyHours.read(hours).orElseThrow(),
                                Holidays.NONE,
                                Duration.ofMinutes(15),
                                NEW_YORK));
    }

    private static LaterFacts on(Line line, LaterFacts facts) {
        return new LaterFacts(
                facts.call(),
                line,
                facts.picture(),
                facts.terms(),
                facts.rep(),
                facts.caller(),
                facts.callee(),
                facts.language(),
                facts.spelling(),
                facts.freshId(),
                facts.now());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-11-02T20:40:00Z",
        "2, 2026-11-02T21:10:00Z",
        "3, 2026-11-02T22:10:00Z",
        "4, 2026-11-03T20:05:17Z"
    })
    void the_time_he_chose_is_the_time_that_was_spoken_however_long_he_took(
            String key, Instant from) {
        LaterFacts later = at(NOW.plusSeconds(20));
        Step number = keyed(keyed(begin(usual()), "2", usual()), key, later);
        assertThat(((Turn.Ask) number.done()).say())
                .startsWith(WE_WILL_CALL_YOU_ON.prompt())
                .endsWith(IF_RIGHT_PRESS_1.prompt());

        Step promise = keyed(number, "1", at(NOW.plusSeconds(40)));
        Order.MakePromise order = ((Order.PromiseAnother) promise.order().orElseThrow()).promise();
        assertThat(order.terms().appointment()).contains(new Appointment(REP, from));
        assertThat(order.terms().number()).isEqualTo(Scene.NUMBER);
        assertThat(order.terms().arrival().at()).isEqualTo(NOW.plusSeconds(40));
    }

    @Test
    void both_hear_the_time_that_was_promised() {
        Step promise = promiseWith("2");
        Turn.Farewell farewell = (Turn.Farewell) promise.done();
        List<Prompt> time = spelling.timeOfDay(LocalTime.of(16, 10));
        assertThat(farewell.say())
                .startsWith(LATER_CALLED_BACK_AT.prompt())
                .containsAll(time)
                .endsWith(THANK_YOU_GOODBYE.prompt());
        assertThat(farewell.tellRep())
                .startsWith(LATER_YOU_CALL_HIM_AT.prompt())
                .endsWith(time.getLast());
        assertThat(farewell.speaks()).isEqualTo(Scene.FRESH);
        assertThat(promise.failed())
                .isInstanceOfSatisfying(
                        Turn.Hold.class,
                        hold ->
                                assertThat(hold.say())
                                        .containsExactly(LATER_COULD_NOT_PROMISE.prompt()));
    }

    @Test
    void tomorrow_is_called_tomorrow() {
        Turn.Farewell farewell = (Turn.Farewell) promiseWith("4").done();
        assertThat(farewell.say()).startsWith(LATER_CALLED_BACK_TOMORROW_AT.prompt());
        assertThat(farewell.tellRep()).startsWith(LATER_YOU_CALL_HIM_TOMORROW_AT.prompt());
    }

    @Test
    void a_wrong_key_is_asked_again_twice_and_then_he_holds() {
        Step step = keyed(begin(usual()), "2", usual());
        for (int i = 0; i < 2; i++) {
            step = keyed(step, "7", usual());
            assertThat(((Turn.Ask) step.done()).say()).startsWith(NOT_UNDERSTOOD.prompt());
        }
        assertThat(keyed(step, "7", usual()).done()).isInstanceOf(Turn.Hold.class);
    }

    @Test
    void a_number_that_is_not_right_is_not_promised() {
        Step number = keyed(keyed(begin(usual()), "2", usual()), "1", usual());
        Step again = keyed(number, "", usual());
        assertThat(again.done()).isInstanceOf(Turn.Ask.class);
        assertThat(keyed(again, "", usual()).done()).isInstanceOf(Turn.Hold.class);
    }

    @Test
    void another_number_is_keyed_in_read_back_and_promised() {
        PhoneNumber other = new PhoneNumber("+12025550199");
        Step number = keyed(keyed(begin(usual()), "2", usual()), "1", usual());
        Turn.Ask typing = (Turn.Ask) keyed(number, "2", usual()).done();
        assertThat(typing.say()).containsExactly(KEY_IN_NUMBER.prompt());
        assertThat(typing.most()).isEqualTo(25);
        Step back = keyed(keyed(number, "2", usual()), "2025550199", with(callable(other)));
        assertThat(((Turn.Ask) back.done()).say()).startsWith(WE_WILL_CALL_YOU_ON.prompt());
        LaterState kept =
                LaterState.read(next(back.done()).orElseThrow().state(), NOW).orElseThrow();
        assertThat(kept.typing().number()).contains(other);
        Step promise = keyed(back, "1", with(callable(other)));
        Order.MakePromise order = ((Order.PromiseAnother) promise.order().orElseThrow()).promise();
        assertThat(order.terms().number()).isEqualTo(other);
        assertThat(order.askedBy()).contains(Scene.NUMBER);
    }

    @Test
    void without_a_number_that_may_be_called_he_keys_one_in_twice_at_most_and_then_holds() {
        LaterFacts none = with(new Callee.NoNumber());
        Step first = keyed(keyed(begin(none), "2", none), "1", none);
        assertThat(((Turn.Ask) first.done()).say()).containsExactly(KEY_IN_NUMBER.prompt());
        LaterFacts forbidden = with(new Callee.NotAllowed("premium"));
        Step second = keyed(first, "9005550123", forbidden);
        assertThat(((Turn.Ask) second.done()).say())
                .containsExactly(CANNOT_CALL_THIS_NUMBER.prompt(), KEY_IN_NUMBER.prompt());
        assertThat(keyed(second, "12", none).done()).isInstanceOf(Turn.Hold.class);
    }

    @Test
    void without_a_rep_or_times_he_only_holds() {
        for (LaterFacts facts : List.of(withoutRep(), withoutTimes())) {
            assertThat(begin(facts).done()).isInstanceOf(Turn.Hold.class);
        }
    }

    @Test
    void who_has_no_rep_any_more_at_the_last_key_holds() {
        Step number = keyed(keyed(begin(usual()), "2", usual()), "1", usual());
        Step last = keyed(number, "1", withoutRep());
        assertThat(last.order()).isEmpty();
        assertThat(((Turn.Hold) last.done()).say())
                .containsExactly(LATER_COULD_NOT_PROMISE.prompt());
    }

    @Test
    void who_has_held_long_enough_may_hold_on_be_called_or_go_to_anybody() {
        Step asked = keyed(keyed(begin(usual()), "1", usual()), "TIMEOUT", usual());
        assertThat(((Turn.Ask) asked.done()).say()).containsExactly(LATER_NOT_BACK.prompt());
        assertThat(keyed(asked, "1", usual()).done()).isInstanceOf(Turn.Hold.class);
        assertThat(((Turn.Ask) keyed(asked, "2", usual()).done()).say())
                .startsWith(LATER_WHEN.prompt());
        for (String key : List.of("3", "")) {
            Step told = keyed(asked, key, usual());
            assertThat(((Turn.Say) told.done()).say()).containsExactly(LATER_ANYBODY.prompt());
            Turn.Join join = (Turn.Join) keyed(told, "", usual()).done();
            assertThat(join.position()).hasValue(1);
            assertThat(join.queue()).isEqualTo("support");
            assertThat(join.brief()).containsExactly(HELD_FOR_A_COLLEAGUE.prompt());
            assertThat(CallerState.read(join.next().state())).isPresent();
        }
    }

    @Test
    void who_can_not_be_called_goes_to_anybody_once_he_has_held_long_enough() {
        Step told = keyed(begin(withoutRep()), "TIMEOUT", withoutRep());
        assertThat(((Turn.Say) told.done()).say()).containsExactly(LATER_ANYBODY.prompt());
    }

    @Test
    void at_the_head_of_the_line_he_counts_as_having_come_before_all_who_wait() {
        LaterFacts facts = waiting(400, 20);
        Step asked = keyed(begin(facts), "TIMEOUT", facts);
        Turn.Join join = (Turn.Join) keyed(keyed(asked, "3", facts), "", facts).done();
        assertThat(facts.picture().waiting())
                .allSatisfy(w -> assertThat(w.arrival()).isGreaterThan(join.arrival()));
    }

    @Test
    void however_he_keys_every_answer_is_safe_and_he_ends_with_a_promise_or_a_rep() {
        Random random = new Random(7);
        List<String> keys = List.of("", "1", "2", "3", "4", "9", "*", "#", "TIMEOUT");
        for (int run = 0; run < 3000; run++) {
            Step step = begin(anyFacts(random));
            for (int turn = 0; turn < 200; turn++) {
                Optional<Turn.Next> next = next(step.done());
                if (next.isEmpty()) {
                    break;
                }
                assertThat(next.get().state()).matches("[A-Za-z0-9/_&.:+=;@-]{1,200}");
                String heard =
                        step.done() instanceof Turn.Hold
                                ? "TIMEOUT"
                                : keys.get(random.nextInt(keys.size()));
                step = keyed(step, heard, anyFacts(random));
            }
            assertThat(step.done())
                    .as("run %d", run)
                    .isInstanceOfAny(Turn.Farewell.class, Turn.Join.class);
        }
    }

    private static LaterFacts anyFacts(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> withoutNumber();
            case 1 -> withoutRep();
            case 2 -> withoutTimes();
            default -> usual();
        };
    }

    private void option(List<Prompt> say, int key, CataloguePrompt when, LocalTime time) {
        say.add(PRESS.prompt());
        say.addAll(spelling.number(key));
        say.add(when.prompt());
        say.addAll(spelling.timeOfDay(time));
    }

    private static Step promiseWith(String key) {
        return keyed(keyed(keyed(begin(usual()), "2", usual()), key, usual()), "1", usual());
    }

    private static Step begin(LaterFacts facts) {
        LaterState state =
                LaterState.read("new:1::Local/5001@from-queue", facts.now()).orElseThrow();
        assertThat(state.at()).isEqualTo(At.BEGUN);
        return LaterDialogue.next(state, "", facts);
    }

    /** The next step, by way of the text that travels. */
    private static Step keyed(Step step, String heard, LaterFacts facts) {
        Turn.Next next = next(step.done()).orElseThrow();
        LaterState state = LaterState.read(next.state(), facts.now()).orElseThrow();
        return LaterDialogue.next(state, heard, facts);
    }

    private static Optional<Turn.Next> next(Turn turn) {
        return switch (turn) {
            case Turn.Ask ask -> Optional.of(ask.next());
            case Turn.Say say -> Optional.of(say.next());
            case Turn.Hold hold -> Optional.of(hold.next());
            default -> Optional.empty();
        };
    }

    private static LaterFacts usual() {
        return at(NOW);
    }

    private static LaterFacts at(Instant now) {
        return facts(Scene.usual(), TERMS, Optional.of(REP), true, now);
    }

    private static LaterFacts withoutNumber() {
        return facts(Scene.usual(), TERMS, Optional.of(REP), false, NOW);
    }

    private static LaterFacts withoutRep() {
        return facts(Scene.usual(), TERMS, Optional.empty(), true, NOW);
    }

    private static LaterFacts withoutTimes() {
        LaterTerms holdOnly = new LaterTerms(List.of(), Duration.ofMinutes(10));
        return facts(Scene.usual(), holdOnly, Optional.of(REP), true, NOW);
    }

    private static LaterFacts waiting(long... secondsAgo) {
        return facts(Scene.usual().waiting(secondsAgo), TERMS, Optional.of(REP), true, Scene.NOW);
    }

    private static Callee callable(PhoneNumber number) {
        return new Callee.Callable(number, new EnglishSpelling().digits("2025550143"));
    }

    private static LaterFacts with(Callee callee) {
        LaterFacts usual = usual();
        return new LaterFacts(
                usual.call(),
                usual.line(),
                usual.picture(),
                usual.terms(),
                usual.rep(),
                usual.caller(),
                callee,
                usual.language(),
                usual.spelling(),
                usual.freshId(),
                usual.now());
    }

    private static LaterFacts facts(
            Scene scene, LaterTerms terms, Optional<RepDevice> rep, boolean callable, Instant now) {
        return new LaterFacts(
                Scene.CALL,
                inNewYork(scene.line()),
                scene.picture(),
                terms,
                rep,
                callable ? Optional.of(Scene.NUMBER) : Optional.empty(),
                callable ? callable(Scene.NUMBER) : new Callee.NoNumber(),
                Language.ENGLISH,
                new EnglishSpelling(),
                Scene.FRESH,
                now);
    }

    private static Line inNewYork(Line line) {
        return new Line(
                line.name(),
                line.queue(),
                line.seniorQueue(),
                line.offerWhenWaiting(),
                line.seniorsOnly(),
                line.headStart(),
                line.offerAbove(),
                NEW_YORK);
    }
}
