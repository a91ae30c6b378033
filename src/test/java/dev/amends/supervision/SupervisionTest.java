package dev.amends.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.Flag;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeActions;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.Lateness;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ordered;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.speech.Language;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Berlin in winter is one hour ahead of UTC; it is always 14:10 there when somebody asks. */
class SupervisionTest {

    private static final Instant ASKED = Instant.parse("2026-11-21T13:01:05Z");
    private static final Instant NOW = Instant.parse("2026-11-21T13:10:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550123");
    private static final RetrySettings RETRY = new RetrySettings(3, 5, Duration.ofMinutes(5));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AttemptId TRY = new AttemptId("a".repeat(32));

    private final FakeCallerBook callers = new FakeCallerBook();
    private final FakeLedger ledger = new FakeLedger();
    private final Supervision supervision =
            new Supervision(
                    callers,
                    ledger,
                    new FakeActions(ledger),
                    new NumberPlan("US"),
                    new SupervisionTerms(
                            Duration.ofDays(14), RETRY, () -> NOW, ZoneId.of("Europe/Berlin")));

    @Test
    void a_flag_is_kept_with_its_reason_until_it_fades() {
        FlagOrder order = supervision.flag(" (202) 555-0123 ", " third call about the same bill ");

        Instant until = NOW.plus(Duration.ofDays(14));
        assertThat(order)
                .isEqualTo(new FlagOrder.Flagged(NUMBER, until.atZone(ZoneId.of("Europe/Berlin"))));
        assertThat(callers.flagOf(NUMBER))
                .contains(new Flag("third call about the same bill", NOW, until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12", "+1202555012345678901234567890"})
    void what_is_no_number_is_refused(String number) {
        assertThat(supervision.flag(number, "why"))
                .isEqualTo(
                        new FlagOrder.Refused(
                                "this is not a telephone number; write it with its country code,"
                                        + " such as +12025550123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "a\u001b[31mb", "a\u202eb", "a\u2028b"})
    void a_reason_that_can_not_be_printed_is_refused(String reason) {
        assertThat(supervision.flag("+12025550123", reason)).isInstanceOf(FlagOrder.Refused.class);
        assertThat(callers.flagOf(NUMBER)).isEmpty();
    }

    @Test
    void a_reason_has_at_most_eighty_characters() {
        assertThat(supervision.flag("+12025550123", "é".repeat(80)))
                .isInstanceOf(FlagOrder.Flagged.class);
        assertThat(supervision.flag("+12025550123", "é".repeat(81)))
                .isInstanceOf(FlagOrder.Refused.class);
    }

    @Test
    void a_number_is_blocked_and_taken_off_the_list_again() {
        assertThat(supervision.block("(202) 555-0123", " asked us not to call "))
                .isEqualTo(new BlockOrder.Done(NUMBER));
        assertThat(callers.blocked(NUMBER)).isTrue();
        assertThat(supervision.unblock("+12025550123")).isEqualTo(new BlockOrder.Done(NUMBER));
        assertThat(callers.blocked(NUMBER)).isFalse();
        assertThat(supervision.unblock("+12025550123"))
                .isEqualTo(new BlockOrder.Refused("this number is not on the block list"));
        assertThat(supervision.block("abc", "why")).isInstanceOf(BlockOrder.Refused.class);
        assertThat(supervision.block("+12025550123", " ")).isInstanceOf(BlockOrder.Refused.class);
    }

    @Test
    void the_list_says_why_a_promise_was_withdrawn_and_who_waits_on_the_line_himself() {
        Callback.Promised cancelled = spoken(promise('1', "+12025550123", 0));
        ledger.move(
                cancelled,
                cancelled.withdrawn(at(9)),
                "rang again and cancelled it, in call 17.5",
                at(9));
        Callback.Promised waits = spoken(promise('2', "+12025550124", 5));
        ledger.notePresent(waits.id(), new CallId("17.6"), at(9));

        assertThat(supervision.promises(true))
                .extracting(PromiseRow::next)
                .containsExactly(
                        "is on the line himself",
                        "withdrawn 14:09:00: rang again and cancelled it, in call 17.5");
        assertThat(story("2").lines().toList().getLast())
                .contains("is on the line himself: he is called only if he hangs up");
    }

    @Test
    void who_is_on_the_block_list_is_not_said_to_be_called() {
        spoken(promise('1', "+12025550123", 0));
        supervision.block("+12025550123", "asked us not to call");
        assertThat(supervision.promises(false))
                .extracting(PromiseRow::next)
                .containsExactly("on the block list, withdrawn when it is his turn");
        assertThat(story("1").lines().toList().getLast())
                .contains("on the block list: the promise is withdrawn", "amends unblock");
    }

    @Test
    void open_promises_are_listed_first_and_say_what_happens_next() {
        Callback.Promised kept = spoken(promise('1', "+12025550101", 0));
        claim(kept, TRY);
        settle(TRY, AttemptOutcome.KEPT);
        spoken(promise('2', "+12025550102", 60));
        promise('3', "+12025550103", 120);

        assertThat(supervision.promises(false))
                .extracting(PromiseRow::id, PromiseRow::caller, PromiseRow::state, PromiseRow::next)
                .containsExactly(
                        row("33333333", "…0103", "unspoken", "not known to have been heard"),
                        row("22222222", "…0102", "promised", "waits for its turn"));
        assertThat(supervision.promises(true))
                .extracting(PromiseRow::id, PromiseRow::caller, PromiseRow::state, PromiseRow::next)
                .endsWith(row("11111111", "…0101", "kept", "spoke with a rep 14:08:00"))
                .hasSize(3);
    }

    @Test
    void what_he_was_told_of_the_time_is_shown_until_the_promise_is_over() {
        PromisedWindow window =
                new PromisedWindow(
                        Instant.parse("2026-11-21T13:10:00Z"),
                        Instant.parse("2026-11-21T13:25:00Z"));
        CallbackTerms terms = terms("1".repeat(32), "+12025550101", 0, 1);
        Callback made = ledger.promise(terms.within(Optional.of(window)), "asked for a callback");

        assertThat(supervision.promises(false))
                .extracting(PromiseRow::next)
                .containsExactly("not known to have been heard, told between 14:10 and 14:25");
        assertThat(story("11")).contains("\n  told       between 14:10 and 14:25\n");

        claim(spoken((Callback.Unspoken) made), TRY);
        settle(TRY, AttemptOutcome.KEPT);
        assertThat(supervision.promises(true))
                .extracting(PromiseRow::next)
                .containsExactly("spoke with a rep 14:08:00");
    }

    @Test
    void who_should_have_been_called_by_now_is_marked_as_overdue_until_his_phone_has_rung() {
        PromisedWindow passed = new PromisedWindow(NOW.minusSeconds(1500), NOW.minusSeconds(600));
        CallbackTerms terms = terms("1".repeat(32), "+12025550101", 0, 1);
        spoken((Callback.Unspoken) ledger.promise(terms.within(Optional.of(passed)), "asked"));

        assertThat(supervision.promises(false))
                .allMatch(PromiseRow::overdue)
                .extracting(PromiseRow::next)
                .containsExactly(
                        "overdue since 14:00; waits for its turn, told between 13:45 and 14:00");
        assertThat(story("11")).contains("\n  late       overdue since 14:00\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 08:00-18:00||2026-11-21T13:02:00Z|not before 2026-11-23 08:00:00: the line"
                        + " is closed until then",
                "mon-fri 08:00-18:00||2026-11-23T07:00:00Z|not before 2026-11-23 08:00:00: the line"
                        + " is closed until then",
                "mon-fri 08:00-18:00||2026-11-23T17:30:00Z|not before 2026-11-24 08:00:00: the line"
                        + " is closed when it would be his turn",
                "|mon-sun 09:00-21:00|2026-11-21T13:02:00Z|not before 15:00:00: it is outside calling"
                        + " hours in America/New_York until then",
                "|mon-sun 08:00-21:00|2026-11-21T13:30:00Z|not before 14:30:00 (try",
            })
    void it_is_told_what_keeps_him_from_being_called(
            String hours, String calling, Instant notBefore, String told) {
        Line line =
                new Line(
                        new LineName("support"),
                        "support",
                        "support-senior",
                        3,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        new Hours(week(hours), Holidays.NONE, Duration.ZERO, BERLIN));
        CallTimes times =
                new CallTimes(
                        Map.of(line.name(), line),
                        week(calling),
                        _ -> List.of(ZoneId.of("America/New_York")));
        Callback.Promised promised = spoken(promise('1', "+12025550123", 0));
        ledger.move(promised, promised.putOff(notBefore), "whatever", at(6));

        SupervisionTerms terms =
                new SupervisionTerms(
                        Duration.ofDays(14), RETRY, () -> NOW, BERLIN, times, Budget.NONE);
        Supervision desk =
                new Supervision(
                        callers, ledger, new FakeActions(ledger), new NumberPlan("US"), terms);

        assertThat(((Explanation.Told) desk.explain("1")).lines().getLast()).contains(told);
        String from = told.replaceFirst("^not before ([^:]*:[0-9]{2}:[0-9]{2}).*", "from $1");
        assertThat(desk.promises(false).getFirst().next()).startsWith(from);
    }

    private static WeeklyHours week(String text) {
        return WeeklyHours.read(text == null ? "" : text).orElseThrow();
    }

    @Test
    void the_opening_he_was_told_of_is_in_his_story() {
        CallbackTerms terms = terms("1".repeat(32), "+12025550101", 0, 1);
        ledger.promise(terms.from(Instant.parse("2026-11-23T07:00:00Z")), "asked at night");
        assertThat(story("11")).contains("\n  told       from 2026-11-23 08:00 on\n");
    }

    @Test
    void the_story_of_a_promise_not_yet_heard() {
        promise('1', "+12025550123", 0);

        assertThat(story("11"))
                .isEqualTo(
                        """
                        Promise 11111111: call +12025550123 back
                          line       support, in the language en
                          asked      14:01:05, in call 1732194000.1
                          place      of a caller who came at 14:00:05; first of the open promises of this line
                          state      unspoken, not tried yet

                        Attempts
                          none yet

                        What happened
                          14:01:05  unspoken  asked for a callback

                        What happens next
                          Once his call is over: he will be called if he heard the promise, and it is withdrawn if he did not.
                        """);
    }

    @Test
    void the_story_of_a_promise_that_was_busy_once() {
        spoken(promise('2', "+12025550102", -3600));
        Callback.Promised promised = spoken(promise('1', "+12025550123", 0));
        claim(promised, TRY);
        settle(TRY, AttemptOutcome.BUSY);

        assertThat(story("1111"))
                .isEqualTo(
                        """
                        Promise 11111111: call +12025550123 back
                          line       support, in the language en
                          asked      14:01:05, in call 1732194000.1
                          place      of a caller who came at 14:00:05; behind 1 open promise of this line
                          state      promised, tried once

                        Attempts
                          1. 14:05:00  aaaaaaaa: busy, 14:08:00

                        What happened
                          14:01:05  unspoken                                          asked for a callback
                          14:01:30  unspoken -> promised                              heard the promise
                          14:05:00  attempt aaaaaaaa intent                           may be called now, a place is kept in the queue
                          14:06:00  attempt aaaaaaaa claimed, promised -> dialing     won the claim, the phone may ring
                          14:08:00  attempt aaaaaaaa ended busy, dialing -> promised  was busy; try 1 of 4

                        What happens next
                          He will be tried again not before 14:13:00 (try 2 of 4).
                        """);
    }

    @Test
    void what_happens_next_is_told_for_each_state() {
        Callback.Promised promised = spoken(promise('1', "+12025550123", 0));
        assertThat(next())
                .isEqualTo(
                        "He takes his place in the queue within seconds, and is called when a rep"
                                + " is there for him (try 1 of 4).");

        intend(promised, TRY);
        assertThat(next())
                .isEqualTo(
                        "His place in the queue is held; he is called as soon as a rep takes it"
                                + " (try 1 of 4).");
        assertThat(story("1")).contains("holds the place in the queue, nothing dialled yet");

        ledger.claim(TRY, at(6));
        assertThat(next()).isEqualTo("He is being called now (try 1 of 4).");

        ledger.answered(TRY, at(7));
        assertThat(next()).isEqualTo("He has answered and is on the phone (try 1 of 4).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEPT", "NO_LONGER_NEEDED", "CONGESTION", "NO_KEY", "REP_LEFT"})
    void what_happens_next_is_told_for_each_end(String outcome) {
        claim(spoken(promise('1', "+12025550123", 0)), TRY);
        settle(TRY, AttemptOutcome.valueOf(outcome));

        assertThat(next())
                .isEqualTo(
                        switch (AttemptOutcome.valueOf(outcome)) {
                            case KEPT -> "Nothing: he spoke with a rep, 14:08:00.";
                            case NO_LONGER_NEEDED ->
                                    "Nothing: the promise was withdrawn, 14:08:00.";
                            case NO_KEY ->
                                    "He will be tried again not before 14:13:00 (try 2 of 4).";
                            default -> "He will be called not before 14:13:00 (try 1 of 4).";
                        });
    }

    @Test
    void what_is_about_a_line_is_told_by_its_own_clock_and_that_is_named() {
        Supervision desk = readInBerlinOf(ZoneId.of("America/New_York"));
        Instant ten = Instant.parse("2026-12-01T15:00:00Z");
        ledger.order(terms("1".repeat(32), "+12025550123", 0, 1).ordered(ten), "ordered");

        assertThat(desk.promises(false))
                .extracting(PromiseRow::line, PromiseRow::next)
                .containsExactly(row("support (America/New_York)", "from 2026-12-01 10:00:00"));
        assertThat(desk.promises(false).getFirst().askedAt().toLocalTime())
                .isEqualTo(LocalTime.of(8, 1, 5));
        assertThat(((Explanation.Told) desk.explain("1")).lines())
                .contains(
                        "  line       support (America/New_York), in the language en",
                        "  asked      08:01:05, in call 1732194000.1",
                        "  ordered    for 2026-12-01 10:00:00");
    }

    @Test
    void a_line_with_the_clock_of_who_reads_has_its_plain_name() {
        promise('1', "+12025550123", 0);
        assertThat(readInBerlinOf(BERLIN).promises(false))
                .extracting(PromiseRow::line)
                .containsExactly("support");
    }

    @Test
    void a_task_is_told_by_the_clock_of_its_line() {
        Instant ten = Instant.parse("2026-12-01T15:00:00Z");
        Callback.Promised made =
                ((Ordered.Made)
                                ledger.order(
                                        terms("1".repeat(32), "+12025550123", 0, 1).ordered(ten),
                                        "ordered"))
                        .promise();
        ledger.move(made, made.broken(NOW), "given up", NOW);

        assertThat(
                        new TaskDesk(ledger.tasks(), inBerlinOf(ZoneId.of("America/New_York")))
                                .list(false))
                .extracting(TaskRow::line, TaskRow::promised, row -> row.since().toLocalTime())
                .containsExactly(
                        tuple(
                                "support (America/New_York)",
                                "a call at 2026-12-01 10:00",
                                LocalTime.of(8, 10)));
    }

    private Supervision readInBerlinOf(ZoneId ofSupport) {
        return new Supervision(
                callers,
                ledger,
                new FakeActions(ledger),
                new NumberPlan("US"),
                inBerlinOf(ofSupport));
    }

    private static SupervisionTerms inBerlinOf(ZoneId ofSupport) {
        return new SupervisionTerms(
                Duration.ofDays(14),
                RETRY,
                () -> NOW,
                new Zones(BERLIN, Map.of(new LineName("support"), ofSupport)),
                CallTimes.ALWAYS,
                Budget.NONE,
                Lateness.USUAL);
    }

    @Test
    void a_broken_promise_is_a_task_for_a_person() {
        Callback callback = spoken(promise('1', "+12025550123", 0));
        for (char digit : List.of('a', 'b', 'c', 'd')) {
            AttemptId id = new AttemptId(String.valueOf(digit).repeat(32));
            claim((Callback.Promised) callback, id);
            settle(id, AttemptOutcome.NO_ANSWER);
            callback = ledger.find(callback.id()).orElseThrow();
        }

        assertThat(next())
                .isEqualTo(
                        "A person should call him: nothing is tried any more since 14:08:00; then: amends"
                                + " tasks done 11111111.");
        assertThat(story("1"))
                .contains("broken, tried 4 times", "  4. 14:05:00  dddddddd: no answer, 14:08:00")
                .contains("place      of a caller who came at 14:00:05\n");
    }

    @Test
    void times_of_another_day_are_told_with_their_date() {
        promise('1', "+12025550123", -86_400);

        assertThat(story("1")).contains("asked      2026-11-20 14:01:05");
    }

    @Test
    void an_unknown_or_unclear_id_is_refused_with_what_to_do() {
        promise('1', "+12025550123", 0);
        ledger.promise(terms("1".repeat(31) + "2", "+12025550124", 5, 2), "asked for a callback");

        assertThat(refusal("2"))
                .isEqualTo(
                        "there is no promise whose id begins with 2; see: amends promises list --all");
        assertThat(refusal("x'; --"))
                .isEqualTo(
                        "a promise's id is made of the digits 0-9 and a-f; see: amends promises"
                                + " list");
        assertThat(refusal(" 1111 "))
                .isEqualTo(
                        """
                        several promises begin with 1111; give more digits:
                          11111111111111111111111111111111  call …0123 back, line support
                          11111111111111111111111111111112  call …0124 back, line support\
                        """);
    }

    private String story(String prefix) {
        return switch (supervision.explain(prefix)) {
            case Explanation.Told(List<String> lines) -> String.join("\n", lines) + "\n";
            case Explanation.Refused(String why) -> throw new AssertionError(why);
        };
    }

    private String next() {
        return story("1").lines().toList().getLast().strip();
    }

    private String refusal(String prefix) {
        return switch (supervision.explain(prefix)) {
            case Explanation.Told told -> throw new AssertionError(told);
            case Explanation.Refused(String why) -> why;
        };
    }

    private Callback.Unspoken promise(char digit, String number, int later) {
        CallbackTerms terms = terms(String.valueOf(digit).repeat(32), number, later, 1);
        return (Callback.Unspoken) ledger.promise(terms, "asked for a callback");
    }

    private static CallbackTerms terms(String id, String number, int later, int step) {
        Instant asked = ASKED.plusSeconds(later);
        return new CallbackTerms(
                new PromiseId(id),
                new PhoneNumber(number),
                new LineName("support"),
                new EffectiveArrival(asked).earlierBy(Duration.ofMinutes(1)),
                asked,
                new CallId("1732194000." + id.charAt(0)),
                step,
                Language.ENGLISH);
    }

    private Callback.Promised spoken(Callback.Unspoken callback) {
        Instant heard = callback.terms().askedAt().plusSeconds(25);
        Callback.Promised promised = callback.spoken(heard);
        assertThat(ledger.move(callback, promised, "heard the promise", heard)).isTrue();
        return promised;
    }

    private void intend(Callback.Promised promised, AttemptId id) {
        assertThat(ledger.intend(promised, Attempt.intent(id, promised.id(), at(5)))).isTrue();
    }

    private void claim(Callback.Promised promised, AttemptId id) {
        intend(promised, id);
        assertThat(ledger.claim(id, at(6))).isPresent();
    }

    private void settle(AttemptId id, AttemptOutcome outcome) {
        Callback.Dialing dialing = (Callback.Dialing) ledger.attempt(id).orElseThrow().promise();
        RetryPolicy.Verdict verdict = new RetryPolicy(RETRY).after(dialing, outcome, at(8));
        assertThat(
                        ledger.settle(
                                new Ledger.Settlement(
                                        id, outcome, dialing, verdict.next(), verdict.reason()),
                                at(8)))
                .isTrue();
    }

    private static Instant at(int minute) {
        return Instant.parse("2026-11-21T13:0" + minute + ":00Z");
    }

    private static Tuple row(Object... cells) {
        return Tuple.tuple(cells);
    }
}
