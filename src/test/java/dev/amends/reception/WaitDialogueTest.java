package dev.amends.reception;

import static dev.amends.speech.CataloguePrompt.AND;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BEFORE;
import static dev.amends.speech.CataloguePrompt.CALL_YOU_BETWEEN;
import static dev.amends.speech.CataloguePrompt.CHOICE;
import static dev.amends.speech.CataloguePrompt.CHOICE_AFTER_WAIT;
import static dev.amends.speech.CataloguePrompt.KEEP_WAITING;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;
import static dev.amends.speech.CataloguePrompt.WAIT_AT_MOST;
import static dev.amends.speech.CataloguePrompt.WAIT_OVER_AN_HOUR;
import static dev.amends.speech.CataloguePrompt.WE_WILL_CALL_YOU;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Temper;
import dev.amends.line.Learned;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.line.Pace;
import dev.amends.line.Waiting;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromisedWindow;
import dev.amends.reception.CallerState.At;
import dev.amends.routing.Route;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Prompt;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;
import dev.amends.staff.Staff;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What callers hear of their wait, and of when they will be called. One rep; nobody hangs up. */
class WaitDialogueTest {

    private static final Route ROUTE = new Route.Ordinary("first call lately");
    private static final Temper WHO = Temper.calm("first call lately");
    private static final EnglishSpelling ENGLISH = new EnglishSpelling();

    @Test
    void the_wait_is_told_with_the_choice_where_it_is_known() {
        assertThat(arrives(line(2, 60)).say()).isEqualTo(say(minutes(5), CHOICE_AFTER_WAIT));
        assertThat(arrives(line(20, 60)).say()).isEqualTo(say(minutes(30), CHOICE_AFTER_WAIT));
        assertThat(arrives(line(59, 60)).say())
                .isEqualTo(say(List.of(WAIT_OVER_AN_HOUR.prompt()), CHOICE_AFTER_WAIT));
    }

    @Test
    void where_it_is_not_known_nothing_is_said_of_it() {
        Turn.Ask ask = arrives(Scene.usual().waiting(90, 60, 30).facts());
        assertThat(ask.say()).containsExactly(CHOICE.prompt());
        assertThat(state(ask.next()).told()).isEmpty();
    }

    @Test
    void who_chooses_to_wait_hears_it_again_only_when_it_has_become_shorter() {
        CallerState told = state(arrives(line(8, 60)).next());
        assertThat(heard(told, "1", line(8, 60))).containsExactly(KEEP_WAITING.prompt());
        assertThat(heard(told, "1", line(3, 60)))
                .isEqualTo(
                        Stream.concat(Stream.of(KEEP_WAITING.prompt()), minutes(7).stream())
                                .toList());
        assertThat(heard(told, "1", line(8, 600))).containsExactly(KEEP_WAITING.prompt());
    }

    @Test
    void what_he_is_told_never_rises_while_nobody_passes_him() {
        CallerState told = state(arrives(line(8, 60)).next()).to(At.WAITING);
        assertThat(heard(told, "*", line(8, 60))).isEqualTo(say(minutes(15), CHOICE_AFTER_WAIT));
        assertThat(heard(told, "*", line(8, 120))).containsExactly(CHOICE.prompt());
        assertThat(heard(told, "*", line(9, 120))).isEqualTo(say(minutes(30), CHOICE_AFTER_WAIT));
    }

    @Test
    void after_a_silence_he_still_is_told_no_more_than_before() {
        CallerState told = state(arrives(line(8, 60)).next()).to(At.WAITING);
        Turn.Ask silent = (Turn.Ask) CallerDialogue.next(told, "*", line(8, 120)).done();
        assertThat(silent.say()).containsExactly(CHOICE.prompt());
        assertThat(heard(state(silent.next()), "*", line(8, 120))).containsExactly(CHOICE.prompt());
    }

    @Test
    void the_promise_says_between_which_times_in_the_line_s_own_zone() {
        // 10:00 UTC is 5 in the morning in New York; a mean of 22 minutes.
        Step step = promised(line(10, 120));
        PromisedWindow window = terms(step).window().orElseThrow();
        assertThat(window)
                .isEqualTo(
                        new PromisedWindow(
                                Instant.parse("2026-11-02T10:20:00Z"),
                                Instant.parse("2026-11-02T10:35:00Z")));
        assertThat(((Turn.Goodbye) step.done()).say())
                .isEqualTo(
                        spoken(
                                CALL_YOU_BEFORE,
                                List.of("digits/5", "digits/30", "digits/5", "digits/a-m")));
    }

