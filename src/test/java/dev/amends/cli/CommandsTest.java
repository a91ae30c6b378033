package dev.amends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.FakeBars;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.Linking;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.Tempers;
import dev.amends.care.Consent;
import dev.amends.care.FakeConsents;
import dev.amends.care.FakeRecordings;
import dev.amends.care.FakeStories;
import dev.amends.care.RecordingId;
import dev.amends.care.RecordingKeeper;
import dev.amends.care.Story;
import dev.amends.care.Wording;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.dialing.TelephoneDown;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.ExperienceOnRecord;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.Tally;
import dev.amends.promise.ActionPolicy;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.ActionSettler;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.FakeActions;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.FakeTasks;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Purpose;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.rehearsal.Assumptions;
import dev.amends.rehearsal.Rehearsal;
import dev.amends.rehearsal.Rules;
import dev.amends.speech.Language;
import dev.amends.staff.Breather;
import dev.amends.staff.BreatherSettings;
import dev.amends.staff.FakeBreathers;
import dev.amends.staff.HardCall;
import dev.amends.supervision.ActionDesk;
import dev.amends.supervision.BarDesk;
import dev.amends.supervision.BlindSpot;
import dev.amends.supervision.BreatherDesk;
import dev.amends.supervision.CallerDesk;
import dev.amends.supervision.Check;
import dev.amends.supervision.ConfFile;
import dev.amends.supervision.Doctor;
import dev.amends.supervision.FairnessDesk;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;
import dev.amends.supervision.PersonalRecords;
import dev.amends.supervision.PrivacyDesk;
import dev.amends.supervision.PromiseDesk;
import dev.amends.supervision.RecordingDesk;
import dev.amends.supervision.Remembered;
import dev.amends.supervision.ReportDesk;
import dev.amends.supervision.Supervision;
import dev.amends.supervision.SupervisionTerms;
import dev.amends.supervision.TaskDesk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class CommandsTest {

    private static final Rules REHEARSED =
            new Rules(
                    new Line(
                            new LineName("support"),
                            "support",
                            "support-senior",
                            3,
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(60)),
                    new RecognitionSettings(
                            2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14)),
                    new RetryPolicy(new RetrySettings(3, 5, Duration.ofMinutes(5))),
                    new Rules.Calls(
                            Duration.ofSeconds(25), 50, LaunchSettings.of(LaunchWay.REP_FIRST)));

    private static final Instant NOW = Instant.parse("2026-11-21T13:10:00Z");

    private static final SupervisionTerms TERMS =
            new SupervisionTerms(
                    Duration.ofDays(14),
                    new RetrySettings(3, 5, Duration.ofMinutes(5)),
                    () -> NOW,
                    ZoneOffset.UTC);
    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(90),
                    ZoneId.of("Europe/Berlin"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeCallerBook callers = new FakeCallerBook();
    private final FakeLedger ledger = new FakeLedger();
    private final Map<LineName, Map<String, Tally>> sums = new HashMap<>();
    private final FakeTasks tasks = ledger.tasks();
    private final FakeActions actions = new FakeActions(ledger);
    private final FakeBars bars = new FakeBars();
    private final FakeBreathers breathers = new FakeBreathers();
    private final FakeConsents consents = new FakeConsents();
    private final FakeRecordings recordings = new FakeRecordings();
    private final FakeStories stories = new FakeStories();
    private final List<String> problems = new ArrayList<>();
    private Optional<String> idle = Optional.empty();
    private final List<String> warnings = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<BlindSpot> blindSpots = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private Programs.Needs needed = Programs.Needs.SETTINGS;
    private final List<PhoneNumber> erased = new ArrayList<>();
    private int closed;
    private String failure = "";
    private boolean mistake;

    @Test
    void of_two_promises_of_one_person_it_is_told_which_stays_and_which_is_withdrawn() {
        String sooner = promised("1", "2026-11-22 10:00");
        String later = promised("2", "2026-12-13 10:00");
        callers.links(new Linking.Done(List.of(new Linking.Merged(sooner, later))));

        assertThat(amends("caller", "link", "+12025550121", "+12025550122")).isZero();
        assertThat(out.toString())
                .endsWith(
                        """
                        …0121 and …0122 are one person's.
                        Of two open promises for support, 11111111 (a call at 2026-11-22 10:00) stays and 22222222 (a call at 2026-12-13 10:00) is withdrawn.
                        """);
    }

    @Test
    void a_promised_call_that_nobody_needs_is_withdrawn_and_his_story_says_why() {
        String id = promised("1", "2026-11-22 10:00");
        assertThat(amends("promises", "done", "1", "--note", "I rang him")).isEqualTo(1);
        assertThat(err.toString())
                .contains("is a call, which is kept by speaking with him", "promises withdraw");
        assertThat(amends("promises", "withdraw", "1", "--note", "mistyped number")).isZero();
        assertThat(out)
                .hasToString("Promise 11111111, call to …0121: withdrawn, he is not called.\n");
        assertThat(ledger.find(new PromiseId(id))).get().isInstanceOf(Callback.Withdrawn.class);
        amends("promises", "explain", "1");
        assertThat(out.toString()).contains("not wanted any more: mistyped number");
        assertThat(amends("promises", "withdraw", "1", "--note", "again")).isEqualTo(1);
        assertThat(err.toString()).contains("it is over already: withdrawn");
        assertThat(amends("promises", "withdraw", "2", "--note", "who?")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no promise whose id begins with 2");
    }

    @Test
    void who_is_being_called_right_now_is_not_withdrawn() {
        PromiseId id = new PromiseId(promised("1", "2026-11-22 10:00"));
        Callback.Promised promise = (Callback.Promised) ledger.find(id).orElseThrow();
        AttemptId attempt = new AttemptId("a".repeat(32));
        ledger.intend(promise, Attempt.intent(attempt, id, Purpose.CALL, NOW));
        ledger.claim(attempt, Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(amends("promises", "withdraw", "1", "--note", "mistyped number")).isEqualTo(1);
        assertThat(err.toString()).contains("he is being called right now");
        assertThat(ledger.find(id)).get().isInstanceOf(Callback.Dialing.class);
    }

    @Test
    void where_amends_does_not_run_whoever_promises_or_looks_is_told() {
        idle = Optional.of("Amends is not running.");
        assertThat(amends("promise", "+12025550121", "--line", "support")).isZero();
        assertThat(err).hasToString("Amends is not running.\n");
        assertThat(amends("promises", "list")).isZero();
        assertThat(err).hasToString("Amends is not running.\nAmends is not running.\n");
    }

    /** A call that is ordered for this time of the world. Returns its id. */
    private String promised(String digit, String at) {
        PromiseId id = new PromiseId(digit.repeat(32));
        CallbackTerms terms =
                new CallbackTerms(
                        id,
                        new PhoneNumber("+1202555012" + digit),
                        LINE.name(),
                        new EffectiveArrival(NOW),
                        NOW,
                        CallbackTerms.byOrder(id),
                        0,
                        Language.ENGLISH);
        ledger.order(terms.ordered(Instant.parse(at.replace(' ', 'T') + ":00Z")), "ordered");
        return id.value();
    }

    @Test
    void a_number_is_blocked_and_only_its_last_digits_are_shown() {
        assertThat(amends("block", "+12025550123", "--reason", "asked us not to call")).isZero();
        assertThat(out.toString()).contains("…0123 is never called from now on.");
        assertThat(amends("unblock", "+12025550123")).isZero();
        assertThat(out.toString()).contains("…0123 is no longer blocked.");
        assertThat(amends("unblock", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).contains("this number is not on the block list");
    }

    @Test
    void a_caller_is_barred_for_a_while_listed_and_let_in_again() {
        assertThat(amends("bars")).isZero();
        assertThat(amends("bar", "+12025550123", "--reason", "threatened a rep")).isZero();
        assertThat(amends("bar", "+12025550199", "--reason", "threatened a rep", "--for", "12h"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "Nobody is barred.",
                        "No calls are taken from …0123 until 2026-11-28 13:10.",
                        "No calls are taken from …0199 until 2026-11-22 01:10.");
        bars.tried(new PhoneNumber("+12025550123"), Instant.parse("2026-11-21T13:05:00Z"));
        assertThat(amends("bars")).isZero();
        assertThat(out.toString()).containsPattern("…0123 .* barred +1 +2026-11-21 13:05");
        assertThat(out.toString()).containsPattern("…0199 .* barred +0 +-");
        assertThat(amends("unbar", "+12025550123")).isZero();
        assertThat(amends("bars", "--all")).isZero();
        assertThat(out.toString())
                .contains("…0123 may call again.", "threatened a rep", "barred", "lifted 13:10");
        assertThat(amends("unbar", "+12025550123")).isEqualTo(1);
        assertThat(err.toString()).contains("this number is not barred");
    }

    @Test
    void who_is_barred_is_let_in_by_what_the_list_shows_of_his_number() {
        assertThat(amends("bar", "+12025550123", "--reason", "threatened a rep")).isZero();
        assertThat(amends("bar", "+12125550123", "--reason", "threatened a rep")).isZero();
        assertThat(amends("bar", "+12025550199", "--reason", "threatened a rep")).isZero();
        assertThat(amends("unbar", "…0199")).isZero();
        assertThat(amends("unbar", "0199")).isEqualTo(1);
        assertThat(amends("unbar", "0123")).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "no barred number ends so; see: amends bars",
                        "2 barred numbers end so: give the whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "--for 3w, 3, is not a length of time such as",
        "--for 366d, 1, nobody is barred for more than 365 days"
    })
    void for_how_long_somebody_is_barred_has_to_make_sense(String words, int code, String why) {
        assertThat(
                        amends(
                                "bar",
                                "+12025550123",
                                "--reason",
                                "x",
                                words.split(" ")[0],
                                words.split(" ")[1]))
                .isEqualTo(code);
        assertThat(err.toString()).contains(why);
    }

    @Test
    void a_rep_with_several_hard_calls_is_marked_and_his_breather_can_be_ended() {
        assertThat(amends("breathers", "list")).isZero();
        assertThat(out.toString()).contains("No rep had a hard call lately.");
        HardCall first =
                new HardCall(
                        "1.1",
                        "support",
                        "PJSIP/rep1",
                        "limit",
                        Duration.ZERO,
                        NOW.minusSeconds(600));
        HardCall second =
                new HardCall(
                        "1.2",
                        "support",
                        "PJSIP/rep1",
                        "taken",
                        Duration.ZERO,
                        NOW.minusSeconds(60));
        breathers.owe(first);
        Breather.Owed owed = breathers.owe(second).orElseThrow();
        breathers.begin(
                new Breather.Running(
                        owed.id(), second, "PJSIP/rep1", NOW, NOW.plus(Duration.ofMinutes(3))));

        assertThat(amends("breathers", "list")).isZero();
        assertThat(out.toString()).contains("PJSIP/rep1", "2 !", "13:09 (taken)", "until 13:13");
        assertThat(amends("breathers", "end", "PJSIP/rep1")).isZero();

        assertThat(out.toString()).contains("The breather of PJSIP/rep1 is over.");
        assertThat(breathers.open())
                .containsExactly(new Breather.Running(owed.id(), second, "PJSIP/rep1", NOW, NOW));
        assertThat(amends("breathers", "end", "PJSIP/rep2")).isEqualTo(1);
        assertThat(err.toString()).contains("PJSIP/rep2 has no breather and is owed none");
    }

    @Test
    void recordings_are_listed_with_the_proof_and_erased_by_id_or_day() {
        recorded("a", NOW.minus(Duration.ofDays(2)));
        recorded("b", NOW);

        assertThat(amends("recordings", "list")).isZero();
        assertThat(out.toString())
                .contains(
                        "aaaaaaaa  2026-11-19 13:10  support  …0123   yes (1)  may-we-record en 0123"
                                + "  0:01")
                .contains("bbbbbbbb");
        assertThat(amends("recordings", "erase", "aa")).isZero();
        assertThat(amends("recordings", "erase", "aa")).isEqualTo(1);
        assertThat(amends("recordings", "erase", "cc")).isEqualTo(1);
        assertThat(amends("recordings", "erase", "--before", "2026-11-22")).isEqualTo(1);
        assertThat(err.toString()).contains("With --yes this goes for good, recordings: 1.");
        assertThat(amends("recordings", "erase", "--before", "2026-11-22", "--yes")).isZero();
        assertThat(amends("recordings", "erase", "--before", "soon")).isEqualTo(1);
        assertThat(amends("recordings", "erase")).isEqualTo(3);
        assertThat(amends("recordings", "list", "--files")).isZero();

        assertThat(out.toString())
                .contains("1 file is erased.\n1 file is erased.\nNo recordings.\n");
        assertThat(err.toString())
                .contains("it is erased already", "no recording whose id begins so", "2026-11-01");
    }

    @Test
    void where_nothing_was_recorded_nothing_is_listed_and_nothing_erased() {
        consents.note(agreed("a", NOW));

        assertThat(amends("recordings", "list")).isZero();
        assertThat(out.toString()).contains("No recordings.");
        assertThat(amends("recordings", "list", "--all")).isZero();
        assertThat(out.toString()).contains("aaaaaaaa");
        assertThat(amends("recordings", "erase", "aa")).isEqualTo(1);
        assertThat(err.toString()).contains("he agreed, but nothing was recorded");
    }

    @Test
    void what_a_story_says_is_shown_on_demand() {
        recorded("a", NOW);
        RecordingId id = new RecordingId("a".repeat(32));
        stories.begun(
                new Story(
                        id,
                        new CallId("1.1"),
                        Optional.empty(),
                        NOW,
                        Optional.of(Duration.ofSeconds(9)),
                        Optional.empty()));
        stories.text(id, "the parcel never came", NOW);

        assertThat(amends("recordings", "list")).isZero();
        assertThat(out.toString()).doesNotContain("parcel");
        assertThat(amends("recordings", "list", "--texts")).isZero();
        assertThat(out.toString()).endsWith("aaaaaaaa  the parcel never came\n");
    }

    private void recorded(String digit, Instant at) {
        consents.note(agreed(digit, at));
        recordings.write(new RecordingId(digit.repeat(32)), at);
    }

    private static Consent agreed(String digit, Instant at) {
        return new Consent(
                new RecordingId(digit.repeat(32)),
                new CallId("1.1"),
                new LineName("support"),
                Optional.of(new PhoneNumber("+12025550123")),
                Consent.Answer.YES,
                "1",
                new Wording("may-we-record", "en 0123"),
                at);
    }

    @Test
    void how_upset_a_caller_is_is_told_with_what_counted() {
        amends("flag", "+12025550123", "--reason", "third call");
        out.getBuffer().setLength(0);

        assertThat(amends("caller", "show", "+12025550123")).isZero();

        assertThat(out.toString())
                .startsWith("flagged: third call: 10 points, upset\nHe comes to senior reps first")
                .containsPattern("10.0 +flagged +flagged: third call");
        assertThat(amends("caller", "show", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("write it with its country code");
    }

    @Test
    void a_caller_is_flagged_and_only_his_last_digits_are_shown() {
        assertThat(amends("flag", "+12025550123", "--reason", "third call")).isZero();

        assertThat(out).hasToString("Flagged …0123 until 2026-12-05 13:10.\n");
        assertThat(callers.flagOf(new PhoneNumber("+12025550123"))).isPresent();
        assertThat(closed).isOne();
    }

    @Test
    void a_number_that_is_none_is_refused() {
        assertThat(amends("flag", "abc", "--reason", "x")).isEqualTo(1);

        assertThat(err.toString()).startsWith("Not flagged: this is not a telephone number;");
    }

    @Test
    void an_action_is_promised_listed_and_done() {
        assertThat(action("refund of order 17", "PJSIP/rep1", "2026-12-01 10:00")).isZero();
        assertThat(out)
                .hasToString(
                        "Promise 77777777: refund of order 17 for …0123, by PJSIP/rep1 until"
                                + " 2026-12-01 10:00 Europe/Berlin; asked on his phone from"
                                + " 2026-12-01 10:00 Europe/Berlin on.\n");
        out.getBuffer().setLength(0);
        amends("promises", "list");
        assertThat(out.toString())
                .contains(
                        "77777777  …0123   support  2026-11-21 13:10  open   0      refund of order 17,"
                                + " by PJSIP/rep1 until 2026-12-01 09:00: asked from 2026-12-01 09:00");
        out.getBuffer().setLength(0);
        assertThat(amends("promises", "done", "7", "--note", "receipt 2231")).isZero();
        assertThat(out).hasToString("Promise 77777777, refund of order 17: done in time.\n");
        amends("promises", "list", "--all");
        assertThat(out.toString()).contains("Promised actions: 1 done in time, 0 late, 0 overdue.");
        assertThat(amends("promises", "done", "7", "--note", "again")).isEqualTo(1);
        assertThat(err.toString()).contains("Nothing changed: it is done already, done in time.");
    }

    @Test
    void an_action_that_is_not_done_has_the_caller_called() {
        action("new invoice", "accounting", "10:00 ");
        assertThat(err.toString()).contains("this time is over");
        assertThat(action("new invoice", "accounting", "18:00")).isZero();
        assertThat(out.toString()).contains("no phone to ask, so it is a task then");
        assertThat(amends("promises", "not-done", "7", "--note", "nobody knows")).isZero();
        assertThat(out.toString()).contains("not kept; it is a task, and the caller is called.");
        assertThat(ledger.find(new PromiseId("6".repeat(32)))).isPresent();
        assertThat(amends("promises", "not-done", "7", "--note", "again")).isEqualTo(1);
        assertThat(amends("promises", "withdraw", "7", "--note", "settled")).isZero();
        amends("promises", "explain", "7");
        assertThat(out.toString())
                .contains(
                        "new invoice", "not wanted any more: settled", "Nothing: it was withdrawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--action x",
                "--action x --owner y",
                "--owner y",
                "--by 18:00",
                "--action x --owner y --by 18:00 --at 18:00"
            })
    void an_action_needs_who_does_it_by_when(String options) {
        List<String> words =
                new ArrayList<>(List.of("promise", "+12025550123", "--line", "support"));
        words.addAll(List.of(options.split(" ")));
        assertThat(amends(words.toArray(String[]::new))).isEqualTo(3);
        assertThat(err.toString()).startsWith("amends: ").contains("--");
    }

    private int action(String deed, String owner, String by) {
        return amends(
                "promise",
                "+12025550123",
                "--line",
                "support",
                "--action",
                deed,
                "--owner",
                owner,
                "--by",
                by);
    }

    @Test
    void promises_are_listed_as_a_table() {
        promise("1", "+12025550123");

        assertThat(amends("promises", "list")).isZero();

        assertThat(out)
                .hasToString(
                        """
                        ID        CALLER  LINE     ASKED             STATE     TRIES  NEXT
                        11111111  …0123   support  2026-11-21 13:01  unspoken  0      not known to have been heard
                        """);
    }

    @Test
    void an_empty_list_says_so() {
        assertThat(amends("promises", "list")).isZero();
        assertThat(amends("promises", "list", "--all")).isZero();

        assertThat(out).hasToString("No open promises.\nNo promises yet.\n");
    }

    @Test
    void the_whole_list_ends_with_who_was_passed_on_each_line() {
        sums.put(new LineName("sales"), Map.of("handling", new Tally(9, 9, 9)));
        sums.put(
                new LineName("support"),
                Map.of(
                        "served", new Tally(212, 0, 0),
                        "passed.promised", new Tally(1, 0, 0),
                        "passed.on_the_line", new Tally(2, 0, 0),
                        "passed.longest", new Tally(0, 7.5, 0)));

        amends("promises", "list");
        amends("promises", "list", "--all");

        assertThat(out)
                .hasToString(
                        """
                        No open promises.
                        No promises yet.
                        support: 212 served; passed although earlier: promised 1, on the line 2 (longest 7 s).
                        """);
    }

    @Test
    void tasks_are_listed_counted_and_done() {
        broken("1", "+12025550123");

        assertThat(amends("tasks", "list")).isZero();
        assertThat(out)
                .hasToString(
                        """
                        ID        CALLER  LINE     PROMISED       WHY                          SINCE
                        11111111  …0123   support  a call, 13:01  was busy; all tries used up  2026-11-21 13:06
                        """);

        out.getBuffer().setLength(0);
        amends("promises", "list");
        assertThat(out)
                .hasToString(
                        "No open promises.\n1 task waits for a person; see: amends tasks list\n");

        out.getBuffer().setLength(0);
        assertThat(amends("tasks", "done", "111", "--note", "called, all settled")).isZero();
        assertThat(out).hasToString("The task for …0123 is done; 0 left.\n");
        assertThat(amends("tasks", "done", "111", "--note", "again")).isEqualTo(1);
        assertThat(err).hasToString("Not done: it is done already: called, all settled.\n");

        out.getBuffer().setLength(0);
        amends("tasks", "list");
        amends("promises", "list");
        assertThat(out).hasToString("No open tasks.\nNo open promises.\n");
        out.getBuffer().setLength(0);
        amends("tasks", "list", "--all");
        assertThat(out.toString()).contains("DONE\n").contains("13:10 called, all settled\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "222|note|there is no task whose id begins so; see: amends tasks list",
                "xyz|note|a task's id is made of the digits 0-9 and a-f; see: amends tasks list",
                "111|' '|the note must be printable text of 1 to 80 characters"
            })
    void a_task_that_is_none_or_a_note_that_is_none_is_refused(String id, String note, String why) {
        broken("1", "+12025550123");
        assertThat(amends("tasks", "done", id, "--note", note)).isEqualTo(1);
        assertThat(err).hasToString("Not done: " + why + ".\n");
    }

    @Test
    void somebody_is_promised_a_call_by_order_and_a_second_order_changes_its_time() {
        assertThat(
                        amends(
                                "promise",
                                "(202) 555-0123",
                                "--line",
                                "support",
                                "--at",
                                "2026-12-01 10:00",
                                "--reason",
                                "bill",
                                "--language",
                                "es"))
                .isZero();
        assertThat(out)
                .hasToString(
                        "Promise 55555555: …0123 is called from 2026-12-01 10:00 Europe/Berlin on.\n");
        out.getBuffer().setLength(0);
        assertThat(amends("promise", "+12025550123", "--line", "support")).isZero();
        assertThat(out)
                .hasToString(
                        "Promise 55555555 was open already: …0123 is called as soon as it is his"
                                + " turn, instead of from 2026-12-01 10:00 Europe/Berlin on.\n");
        out.getBuffer().setLength(0);
        amends("promises", "explain", "5");
        assertThat(out.toString())
                .contains("support, in the language es")
                .contains("13:10:00, by an order (amends promise)")
                .contains("ordered for 2026-12-01 10:00 (Europe/Berlin): bill")
                .contains("time changed  ordered as soon as it is his turn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+12025550123 --line sales|there is no such line; there are: support",
                "+12025550123 --line support --language fr|this language is not in use; there are:"
                        + " en, es",
                "abc --line support|this is not a telephone number; write it with its country code,"
                        + " such as +12025550123",
                "+442071838750 --line support|this number may not be called: a number of another"
                        + " country; see [numbers] in the settings",
                "+12025550199 --line support|this number may not be called: on the block list; see:"
                        + " amends unblock --help",
                "+12025550123 --line support --at 14:09|this time is over: it is 2026-11-21 14:10 in"
                        + " Europe/Berlin",
                "+12025550123 --line support --at noon|this is no time; write it as \"2026-11-22"
                        + " 14:10\", or as \"14:10\" for today",
                "+12025550123 --line support --at 15:00 --rep Martha|this is no rep's phone; write it"
                        + " as his queue has it (queue show), such as PJSIP/rep1 or"
                        + " Local/5001@from-queue/n"
            })
    void an_order_that_can_not_be_is_refused_and_says_what_to_do(String words, String why) {
        callers.block(new PhoneNumber("+12025550199"), "asked us not to call", NOW);
        assertThat(amends(("promise " + words).split(" "))).isEqualTo(1);
        assertThat(err).hasToString("Not promised: " + why + ".\n");
        assertThat(ledger.list(true, 10)).isEmpty();
    }

    @Test
    void a_call_that_a_rep_promised_for_a_time_is_his_first() {
        assertThat(
                        amends(
                                "promise",
                                "+12025550123",
                                "--line",
                                "support",
                                "--at",
                                "2026-12-01 10:00",
                                "--rep",
                                "PJSIP/5001"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "…0123 is called from 2026-12-01 10:00 Europe/Berlin on by PJSIP/5001, or by"
                                + " any rep if he is not free in time.");
        amends("promises", "explain", ledger.list(false, 1).getFirst().id().shortForm());
        assertThat(out.toString()).contains("agreed     by PJSIP/5001, not before 2026-12-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rep PJSIP/rep1|--rep says who calls at a time: --at is missing",
                "--by 10:00|--owner and --by say who does what by when: --action is missing",
                "--owner rep1|--owner and --by say who does what by when: --action is missing",
                "--action refund|an action needs --owner and --by: who does it, by when",
                "--action refund --owner rep1|an action needs --owner and --by: who does it, by when",
                "--action refund --owner rep1 --by 10:00 --at 10:00|--at and --rep are for a call; an"
                        + " action has --by and --owner",
                "--action refund --owner rep1 --by 10:00 --rep PJSIP/rep1|--at and --rep are for a"
                        + " call; an action has --by and --owner",
            })
    void options_that_do_not_belong_together_are_wrong_usage(String words, String why) {
        assertThat(amends(("promise +12025550123 --line support " + words).split(" ")))
                .isEqualTo(3);
        assertThat(err).hasToString("amends: " + why + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "breathers",
                "promises",
                "caller",
                "report",
                "tasks",
                "recordings",
                "config",
                "dialplan"
            })
    void every_command_says_in_one_whole_line_what_it_is_for(String group) {
        assertThat(amends((group + " --help").strip().split(" "))).isZero();
        List<String> commands =
                out.toString()
                        .lines()
                        .dropWhile(line -> !line.equals("Commands:"))
                        .skip(1)
                        .takeWhile(line -> !line.isBlank())
                        .toList();
        assertThat(commands).isNotEmpty().allMatch(line -> line.matches("  [a-z].*[.]"));
    }

    @Test
    void an_order_without_its_line_is_wrong_usage() {
        assertThat(amends("promise", "+12025550123")).isEqualTo(3);
        assertThat(amends("tasks")).isEqualTo(3);
        assertThat(amends("tasks", "done", "111")).isEqualTo(3);
    }

    /** Tried in vain, five minutes after it was asked for. */
    private void broken(String digit, String number) {
        promise(digit, number);
        Callback.Unspoken unspoken =
                (Callback.Unspoken) ledger.find(new PromiseId(digit.repeat(32))).orElseThrow();
        Instant then = unspoken.terms().askedAt().plusSeconds(300);
        Callback.Promised spoken = unspoken.spoken(then);
        ledger.move(unspoken, spoken, "spoken", then);
        ledger.move(spoken, spoken.broken(then), "was busy; all tries used up", then);
    }

    @Test
    void a_promise_is_explained_or_refused() {
        promise("1", "+12025550123");

        assertThat(amends("promises", "explain", "111")).isZero();
        assertThat(amends("promises", "explain", "222")).isEqualTo(1);

        assertThat(out.toString()).startsWith("Promise 11111111: call +12025550123 back\n");
        assertThat(err.toString()).startsWith("amends: there is no promise whose id begins with");
    }

    @Test
    void broken_settings_are_told_and_nothing_is_opened() {
        problems.add("amends.toml:3: store.path: must be the path of a file, not \"\"");
        for (String command : List.of("run", "doctor", "promises list")) {
            err.getBuffer().setLength(0);
            assertThat(amends(command.split(" "))).isEqualTo(3);
            assertThat(err).hasToString(problems.getFirst() + "\n");
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_is_wrong_with_the_settings_is_what_the_check_of_them_finds() {
        problems.add("amends.toml:3: store.path: must be the path of a file, not \"\"");

        assertThat(amends("config", "check")).isEqualTo(2);

        assertThat(err).hasToString(problems.getFirst() + "\n1 problem.\n");
    }

    @Test
    void settings_with_warnings_can_be_used_but_are_not_fine() {
        assertThat(amends("config", "check", "-c", "here.toml")).isZero();
        assertThat(out).hasToString("here.toml is fine.\n");

        warnings.add("amends.toml:3: asterisk.key_file: can be read by every user");
        assertThat(amends("config", "check", "--print")).isEqualTo(1);
        assertThat(out.toString()).endsWith("[store]\npath = \"amends.db\"\n");
        assertThat(err.toString()).startsWith("warning: amends.toml:3: ");
    }

    @Test
    void files_for_asterisk_are_printed_with_their_place() {
        assertThat(amends("dialplan", "print", "--freepbx", "--file", "queues.conf")).isZero();

        assertThat(out)
                .hasToString(
                        """
                        ; ==== /etc/asterisk/amends/queues.conf
                        ; /etc/asterisk/queues_post_custom.conf, at its end:  #include amends/queues.conf

                        [support]
                        """);
    }

    @Test
    void files_for_asterisk_are_written_into_a_folder_but_never_below_etc(@TempDir Path folder) {
        assertThat(amends("dialplan", "print", "--into", folder.resolve("a/b").toString()))
                .isZero();
        assertThat(folder.resolve("a/b/queues.conf")).content().contains("[support]");
        assertThat(folder.resolve("a/b/manager.conf")).exists();

        assertThat(amends("dialplan", "print", "--into", "/tmp/../etc/amends")).isEqualTo(3);
        assertThat(err.toString()).contains("nothing below /etc");
        assertThat(amends("dialplan", "print", "--file", "x.conf")).isEqualTo(3);
        assertThat(err.toString()).contains("there are queues.conf, manager.conf");
    }

    @Test
    void the_doctor_says_what_he_can_not_see_and_how_to_find_out() {
        blindSpots.add(new BlindSpot("the trunk", "be called back"));

        assertThat(amends("doctor")).isZero();

        assertThat(out)
                .hasToString(
                        """

                        Could not be checked from here:
                          the trunk
                            try it: be called back

                        All is well.
                        """);
    }

    @Test
    void the_doctor_tells_what_was_found_and_what_to_do_and_exits_with_the_worst() {
        assertThat(amends("doctor")).isZero();
        assertThat(out).hasToString("All is well.\n");

        out.getBuffer().setLength(0);
        checks.add(() -> List.of(Finding.ok("store", "version 1")));
        checks.add(() ->
                List.of(
                        new Finding(
                                "clock",
                                Verdict.WARNING,
                                "3 s behind",
                                "less than 1 s",
                                "run an NTP client")));
        assertThat(amends("doctor")).isEqualTo(1);
        assertThat(out)
                .hasToString(
                        """
                        ok       store       version 1
                        WARNING  clock       3 s behind
                                   expected  less than 1 s
                                   to do     run an NTP client
                        0 problems, 1 warning.
                        """);

        checks.add(() -> {
            throw new IllegalStateException("no answer");
        });
        assertThat(amends("doctor")).isEqualTo(2);
        assertThat(out.toString()).contains("no answer").endsWith("1 problem, 1 warning.\n");
    }

    @Test
    void a_doctor_who_could_not_begin_does_not_look_like_one_who_found_something() {
        failure = "no answer";

        assertThat(amends("doctor")).isEqualTo(3);

        assertThat(err).hasToString("amends: no answer\n");
    }

    @Test
    void every_exit_code_is_in_the_help() {
        amends("--help");
        assertThat(out.toString()).contains("0 fine", "1 refused", "2 problems", "3 nothing");
        out.getBuffer().setLength(0);
        amends("doctor", "--help");
        assertThat(out.toString()).contains("0 all", "1 warnings", "2 problems", "3 nothing");
    }

    @Test
    void a_rehearsal_says_what_would_come_of_the_settings_and_the_same_seed_says_the_same() {
        String order =
                "rehearse --days 1 --seed 7 --reps 4 --seniors 1 --calls-per-hour 60 --hours 3";
        assertThat(amends(order.split(" "))).isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(amends(order.split(" "))).isZero();

        assertThat(out).hasToString(first);
        assertThat(first)
                .contains("4 reps (1 seniors), 60 calls an hour, 240 s each; 1 days, seed 7")
                .containsPattern("(?m)^waited on the line +[0-9.]+ s +8 of 10 at most [0-9.]+ s")
                .containsPattern("(?m)^hung up waiting +[0-9.]+ % +of all callers$")
                .containsPattern("(?m)^  kept in time +[0-9]+$");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_rehearsal_that_makes_no_sense_is_refused() {
        assertThat(amends("rehearse", "--reps", "0")).isEqualTo(3);
        assertThat(amends("rehearse", "--days", "0")).isEqualTo(3);
        assertThat(amends("rehearse", "--way", "backwards")).isEqualTo(3);
        assertThat(amends("rehearse", "--days", "abc")).isEqualTo(3);
        assertThat(amends("rehearse", "reps", "24")).isEqualTo(3);
        assertThat(err.toString())
                .contains("amends: --reps must be from 1 to 1000, not 0")
                .contains("--days must be from 1 to 1000")
                .contains("--way is one of rep-first")
                .contains("'abc' is not a whole number")
                .contains("(did you mean --reps?)");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void run_says_one_line_when_it_is_ready() {
        assertThat(amends("run")).isZero();

        assertThat(out).hasToString("Amends is ready: turns on 127.0.0.1:4573\n");
        assertThat(closed).isOne();
    }

    @Test
    void a_failure_is_told_in_one_line_without_a_stack_trace() {
        failure = "/var/lib/amends/amends.db can't be written by user amends";

        assertThat(amends("promises", "list")).isEqualTo(1);

        assertThat(err).hasToString("amends: " + failure + "\n");
        assertThat(closed).isOne();
    }

    @Test
    void a_mistake_is_told_in_one_sentence_that_names_the_file_with_the_trace() throws IOException {
        mistake = true;

        assertThat(amends("promises", "list")).isEqualTo(1);

        Matcher told =
                Pattern.compile("amends: this is a mistake in Amends; .* in (/.*\\.trace)\\.\n")
                        .matcher(err.toString());
        assertThat(told.matches()).as(err.toString()).isTrue();
        Path trace = Path.of(told.group(1));
        assertThat(trace).content().contains("index 3 out of 2", "CommandsTest");
        Files.delete(trace);
        assertThat(closed).isOne();
    }

    @Test
    void the_settings_file_is_the_options_then_the_environments_then_the_usual_one() {
        amends("--config", "a.toml", "promises", "list");
        amends("promises", "list", "--config", "b.toml");
        execute(Map.of("AMENDS_CONFIG", "c.toml"), "doctor");
        amends("doctor");

        assertThat(opened)
                .containsExactly(
                        Path.of("a.toml"),
                        Path.of("b.toml"),
                        Path.of("c.toml"),
                        Path.of("/etc/amends/amends.toml"));
    }

    @ParameterizedTest
    @CsvSource({
        "run, SECRETS",
        "doctor, SECRETS",
        "config check, SECRETS",
        "dialplan print, SETTINGS",
        "flag +12025550123 --reason x, SETTINGS",
        "flags, SETTINGS",
        "block +12025550123 --reason x, SETTINGS",
        "unblock +12025550123, SETTINGS",
        "bar +12025550123 --reason x, SETTINGS",
        "unbar +12025550123, SETTINGS",
        "bars, SETTINGS",
        "breathers list, SETTINGS",
        "breathers end PJSIP/rep1, SETTINGS",
        "promises list, SETTINGS",
        "promises explain 1, SETTINGS",
        "promise +12025550123 --line support, SETTINGS",
        "tasks list, SETTINGS",
        "tasks done 1 --note x, SETTINGS",
        "rehearse --days 0, SETTINGS"
    })
    void only_what_speaks_with_asterisk_needs_the_secrets(String command, Programs.Needs needs) {
        amends(command.split(" "));

        assertThat(needed).isEqualTo(needs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "flag",
                "block",
                "unblock",
                "bar",
                "unbar",
                "bars",
                "breathers",
                "breathers list",
                "breathers end",
                "promises",
                "promises list",
                "promises explain",
                "promise",
                "tasks",
                "tasks list",
                "recordings",
                "recordings list",
                "recordings erase",
                "tasks done",
                "config",
                "config check",
                "doctor",
                "rehearse",
                ""
            })
    void every_command_has_help_with_an_example(String command) {
        assertThat(amends((command + " --help").strip().split(" "))).isZero();

        assertThat(out.toString())
                .contains("Usage: " + ("amends " + command).strip(), "Example", "--config=FILE")
                .contains("  amends " + command);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flog",
                "flag",
                "flag +12025550123",
                "flag +12025550123 --reason",
                "promises explain",
                "promises list --al",
                "run now",
                "rehearse --reps many",
                "--confg x"
            })
    void wrong_usage_is_told_with_where_to_find_help(String words) {
        assertThat(amends(words.split(" "))).isEqualTo(3);

        assertThat(err.toString())
                .startsWith("amends: ")
                .contains("Try: amends")
                .contains("--help");
        assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"promises", "config"})
    void half_a_command_shows_its_help(String words) {
        assertThat(amends(words)).isEqualTo(3);
        assertThat(amends()).isEqualTo(3);

        assertThat(err.toString()).contains("Usage: amends " + words, "Usage: amends [");
    }

    @Test
    void the_version_is_the_builds() throws IOException {
        assertThat(amends("--version")).isZero();

        assertThat(out).hasToString("Amends " + Version.NUMBER + "\n");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>amends</artifactId>\n  <version>" + Version.NUMBER + "<");
    }

    private int amends(String... words) {
        return execute(Map.of(), words);
    }

    private int execute(Map<String, String> environment, String... words) {
        Commands commands =
                new Commands(
                        (path, needs) -> {
                            opened.add(path);
                            needed = needs;
                            return new FakeProgram();
                        },
                        environment,
                        new PrintWriter(out),
                        new PrintWriter(err));
        return commands.execute(words);
    }

    private void promise(String digit, String number) {
        Instant asked = Instant.parse("2026-11-21T13:01:05Z");
        ledger.promise(
                new CallbackTerms(
                        new PromiseId(digit.repeat(32)),
                        new PhoneNumber(number),
                        new LineName("support"),
                        new EffectiveArrival(asked),
                        asked,
                        new CallId("1732194000." + digit),
                        1,
                        Language.ENGLISH),
                "asked for a callback");
    }

    /** What a running Amends has counted. */
    private final class Counted implements ExperienceOnRecord {
        @Override
        public Map<LineName, Map<String, Tally>> read() {
            return sums;
        }

        @Override
        public void write(Map<LineName, Map<String, Tally>> written, Instant now) {
            throw new UnsupportedOperationException("a command counts nothing");
        }
    }

    /** One call of one person is remembered. */
    private final class OnePerson implements PersonalRecords {
        @Override
        public Optional<Map<String, List<Map<String, Object>>>> of(PhoneNumber number) {
            Map<String, Object> call = Map.of("line", "support", "at", NOW);
            return number.e164().equals("+12025550123")
                    ? Optional.of(Map.of("call", List.of(call)))
                    : Optional.empty();
        }

        @Override
        public Erasing erase(PhoneNumber number, Instant now) {
            if (of(number).isEmpty()) {
                return new Erasing.Unknown();
            }
            erased.add(number);
            return new Erasing.Done(1, 2, Map.of("call", 3), Map.of("promise", 4), Map.of());
        }
    }

    @Test
    void a_report_is_a_table_for_people_with_its_intervals_and_what_it_does_not_prove() {
        assertThat(amends("report", "treatments")).isZero();
        assertThat(out.toString())
                .contains("From 2026-10-22 13:10 to 2026-11-21 13:10 (Z), all lines.")
                .contains("TREATMENT", "RANG AGAIN")
                .containsPattern("seniors first +12 +27 % \\(10–57, of 11\\) +too few \\(1\\)")
                .contains("does not prove that the treatment made it");
    }

    @Test
    void and_fields_for_programs() {
        assertThat(amends("report", "treatments", "--format", "csv")).isZero();
        assertThat(out.toString())
                .contains("treatment,calls,rang_again,rang_again_low,rang_again_high,rang_again_of")
                .contains("seniors first,12,0.2727,0.0975,0.5656,11,,,,1,")
                .doesNotContain("does not prove");
        assertThat(err.toString()).contains("does not prove that the treatment made it");
        assertThat(amends("report", "waits", "--line", "support", "--format", "json")).isZero();
        assertThat(out.toString()).contains("\"report\" : \"waits\"", "\"hung_up_of\" : 12");
    }

    @Test
    void a_report_of_a_time_or_line_that_makes_no_sense_is_refused() {
        assertThat(amends("report", "reps", "--line", "sales")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("there is no such line; there are: support");
        assertThat(amends("report", "reps", "--from", "yesterday")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("a day is written as 2026-11-01");
        assertThat(amends("report", "reps", "--days", "9999")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("the time must be from 1 to 400 days");
        assertThat(amends("report", "waits", "--from", "2026-11-01", "--days", "5"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("either so many days, or from a day on, not both");
    }

    @Test
    void a_report_that_there_is_not_is_told_with_those_that_there_are() {
        assertThat(amends("report", "foo")).isEqualTo(ExitCode.WRONG);
        assertThat(err.toString())
                .contains("There are: causes, treatments, promises, reps, waits\n");
    }

    @Test
    void an_error_is_called_so_once() {
        assertThat(amends("recordings", "erase")).isEqualTo(ExitCode.WRONG);
        assertThat(err.toString()).contains("amends: Missing required").doesNotContain("Error");
    }

    @Test
    void what_is_remembered_of_a_person_is_told_as_json() {
        assertThat(amends("caller", "export", "+12025550123")).isZero();
        assertThat(out.toString())
                .contains("\"call\" : [", "\"line\" : \"support\"", "\"at\" : \"20");
        assertThat(amends("caller", "export", "+12025550124")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("Nothing to tell: nothing is known of this number.");
    }

    @Test
    void a_person_is_erased_only_by_a_second_word() {
        assertThat(amends("caller", "erase", "+12025550123")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("Nothing was erased. With --yes").contains("1 call");
        assertThat(erased).isEmpty();
        assertThat(amends("caller", "erase", "+12025550123", "--yes")).isZero();
        assertThat(erased).containsExactly(new PhoneNumber("+12025550123"));
        assertThat(out.toString())
                .contains("Open promises withdrawn: 2.", "Deleted: 3 call.", "nobody: 4 promise.");
    }

    @Test
    void files_that_an_erasing_cannot_reach_are_told_and_go_when_it_is_run_again() {
        recorded("a", NOW);
        consents.callerErased(new RecordingId("a".repeat(32)));
        recordings.vanish();
        assertThat(amends("caller", "erase", "+12025550123", "--yes")).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).contains("Deleted: 3 call.");
        assertThat(err.toString())
                .contains("Recorded files are still there: gone.", "or run this again");
        recordings.comeBack();
        assertThat(amends("caller", "erase", "+12025550124", "--yes")).isZero();
        assertThat(out.toString()).contains("Recordings erased: 1.");
        assertThat(amends("caller", "erase", "+12025550124", "--yes")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("nothing is known of this number");
    }

    /** The program on fakes of the ports. */
    private final class FakeProgram implements Program {

        @Override
        public List<String> problems() {
            return problems;
        }

        @Override
        public List<String> warnings() {
            return warnings;
        }

        @Override
        public List<String> settings() {
            return List.of("[store]", "path = \"amends.db\"");
        }

        @Override
        public int run(Consumer<String> ready) {
            ready.accept("turns on 127.0.0.1:4573");
            return 0;
        }

        @Override
        public Optional<String> idle() {
            return idle;
        }

        @Override
        public Supervision supervision() {
            if (mistake) {
                throw new IllegalStateException("index 3 out of 2");
            }
            if (!failure.isEmpty()) {
                throw new TelephoneDown(failure);
            }
            return new Supervision(callers, ledger, actions, new NumberPlan("US"), TERMS);
        }

        @Override
        public CallerDesk callers() {
            return new CallerDesk(
                    new Tempers(
                            callers,
                            callers,
                            new RecognitionSettings(
                                    2,
                                    Duration.ofDays(7),
                                    Duration.ofMinutes(10),
                                    Duration.ofDays(14))),
                    new NumberPlan("US"),
                    () -> NOW);
        }

        @Override
        public TaskDesk tasks() {
            return new TaskDesk(tasks, TERMS);
        }

        @Override
        public BarDesk bars() {
            return new BarDesk(
                    bars,
                    new NumberPlan("US"),
                    new BarDesk.Terms(Duration.ofDays(7), () -> NOW, ZoneOffset.UTC));
        }

        @Override
        public BreatherDesk breathers() {
            return new BreatherDesk(
                    breathers,
                    new BreatherDesk.Terms(
                            new BreatherSettings(
                                    Duration.ofMinutes(3), 1, 50, 2, Duration.ofHours(2), Set.of()),
                            () -> NOW,
                            ZoneOffset.UTC));
        }

        @Override
        public FairnessDesk fairness() {
            return new FairnessDesk(new Counted());
        }

        @Override
        public ReportDesk reports() {
            return new ReportDesk(new Remembered(), List.of(LINE), ZoneOffset.UTC, () -> NOW);
        }

        @Override
        public PrivacyDesk privacy() {
            return new PrivacyDesk(new OnePerson(), keeper(), new NumberPlan("US"), () -> NOW);
        }

        @Override
        public PromiseDesk orders() {
            NumberPlan numbers = new NumberPlan("US");
            return new PromiseDesk(
                    ledger,
                    numbers,
                    NumberJudge.by(new NumberPolicy(numbers, NumberRules.NONE), callers),
                    new PromiseDesk.Offers(
                            List.of(LINE), List.of(Language.ENGLISH, new Language("es"))),
                    new PromiseDesk.Chance(() -> NOW, () -> new PromiseId("5".repeat(32))));
        }

        @Override
        public ActionDesk actions() {
            NumberPlan numbers = new NumberPlan("US");
            NumberJudge judge =
                    NumberJudge.by(new NumberPolicy(numbers, NumberRules.NONE), callers);
            ActionSettings settings =
                    new ActionSettings(
                            Duration.ZERO,
                            3,
                            Duration.ofMinutes(10),
                            Duration.ofSeconds(20),
                            List.of("invoice"));
            return new ActionDesk(
                    new ActionDesk.Book(
                            actions,
                            new ActionSettler(
                                    actions,
                                    new ActionPolicy(settings),
                                    judge,
                                    CallTimes.ALWAYS,
                                    () -> new PromiseId("6".repeat(32))),
                            ledger),
                    numbers,
                    new PromiseDesk.Offers(
                            List.of(LINE), List.of(Language.ENGLISH, new Language("es"))),
                    settings,
                    new PromiseDesk.Chance(() -> NOW, () -> new PromiseId("7".repeat(32))));
        }

        @Override
        public RecordingDesk recordings() {
            return new RecordingDesk(keeper(), stories, TERMS);
        }

        private RecordingKeeper keeper() {
            return new RecordingKeeper(consents, recordings, Duration.ofDays(90), () -> NOW);
        }

        @Override
        public List<ConfFile> confFiles(boolean freePbx) {
            String home = freePbx ? "queues_post_custom.conf" : "queues.conf";
            return List.of(
                    new ConfFile("queues.conf", home, "at its end", List.of("[support]")),
                    new ConfFile(
                            "manager.conf", "manager.conf", "at its end", List.of("[amends]")));
        }

        @Override
        public Doctor doctor() {
            if (!failure.isEmpty()) {
                throw new TelephoneDown(failure);
            }
            return new Doctor(checks, blindSpots);
        }

        @Override
        public Rehearsal rehearsal(String line, String way, Assumptions assumed) {
            if (!way.isEmpty()) {
                throw new IllegalArgumentException("--way is one of rep-first, caller-first, auto");
            }
            return new Rehearsal(REHEARSED, assumed);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
