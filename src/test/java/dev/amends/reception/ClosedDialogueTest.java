package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Temper;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.CallingHours;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Tries;
import dev.amends.routing.Route;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody calls a line in New York that is open from eight to six, from Monday to Friday: at
 * night, at the weekend, and just before it closes.
 */
class ClosedDialogueTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Route ROUTE = new Route.Ordinary("first call lately");
    private static final EnglishSpelling ENGLISH = new EnglishSpelling();

    private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-03T01:00:00Z");
    private static final Instant TUESDAY_OPENS = Instant.parse("2026-11-03T13:00:00Z");
    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-07T01:00:00Z");
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-02T17:00:00Z");
    private static final Instant MONDAY_TEN_TO_SIX = Instant.parse("2026-11-02T22:50:00Z");

    private static final Prompt TOMORROW = new Prompt("digits/tomorrow");

    @Test
    void at_night_he_hears_when_it_opens_and_that_he_can_be_called_back() {
        Turn.Ask ask = ask(arrives(at(MONDAY_NIGHT)));
        assertThat(ask.say())
                .containsExactly(
                        CLOSED_NOW.prompt(),
                        WE_OPEN.prompt(),
                        TOMORROW,
                        AT.prompt(),
                        new Prompt("digits/8"),
                        new Prompt("digits/a-m"),
                        CALLED_BACK_PRESS_2.prompt());
        assertThat(ask.next().dialogue()).isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T11:00:00Z, amends/we-open amends/at",
        "2026-11-03T01:00:00Z, amends/we-open digits/tomorrow amends/at",
        "2026-11-07T01:00:00Z, amends/we-open amends/word-on digits/day-1 amends/at",
    })
    void the_day_is_named_unless_it_is_today(Instant now, String words) {
        assertThat(files(ask(arrives(at(now))).say()))
                .contains("amends/closed-now " + words + " digits/8 digits/a-m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", ""})
    void with_1_or_without_a_key_the_call_is_over_and_nobody_is_put_into_a_queue(String key) {
        Step step = hear(ask(arrives(at(MONDAY_NIGHT))), key, at(MONDAY_NIGHT));
        assertThat(step.order()).isEmpty();
        assertThat(goodbye(step)).containsExactly(THANK_YOU_GOODBYE.prompt());
    }

    @Test
    void with_2_and_1_he_is_promised_a_call_at_opening_and_hears_the_time_before_and_after() {
        Turn.Ask number = ask(hear(ask(arrives(at(MONDAY_NIGHT))), "2", at(MONDAY_NIGHT)));
        List<Prompt> when = new ArrayList<>(List.of(TOMORROW, FROM.prompt()));
        when.addAll(ENGLISH.timeOfDay(LocalTime.of(8, 0)));
        List<Prompt> read = new ArrayList<>(List.of(WE_WILL_CALL_YOU_ON.prompt()));
        read.addAll(ENGLISH.digits("2025550143"));
        read.addAll(when);
        read.add(IF_RIGHT_PRESS_1.prompt());
        assertThat(number.say()).isEqualTo(read);
        assertThat(number.next().state()).startsWith("2:closed_number:");

        Step step = hear(number, "1", at(MONDAY_NIGHT));

        CallbackTerms terms = ((Order.MakePromise) step.order().orElseThrow()).terms();
        assertThat(terms.opening()).contains(TUESDAY_OPENS);
        assertThat(terms.window()).isEmpty();
        assertThat(new Callback.Unspoken(terms, 1).spoken(MONDAY_NIGHT.plusSeconds(9)).notBefore())
                .isEqualTo(TUESDAY_OPENS);
        List<Prompt> said = new ArrayList<>(List.of(WE_CALL_YOU.prompt()));
        said.addAll(when);
        said.add(THANK_YOU_GOODBYE.prompt());
        assertThat(goodbye(step)).isEqualTo(said);
        assertThat(((Turn.Goodbye) step.done()).speaks()).contains(Scene.FRESH);
        for (Turn not : List.of(step.refused(), step.failed())) {
            assertThat(((Turn.Goodbye) not).say()).containsExactly(CLOSED_NO_CALLBACK.prompt());
        }
    }

    @Test
    void the_time_is_that_of_the_one_who_is_called() {
        Callee inCalifornia = callable(ZoneId.of("America/Los_Angeles"));
        CallerFacts facts = with(inCalifornia, at(FRIDAY_NIGHT));
        Turn.Ask number = ask(hear(ask(arrives(facts)), "2", facts));
        assertThat(files(number.say()))
                .contains("amends/word-on digits/day-1 amends/from digits/11 digits/a-m");
        CallbackTerms terms =
                ((Order.MakePromise) hear(number, "1", facts).order().orElseThrow()).terms();
        assertThat(terms.opening()).contains(Instant.parse("2026-11-09T16:00:00Z"));
    }

    @Test
    void who_withholds_his_number_or_wants_another_one_keys_it_in_as_ever() {
        CallerFacts withheld = with(new Callee.NoNumber(), at(MONDAY_NIGHT));
        Turn.Ask typing = ask(hear(ask(arrives(withheld)), "2", withheld));
        assertThat(typing.say()).containsExactly(KEY_IN_NUMBER.prompt());
        assertThat(typing.next().state()).startsWith("2:closed_typing:");
        Turn.Ask read = ask(hear(typing, "2025550143", at(MONDAY_NIGHT)));
        assertThat(read.next().state()).startsWith("2:closed_number:");
        assertThat(hear(read, "1", at(MONDAY_NIGHT)).order())
                .get()
                .isInstanceOf(Order.MakePromise.class);
        assertThat(ask(hear(read, "2", at(MONDAY_NIGHT))).next().state())
                .startsWith("2:closed_typing:");
    }

    @Test
    void what_is_no_number_twice_ends_the_call_and_not_in_a_queue() {
        CallerFacts withheld = with(new Callee.NoNumber(), at(MONDAY_NIGHT));
        Turn.Ask typing = ask(hear(ask(arrives(withheld)), "2", withheld));
        Turn.Ask again = ask(hear(typing, "12", withheld));
        assertThat(goodbye(hear(again, "12", withheld)))
                .containsExactly(NOT_A_NUMBER.prompt(), THANK_YOU_GOODBYE.prompt());
    }

    @Test
    void silence_at_his_number_reads_it_once_more_and_then_the_call_is_over() {
        Turn.Ask number = ask(hear(ask(arrives(at(MONDAY_NIGHT))), "2", at(MONDAY_NIGHT)));
        Turn.Ask again = ask(hear(number, "", at(MONDAY_NIGHT)));
        assertThat(again.say()).isEqualTo(number.say());
        assertThat(goodbye(hear(again, "", at(MONDAY_NIGHT))))
                .containsExactly(THANK_YOU_GOODBYE.prompt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7"})
    void other_keys_say_it_again_twice_and_then_the_call_is_over(String key) {
        Turn.Ask first = ask(arrives(at(MONDAY_NIGHT)));
        Turn.Ask second = ask(hear(first, key, at(MONDAY_NIGHT)));
        assertThat(second.say().contains(NOT_UNDERSTOOD.prompt())).isEqualTo(key.equals("7"));
        assertThat(second.say()).endsWith(CALLED_BACK_PRESS_2.prompt());
        Turn.Ask third = ask(hear(second, key, at(MONDAY_NIGHT)));
        assertThat(goodbye(hear(third, key, at(MONDAY_NIGHT))))
                .containsExactly(THANK_YOU_GOODBYE.prompt());
    }

    @Test
    void who_is_on_the_list_already_may_keep_it_or_cancel() {
        CallerFacts facts = promised(at(MONDAY_NIGHT));
        Turn.Ask ask = ask(arrives(facts));
        assertThat(ask.say()).startsWith(CLOSED_NOW.prompt()).endsWith(KEEP_OR_CANCEL.prompt());
        assertThat(ask.next().state()).startsWith("2:closed_again:");
        for (String key : List.of("1", "")) {
            Step kept = hear(ask, key, facts);
            assertThat(kept.order()).isEmpty();
            assertThat(goodbye(kept))
                    .containsExactly(ALREADY_PROMISED.prompt(), THANK_YOU_GOODBYE.prompt());
        }
        Step cancelled = hear(ask, "3", facts);
        assertThat(cancelled.order()).get().isInstanceOf(Order.Withdraw.class);
        assertThat(goodbye(cancelled)).containsExactly(CANCELLED_GOODBYE.prompt());
        assertThat(((Turn.Goodbye) cancelled.refused()).say())
                .startsWith(ALREADY_PROMISED.prompt());
        assertThat(((Turn.Goodbye) cancelled.failed()).say())
                .containsExactly(CLOSED_NO_CALLBACK.prompt());
        assertThat(ask(hear(ask, "2", facts)).say()).startsWith(NOT_UNDERSTOOD.prompt());
        assertThat(goodbye(hear(ask, "3", at(MONDAY_NIGHT))))
                .containsExactly(THANK_YOU_GOODBYE.prompt());
    }

    @Test
    void just_before_closing_the_choice_is_to_wait_or_to_be_called_tomorrow() {
        CallerFacts late = at(MONDAY_TEN_TO_SIX);
        Turn.Ask choice = ask(arrives(late));
        assertThat(files(choice.say()))
                .isEqualTo(
                        "amends/wait-or-be-called digits/tomorrow amends/from digits/8 digits/a-m"
                                + " amends/press digits/2");
        assertThat(choice.next().dialogue()).isEqualTo("choice");
        Turn.Ask number = ask(hear(choice, "2", late));
        Step step = hear(number, "1", late);
        assertThat(((Order.MakePromise) step.order().orElseThrow()).terms().opening())
                .contains(TUESDAY_OPENS);
        assertThat(((Turn.Say) step.refused()).say()).containsExactly(NO_CALLBACK_NOW.prompt());
        assertThat(((Turn.Say) hear(choice, "1", late).done()).say())
                .containsExactly(KEEP_WAITING.prompt());
    }

    @Test
    void with_time_enough_the_promise_is_as_ever_and_its_window_within_hours() {
        CallerFacts noon = at(MONDAY_NOON);
        assertThat(ask(arrives(noon)).say()).containsExactly(CHOICE.prompt());
        Step step = hear(ask(hear(ask(arrives(noon)), "2", noon)), "1", noon);
        assertThat(((Order.MakePromise) step.order().orElseThrow()).terms().opening()).isEmpty();
        assertThat(goodbye(step)).startsWith(WE_WILL_CALL_YOU.prompt());
    }

    /** Eight wait before him who take a minute each; the line closes sooner or later. */
    @ParameterizedTest
    @CsvSource({"10:08, false", "10:40, true"})
    void a_wait_that_would_end_after_closing_is_not_promised_for_today(
            LocalTime closes, boolean today) {
        CallerFacts usual = WaitDialogueTest.line(8, 60);
        int minutes = closes.getHour() * 60 + closes.getMinute();
        Instant now = usual.now();
        String until = "%02d:%02d".formatted(minutes / 60, minutes % 60);
        ZoneId zone = ZoneId.of("UTC");
        CallerFacts facts = Scene.on(usual, line("mon-sun 08:00-" + until, zone, Duration.ZERO));
        Step step =
                CallerDialogue.next(
                        CallerState.read(
                                        ask(CallerDialogue.next(
                                                        CallerState.begin(
                                                                CallerState.Who.ORDINARY, now),
                                                        "2",
                                                        facts))
                                                .next()
                                                .state())
                                .orElseThrow(),
                        "1",
                        facts);
        CallbackTerms terms = ((Order.MakePromise) step.order().orElseThrow()).terms();
        assertThat(terms.opening().isEmpty()).isEqualTo(today);
        Instant end = facts.line().hours().closes(now).orElseThrow();
        assertThat(terms.window().map(PromisedWindow::to).filter(end::isBefore)).isEmpty();
    }

    @Test
    void whose_hours_never_meet_the_lines_is_asked_for_another_number() {
        CallerFacts never =
                with(
                        new Callee.Callable(Scene.NUMBER, List.of(), CallingHours.UNKNOWN),
                        at(MONDAY_NOON));
        Turn.Ask typing = ask(hear(ask(arrives(never)), "2", never));
        assertThat(typing.say()).containsExactly(KEY_IN_NUMBER.prompt());
        assertThat(ask(hear(typing, "2025550143", never)).say())
                .startsWith(CANNOT_CALL_THIS_NUMBER.prompt());
    }

    @Test
    void a_line_that_never_opens_says_only_that_it_is_closed() {
        Hours hours = at(MONDAY_NIGHT).line().hours();
        Set<MonthDay> all = new HashSet<>();
        for (LocalDate day = LocalDate.of(2024, 1, 1);
                day.getYear() == 2024;
                day = day.plusDays(1)) {
            all.add(MonthDay.from(day));
        }
        Holidays always = new Holidays(Optional.empty(), Set.of(), all);
        CallerFacts facts =
                Scene.on(
                        at(MONDAY_NIGHT),
                        line(new Hours(hours.weekly(), always, hours.cutOff(), hours.zone())));
        assertThat(goodbye(arrives(facts)))
                .containsExactly(CLOSED_NOW.prompt(), THANK_YOU_GOODBYE.prompt());
    }

    private static Step arrives(CallerFacts facts) {
        return CallerDialogue.arrive(Temper.calm("first call lately"), ROUTE, facts);
    }

    private static Step hear(Turn.Ask asked, String heard, CallerFacts facts) {
        return CallerDialogue.next(
                CallerState.read(asked.next().state()).orElseThrow(), heard, facts);
    }

    private static Turn.Ask ask(Step step) {
        assertThat(step.order()).isEmpty();
        return (Turn.Ask) step.done();
    }

    private static List<Prompt> goodbye(Step step) {
        return ((Turn.Goodbye) step.done()).say();
    }

    private static String files(List<Prompt> say) {
        return String.join(" ", say.stream().map(Prompt::file).toList());
    }

    /** What there is to know at this moment, with three waiting. */
    private static CallerFacts at(Instant now) {
        Scene scene = Scene.usual().waiting(90, 60, 30);
        LinePicture picture = scene.picture();
        return new CallerFacts(
                Scene.CALL,
                line("mon-fri 08:00-18:00", NEW_YORK, Duration.ofMinutes(15)),
                picture,
                Optional.of(Scene.NUMBER),
                Scene.known(callable(NEW_YORK)),
                Scene.known(Optional.empty()),
                Scene.known(Scene.FRESH),
                Language.ENGLISH,
                ENGLISH,
                now);
    }

    private static CallerFacts with(Callee callee, CallerFacts facts) {
        return changed(facts, callee, facts.open());
    }

    private static CallerFacts promised(CallerFacts facts) {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        Scene.NUMBER,
                        facts.line().name(),
                        new EffectiveArrival(facts.now().minusSeconds(600)),
                        facts.now().minusSeconds(600),
                        new CallId("earlier"),
                        3,
                        Language.ENGLISH);
        Callback open = new Callback.Promised(terms, 2, Tries.NONE, facts.now());
        return changed(
                facts,
                facts.callee(),
                Optional.of(new OpenPromise(open, Optional.empty(), Optional.empty())));
    }

    private static CallerFacts changed(
            CallerFacts facts, Callee callee, Optional<OpenPromise> open) {
        return new CallerFacts(
                facts.call(),
                facts.line(),
                facts.picture(),
                facts.number(),
                Scene.known(callee),
                Scene.known(open),
                Scene.known(facts.freshId()),
                facts.language(),
                facts.spelling(),
                facts.now());
    }

    private static Callee callable(ZoneId zone) {
        Hours clock =
                new Hours(
                        WeeklyHours.read("mon-sun 08:00-21:00").orElseThrow(),
                        Holidays.NONE,
                        Duration.ZERO,
                        zone);
        PhoneNumber number = Scene.NUMBER;
        return new Callee.Callable(
                number, ENGLISH.digits("2025550143"), new CallingHours(true, List.of(clock)));
    }

    private static Line line(String hours, ZoneId zone, Duration cutOff) {
        return line(new Hours(WeeklyHours.read(hours).orElseThrow(), Holidays.NONE, cutOff, zone));
    }

    private static Line line(Hours hours) {
        return Scene.usual().line().open(hours);
    }
}
