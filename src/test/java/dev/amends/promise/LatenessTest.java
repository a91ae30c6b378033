package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class LatenessTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Lateness LATENESS = Lateness.USUAL;
    private static final CallbackTerms ANYTIME =
            new CallbackTerms(
                    new PromiseId("a".repeat(32)),
                    new PhoneNumber("+12025550143"),
                    new LineName("support"),
                    new EffectiveArrival(NOON),
                    NOON,
                    new CallId("1732219200.1"),
                    2,
                    Language.ENGLISH);

    private static Instant at(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Callback.Promised promised(CallbackTerms terms, Tries tries) {
        return new Callback.Promised(terms, 2, tries, at(90));
    }

    private static Optional<Instant> latest(CallbackTerms terms) {
        return LATENESS.latest(promised(terms, Tries.NONE));
    }

    @Test
    void who_was_told_no_time_is_never_late() {
        assertThat(latest(ANYTIME)).isEmpty();
    }

    @Test
    void a_window_ends_and_a_time_is_kept_a_little_later_as_well() {
        PromisedWindow window = new PromisedWindow(at(10), at(30));
        assertThat(latest(ANYTIME.within(Optional.of(window)))).contains(at(30));
        assertThat(latest(ANYTIME.from(at(60)))).contains(at(75));
        assertThat(latest(ANYTIME.ordered(at(60)))).contains(at(75));
        RepDevice rep = new RepDevice("PJSIP/rep1");
        assertThat(latest(ANYTIME.with(new Appointment(rep, at(60))))).contains(at(75));
    }

    @Test
    void the_last_time_that_was_said_counts() {
        PromisedWindow later = new PromisedWindow(at(100), at(130));
        assertThat(latest(ANYTIME.from(at(60)).within(Optional.of(later)))).contains(at(130));
    }

    @Test
    void whose_phone_has_rung_is_not_late_unless_he_chose_another_time() {
        CallbackTerms told = ANYTIME.within(Optional.of(new PromisedWindow(at(10), at(30))));
        Tries busy = Tries.NONE.after(AttemptOutcome.BUSY);
        assertThat(LATENESS.latest(promised(told, busy))).isEmpty();
        Tries notNow = new Tries(1, Map.of(Setback.NOT_NOW, 1));
        assertThat(LATENESS.latest(promised(told, notNow))).contains(at(105));
    }

    @Test
    void who_was_told_no_time_is_overdue_two_hours_after_he_could_have_been_called() {
        Callback.Promised anytime = promised(ANYTIME, Tries.NONE);
        assertThat(LATENESS.overdueSince(anytime, at(210))).isEmpty();
        assertThat(LATENESS.overdueSince(anytime, at(211))).contains(at(210));
        assertThat(LATENESS.overdueSince(anytime.claimed(), at(211))).isEmpty();
    }

    @Test
    void only_what_is_still_owed_is_overdue() {
        CallbackTerms told = ANYTIME.within(Optional.of(new PromisedWindow(at(10), at(30))));
        Callback.Promised promised = promised(told, Tries.NONE);
        assertThat(LATENESS.overdueSince(promised, at(30))).isEmpty();
        assertThat(LATENESS.overdueSince(promised, at(31))).contains(at(30));
        assertThat(LATENESS.overdueSince(promised.claimed(), at(31))).contains(at(30));
        assertThat(LATENESS.overdueSince(promised.withdrawn(at(20)), at(31))).isEmpty();
        assertThat(LATENESS.overdueSince(new Callback.Unspoken(told, 1), at(31))).isEmpty();
    }
}