    @Test
    void two_times_that_are_short_enough_are_both_said_and_the_part_of_the_day_not_at_all() {
        Step step = promised(line(10, 105));
        assertThat(terms(step).window().orElseThrow())
                .isEqualTo(
                        new PromisedWindow(
                                Instant.parse("2026-11-02T10:15:00Z"),
                                Instant.parse("2026-11-02T10:30:00Z")));
        assertThat(((Turn.Goodbye) step.done()).say())
                .isEqualTo(
                        spoken(
                                CALL_YOU_BETWEEN,
                                List.of(
                                        "digits/5",
                                        "digits/15",
                                        AND.prompt().file(),
                                        "digits/5",
                                        "digits/30")));
    }

    @Test
    void a_window_that_has_begun_is_told_by_its_end() {
        assertThat(((Turn.Goodbye) promised(line(0, 100)).done()).say())
                .startsWith(CALL_YOU_BEFORE.prompt());
    }

    @Test
    void where_no_wait_is_known_the_promise_says_no_time() {
        Step step = promised(Scene.usual().facts());
        assertThat(terms(step).window()).isEmpty();
        assertThat(((Turn.Goodbye) step.done()).say())
                .containsExactly(WE_WILL_CALL_YOU.prompt(), THANK_YOU_GOODBYE.prompt());
    }

    private static Turn.Ask arrives(CallerFacts facts) {
        return (Turn.Ask) CallerDialogue.arrive(WHO, ROUTE, facts).done();
    }

    private static List<Prompt> heard(CallerState state, String key, CallerFacts facts) {
        return switch (CallerDialogue.next(state, key, facts).done()) {
            case Turn.Ask ask -> ask.say();
            case Turn.Say say -> say.say();
            case Turn other -> throw new AssertionError(other);
        };
    }

    private static Step promised(CallerFacts facts) {
        CallerState begin = CallerState.begin(CallerState.Who.ORDINARY, facts.now());
        Turn.Ask number = (Turn.Ask) CallerDialogue.next(begin.to(At.CHOICE), "2", facts).done();
        return CallerDialogue.next(state(number.next()), "1", facts);
    }

    private static CallbackTerms terms(Step step) {
        return ((Order.MakePromise) step.order().orElseThrow()).terms();
    }

    private static CallerState state(Turn.Next next) {
        return CallerState.read(next.state()).orElseThrow();
    }

    private static List<Prompt> minutes(int minutes) {
        List<Prompt> say = new ArrayList<>(List.of(WAIT_AT_MOST.prompt()));
        say.addAll(ENGLISH.minutes(minutes));
        return say;
    }

    private static List<Prompt> say(List<Prompt> first, CataloguePrompt last) {
        List<Prompt> say = new ArrayList<>(first);
        say.add(last.prompt());
        return say;
    }

    private static List<Prompt> spoken(CataloguePrompt first, List<String> words) {
        List<Prompt> say = new ArrayList<>(List.of(first.prompt()));
        words.forEach(word -> say.add(new Prompt(word)));
        say.add(THANK_YOU_GOODBYE.prompt());
        return say;
    }

    /** So many wait; the rep takes so many seconds for each. */
    static CallerFacts line(int ahead, double handling) {
        CallerFacts facts = Scene.usual().facts();
        List<Waiting> waiting =
                IntStream.range(0, ahead)
                        .mapToObj(i -> new Waiting("other." + i, Scene.ago(900 - i)))
                        .toList();
        LinePicture picture =
                new LinePicture(
                        true,
                        waiting,
                        List.of(),
                        0,
                        List.of(),
                        new Staff(List.of(new Rep("PJSIP/rep1", RepState.TALKING))),
                        Staff.NOBODY,
                        new Learned(Optional.of(new Pace(handling, 0, 0, 60, Map.of())), Map.of()));
        Line line = facts.line();
        Line newYork =
                new Line(
                        line.name(),
                        line.queue(),
                        line.seniorQueue(),
                        line.offerWhenWaiting(),
                        line.seniorsOnly(),
                        line.headStart(),
                        Duration.ofSeconds(90),
                        ZoneId.of("America/New_York"));
        return Scene.seeing(Scene.on(facts, newYork), picture);
    }
}
