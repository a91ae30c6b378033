package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.LineName;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.ActionPolicy.Next;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Times are minutes after the time by which it was to be done, a Tuesday at ten in Berlin. */
class ActionPolicyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BY = Instant.parse("2026-12-01T09:00:00Z");
    private static final AttemptId ATTEMPT = new AttemptId("a".repeat(32));

    private final ActionPolicy policy = policy(0);

    private static ActionPolicy policy(int remindMinutes) {
        return new ActionPolicy(
                new ActionSettings(
                        Duration.ofMinutes(remindMinutes),
                        3,
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(20),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        // owner, unanswered, asked from, now, line open, free: what comes of it
        "PJSIP/rep1, 0,   0,  -1, true,  true,  Wait, not asked yet",
        "PJSIP/rep1, 0,   0,   0, true,  true,  Ask,  to ask whether it is done",
        "PJSIP/rep1, 0,   0,   0, false, true,  Wait, the line is closed",
        "PJSIP/rep1, 0,   0,   0, true,  false, Wait, not free",
        "PJSIP/rep1, 2,  20,  20, true,  true,  Ask,  to ask whether it is done",
        "PJSIP/rep1, 3,  30,  30, true,  true,  Goes, 'did not answer, 3 times in a row'",
        "PJSIP/rep1, 0,   0,  59, true,  false, Wait, not free",
        "PJSIP/rep1, 0,   0,  60, true,  true,  Goes, within an hour after its time",
        "PJSIP/rep1, 0,   0,  60, false, false, Goes, within an hour after its time",
        "accounting, 0,   0,  -1, true,  false, Wait, not asked yet",
        "accounting, 0,   0,   0, true,  false, Goes, no phone that could be asked",
        "accounting, 0,   0,   0, false, false, Goes, no phone that could be asked"
    })
    void first_rule_that_speaks_wins(
            String owner,
            int unanswered,
            int from,
            int now,
            boolean lineOpen,
            boolean free,
            String what,
            String why) {
        ActionPromise.Open open = new ActionPromise.Open(terms(owner, BY), 1, unanswered, at(from));
        Next next = policy.decide(open, new ActionPolicy.Owner(lineOpen, free), at(now));
        assertThat(next.getClass().getSimpleName()).isEqualTo(what);
        assertThat(next.reason()).contains(why);
        if (next instanceof Next.Goes goes) {
            assertThat(goes.to()).isEqualTo(open.overdue(at(now)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // rung before, now: how often in a row, asked again from
        "0,   0,  1, 10",
        "1,  10,  2, 20",
        "2,  20,  3, 30",
        "0, -60,  1, -50",
        "2, -40,  0, 0",
        "2,  -5,  0, 5",
        "0,  55,  1, 60"
    })
    void who_does_not_answer_is_asked_again_and_in_any_case_once_it_is_due(
            int before, int now, int inARow, int from) {
        ActionPromise.Asked asked = asked(before, now);
        assertThat(policy.unheard(asked, at(now)).to())
                .isEqualTo(new ActionPromise.Open(asked.terms(), 4, inARow, at(from)));
    }

    @Test
    void half_an_hour_more_is_given_as_long_as_it_ends_within_an_hour_after_its_time() {
        assertThat(policy.later(asked(2, 0), at(0)).map(ActionPromise.Open::askFrom))
                .contains(at(30));
        assertThat(policy.later(asked(2, 0), at(0)).map(ActionPromise.Open::unanswered))
                .contains(0);
        assertThat(policy.later(asked(0, 30), at(30))).isEmpty();
    }

    @Test
    void what_vanished_on_its_way_is_asked_again_and_what_is_under_way_is_left_alone() {
        ActionPolicy.Owner free = new ActionPolicy.Owner(true, true);
        ActionPromise.Placed placed =
                new ActionPromise.Placed(terms("PJSIP/rep1", BY), 2, 1, ATTEMPT, at(0));
        assertThat(policy.decide(placed, free, at(0).plusSeconds(14)))
                .isInstanceOf(Next.Wait.class);
        assertThat(policy.mayClaim(placed, at(0).plusSeconds(14))).isTrue();
        Next.Goes again = (Next.Goes) policy.decide(placed, free, at(0).plusSeconds(15));
        assertThat(again.to()).isEqualTo(placed.again(at(0).plusSeconds(15)));
        assertThat(policy.mayClaim(placed, at(0).plusSeconds(15))).isFalse();

        ActionPromise.Asked asked = asked(0, 0);
        assertThat(policy.decide(asked, free, at(2))).isInstanceOf(Next.Wait.class);
        assertThat(((Next.Goes) policy.decide(asked, free, at(3))).to())
                .isInstanceOf(ActionPromise.Open.class);
    }

    @ParameterizedTest
    @CsvSource({
        // due, reminder in minutes: first asked, where the line is open from 8 to 18 o'clock
        "2026-12-01T10:00, 0,   2026-12-01T10:00",
        "2026-12-01T10:00, 60,  2026-12-01T09:00",
        "2026-12-01T08:30, 60,  2026-11-30T17:45",
        "2026-12-01T18:00, 0,   2026-12-01T17:45",
        "2026-12-06T12:00, 0,   2026-12-04T17:45",
        "2026-11-30T09:30, 60,  2026-11-30T09:00",
        "2026-11-30T23:00, 0,   2026-11-30T17:45"
    })
    void the_owner_is_asked_while_the_line_is_open(String due, int reminder, String asked) {
        Hours line =
                new Hours(
                        WeeklyHours.read("mon-fri 08:00-18:00").orElseThrow(),
                        Holidays.NONE,
                        Duration.ZERO,
                        BERLIN);
        assertThat(policy(reminder).firstAsked(terms("PJSIP/rep1", berlin(due)), line))
                .isEqualTo(berlin(asked));
        assertThat(policy(reminder).firstAsked(terms("accounting", berlin(due)), line))
                .isEqualTo(berlin(due));
    }

    @Test
    void the_first_word_tells_the_kind_of_an_action() {
        List<String> own = List.of("invoice");
        assertThat(Deed.of("Refund, of order 17", own).code()).isEqualTo("refund");
        assertThat(Deed.of(" invoice ", own)).isEqualTo(new Deed("invoice", "invoice"));
        assertThat(Deed.of("a refund", own).code()).isEqualTo(Deed.OTHER);
        assertThat(Deed.of("invoice", List.of()).code()).isEqualTo(Deed.OTHER);
    }

    private static ActionPromise.Asked asked(int before, int since) {
        return new ActionPromise.Asked(terms("PJSIP/rep1", BY), 3, before, ATTEMPT, at(since));
    }

    private static ActionTerms terms(String owner, Instant by) {
        return new ActionTerms(
                new PromiseId("1".repeat(32)),
                Deed.of("refund", List.of()),
                new ActionOwner(owner),
                new PhoneNumber("+12025550123"),
                new LineName("support"),
                by,
                berlin("2026-11-30T09:00"),
                Language.ENGLISH);
    }

    private static Instant at(int minutes) {
        return BY.plus(Duration.ofMinutes(minutes));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
