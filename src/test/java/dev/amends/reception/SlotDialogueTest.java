package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.EffectiveArrival;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.SlotPolicy;
import dev.amends.reception.CallerState.At;
import dev.amends.reception.CallerState.Who;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** What a caller meets who wants to be called at another time than in his turn. */
class SlotDialogueTest {

    private static final CallerFacts FACTS = Scene.usual().facts().with(slots(List.of()));
    private static final CallerState CHOICE =
            CallerState.begin(Who.ORDINARY, Scene.NOW).to(At.CHOICE);
    private static final PromisedWindow SOON =
            new PromisedWindow(
                    Instant.parse("2026-11-02T11:00:00Z"), Instant.parse("2026-11-02T12:00:00Z"));

    @Test
    void who_is_read_his_number_hears_of_other_times_only_where_there_are_some() {
        assertThat(said(after(CHOICE, "2", FACTS))).endsWith("amends/if-right-or-another");
        assertThat(said(after(CHOICE, "2", Scene.usual().facts())))
                .endsWith("amends/if-right-press-1");
    }

    @Test
    void he_hears_real_times_each_by_its_key() {
        List<String> question = said(after(CHOICE, "23", FACTS));
        assertThat(question)
                .startsWith(
                        "amends/later-when",
                        "amends/press",
                        "digits/1",
                        "amends/between",
                        "digits/11");
        assertThat(Collections.frequency(question, "amends/press")).isEqualTo(4);
    }

    @Test
    void the_time_he_chooses_is_read_to_him_with_his_number_and_then_promised() {
        Turn.Ask readBack = (Turn.Ask) after(CHOICE, "231", FACTS).done();
        assertThat(said(readBack)).contains("amends/between").endsWith("amends/if-right-press-1");

        Step promise = after(CHOICE, "2311", FACTS);
        Order.MakePromise order = (Order.MakePromise) promise.order().orElseThrow();
        CallbackTerms terms = order.terms();
        assertThat(terms.opening()).contains(SOON.from());
        assertThat(terms.window()).contains(SOON);
        assertThat(terms.arrival()).isEqualTo(new EffectiveArrival(SOON.from()));
        assertThat(order.slot()).get().matches(slot -> slot.window().equals(SOON));
        assertThat(said(promise)).startsWith("amends/we-call-you", "amends/between");
    }

    @Test
    void who_is_upset_has_his_head_start_at_the_time_he_chose_too() {
        CallerState upset = CallerState.begin(Who.FLAGGED, Scene.NOW).to(At.CHOICE);
        Order.MakePromise order =
                (Order.MakePromise) after(upset, "2311", FACTS).order().orElseThrow();
        assertThat(order.terms().arrival().at()).isEqualTo(SOON.from().minus(Scene.HEAD_START));
    }

    @Test
    void whoever_finds_his_time_taken_hears_so_and_chooses_from_the_others() {
        Step promise = after(CHOICE, "2311", FACTS);
        assertThat(said(promise.taken())).startsWith("amends/time-taken", "amends/later-when");
        Turn.Ask others = (Turn.Ask) promise.taken();
        assertThat(CallerState.read(others.next().state()).orElseThrow().times())
                .isNotEmpty()
                .doesNotContain(SOON.from());
    }

    @Test
    void a_key_means_what_he_was_told_whatever_was_booked_meanwhile() {
        Step question = after(CHOICE, "23", FACTS);
        CallerFacts later = Scene.usual().facts().with(slots(Collections.nCopies(99, SOON.from())));
        Turn.Ask readBack = (Turn.Ask) next(question, "1", later).done();
        assertThat(CallerState.read(readBack.next().state()).orElseThrow().chosen())
                .contains(SOON.from());
    }

    @Test
    void a_time_that_the_other_number_he_keys_in_may_not_be_called_at_is_forgotten() {
        CallerState typing =
                CallerState.read(next(after(CHOICE, "2312", FACTS)).state()).orElseThrow();
        assertThat(typing.at()).isEqualTo(At.TYPING);
        assertThat(typing.times()).isEmpty();
    }

    /** Keys after the question; {@code -} is silence. */
    @ParameterizedTest
    @CsvSource({
        "-, TIMES",
        "*, TIMES",
        "9, TIMES",
        "*9, TIMES",
        "--, JOINING",
        "99*, JOINING",
        "2, NUMBER",
        "-2, NUMBER",
        "*4, NUMBER",
        "13, NUMBER"
    })
    void who_chooses_none_is_back_in_line(String keys, At where) {
        Step step = after(CHOICE, "23" + keys, FACTS);
        assertThat(CallerState.read(next(step).state()).orElseThrow().at()).isEqualTo(where);
    }

    @Test
    void who_calls_while_it_is_closed_has_the_same_times_and_a_goodbye_at_the_end() {
        CallerState closed = CallerState.begin(Who.ORDINARY, Scene.NOW).to(At.CLOSED);
        Turn.Ask question = (Turn.Ask) after(closed, "23", FACTS).done();
        assertThat(question.next().dialogue()).isEqualTo("closed");
        assertThat(after(closed, "23--", FACTS).done()).isInstanceOf(Turn.Goodbye.class);
        assertThat(after(closed, "2311", FACTS).order()).isPresent();
    }

    @Test
    void a_time_that_can_no_longer_be_promised_is_not_read_back() {
        CallerFacts noMore = Scene.usual().facts().with(LookedUp.of(SlotPolicy.Facts.NONE));
        assertThat(said(next(after(CHOICE, "23", FACTS), "1", noMore)))
                .startsWith("amends/time-taken");
    }

    private static LookedUp<SlotPolicy.Facts> slots(List<Instant> booked) {
        return LookedUp.of(SlotScene.slots(Scene.usual().line().hours(), 3, booked));
    }

    private static Step after(CallerState state, String keys, CallerFacts facts) {
        Step step = CallerDialogue.next(state, keys.substring(0, 1), facts);
        for (String key : keys.substring(1).split("")) {
            step = key.isEmpty() ? step : next(step, key.equals("-") ? "" : key, facts);
        }
        return step;
    }

    private static Step next(Step step, String heard, CallerFacts facts) {
        CallerState state = CallerState.read(next(step).state()).orElseThrow();
        return CallerDialogue.next(state, heard, facts);
    }

    private static Turn.Next next(Step step) {
        return switch (step.done()) {
            case Turn.Ask ask -> ask.next();
            case Turn.Say say -> say.next();
            case Turn other -> throw new AssertionError(other);
        };
    }

    private static List<String> said(Step step) {
        return said(step.done());
    }

    private static List<String> said(Turn turn) {
        List<Prompt> say =
                switch (turn) {
                    case Turn.Ask ask -> ask.say();
                    case Turn.Say some -> some.say();
                    case Turn.Goodbye goodbye -> goodbye.say();
                    case Turn other -> throw new AssertionError(other);
                };
        return say.stream().map(Prompt::file).toList();
    }
}
