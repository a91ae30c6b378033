package dev.amends.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.NumberVerdict;
import dev.amends.caller.PhoneNumber;
import dev.amends.dialing.SurveyPolicy.Survey;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.CallTime;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Surveys.Kept;
import dev.amends.promise.Tries;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** He spoke with his rep two hours ago, and may be called, unless a test says otherwise. */
class SurveyPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T14:00:00Z");
    private static final SurveySettings.OfLine LINE =
            new SurveySettings.OfLine(Duration.ofHours(2), Duration.ofDays(30));

    private Instant kept = NOW.minus(Duration.ofHours(2));
    private boolean marked;
    private boolean promised;
    private boolean task;
    private Optional<Instant> asked = Optional.empty();
    private int voids;
    private Optional<Instant> lastVoid = Optional.empty();
    private NumberVerdict number = new NumberVerdict.Allowed("of this country");
    private CallTime time = new CallTime.Now("the line is open");

    private Survey decide() {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        new PhoneNumber("+12025550101"),
                        new LineName("support"),
                        new EffectiveArrival(kept),
                        kept,
                        new CallId("1732219200.1"),
                        3,
                        Language.ENGLISH);
        Kept found =
                new Kept(
                        new Callback.Kept(terms, 4, Tries.NONE, kept),
                        marked,
                        promised,
                        task,
                        asked,
                        voids,
                        lastVoid);
        return SurveyPolicy.decide(new SurveyPolicy.Facts(found, number, time, NOW), LINE);
    }

    private void leftOutFor(String why) {
        assertThat(decide()).isInstanceOf(Survey.LeaveOut.class);
        assertThat(decide().reason()).contains(why);
    }

    private void waitsFor(String why) {
        assertThat(decide()).isInstanceOf(Survey.Wait.class);
        assertThat(decide().reason()).contains(why);
    }

    @Test
    void he_is_asked() {
        assertThat(decide()).isInstanceOf(Survey.Ask.class);
    }

    @Test
    void who_gave_his_mark_in_the_call_is_not_asked_again() {
        marked = true;
        leftOutFor("gave the call a mark");
    }

    @Test
    void nor_is_whoever_waits_for_something_from_us() {
        promised = true;
        leftOutFor("something is still promised");
        promised = false;
        task = true;
        leftOutFor("a person has to call him");
    }

    @Test
    void nobody_is_asked_twice_within_the_days_of_the_line() {
        asked = Optional.of(NOW.minus(Duration.ofDays(30)).plusSeconds(1));
        leftOutFor("within 30 days");
        asked = Optional.of(NOW.minus(Duration.ofDays(30)));
        assertThat(decide()).isInstanceOf(Survey.Ask.class);
    }

    @Test
    void a_number_that_may_not_be_called_is_left_alone() {
        number = new NumberVerdict.Blocked("on the block list");
        leftOutFor("on the block list");
        number = new NumberVerdict.Refused("not of this country");
        leftOutFor("not of this country");
    }

    @Test
    void outside_of_hours_he_is_called_later_and_after_three_days_not_at_all() {
        time = new CallTime.Later(NOW.plusSeconds(3600), "the line is closed");
        waitsFor("the line is closed");
        kept = NOW.minus(Duration.ofHours(2)).minus(SurveyPolicy.LATEST);
        waitsFor("the line is closed");
        kept = kept.minusSeconds(1);
        leftOutFor("too late");
    }

    @Test
    void at_no_time_is_never() {
        time = new CallTime.Never("its hours never meet his");
        leftOutFor("its hours never meet his");
    }

    @Test
    void a_call_that_was_not_dialled_is_placed_again_after_a_pause_three_times_in_all() {
        voids = 1;
        lastVoid = Optional.of(NOW.minus(SurveyPolicy.VOID_PAUSE).plusSeconds(1));
        waitsFor("could not be placed just now");
        lastVoid = Optional.of(NOW.minus(SurveyPolicy.VOID_PAUSE));
        assertThat(decide()).isInstanceOf(Survey.Ask.class);
        voids = SurveyPolicy.MOST_VOIDS;
        leftOutFor("could not be placed, 3 times");
    }
}
