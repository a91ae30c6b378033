package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.NotInTime;
import dev.amends.callcentre.RawAmi;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The dialogues that the dialplan holds alone, as tables: every key, silence and hanging up, each
 * in a call of its own, all of them at a time; what comes next, and that no caller is dropped.
 */
@Tag("live")
class EveryKeyLiveTest extends HandOverScene {

    private static final String SILENCE = "silence";
    private static final String HANGS_UP = "hangs up";
    private static final List<String> ANSWERS =
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", SILENCE, HANGS_UP);

    /** Many at a time take longer than one. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String HANDS_OVER = "take-over-or-decline";
    private static final String HELPS = "help-keys";
    private static final String CLOSES = "closing-came";
    private static final String UPSET = "why-upset";

    private static final Map<String, String> REASONS =
            Map.of("1", "waited too long", "2", "problem not solved", "3", "treated badly");

    /** A phone that is in use is rung for another call as well. */
    private static final Map<String, String> RINGS_ALL_THE_SAME =
            Map.of("rep1", "support", "senior1", "support-senior");

    /** One row of a table: a caller who speaks with rep1, and the answer that is given. */
    private record Row(String answer, Call caller, IncomingCall rep) {

        boolean isKey() {
            return answer.length() == 1;
        }

        /** They speak with each other as if nothing had been asked. */
        void talksOn() {
            HandOver.talk(caller, CALLER, rep, REP);
        }
    }

    @BeforeEach
    void phones_ring_for_many_calls_at_a_time() {
        ringinuse("yes");
    }

    @AfterEach
    void as_it_was() {
        ringinuse("no");
    }

    private void ringinuse(String word) {
        RINGS_ALL_THE_SAME.forEach((rep, queue) ->
                stage.pbx()
                        .cli(
                                "queue set ringinuse %s on PJSIP/%s in %s"
                                        .formatted(word, rep, queue)));
    }

    @Test
    void a_call_is_handed_over_by_1_alone_and_else_the_caller_stays_with_his_rep()
            throws Exception {
        story.senior(call -> answers(call, HANDS_OVER));
        List<Row> rows = rows();

        Stage.atOnce(
                each(
                        rows,
                        row -> {
                            row.rep().press(HandOver.TO_SENIOR);
                            IncomingCall senior = asked("senior1", row);
                            if (row.answer().equals("1")) {
                                row.caller().awaitPrompt("colleague-takes-over", SOON);
                                HandOver.talk(row.caller(), CALLER, senior, SENIOR);
                                row.rep().awaitPrompt("taken-over", SOON);
                            } else {
                                row.rep().awaitPrompt("nobody-took-it", SOON);
                                senior.awaitEnded(SOON);
                                row.talksOn();
                                // Who declines or hangs up hears it once, whoever keys nothing that
                                // helps twice.
                                assertThat(times(HANDS_OVER, senior))
                                        .isEqualTo(
                                                Set.of("2", HANGS_UP).contains(row.answer())
                                                        ? 1
                                                        : 2);
                            }
                            row.caller().hangUp();
                        }));

        story.nothingIsLeft();
    }

    @Test
    void a_supervisor_listens_by_1_whispers_by_2_joins_by_3_takes_over_by_4_and_else_leaves_alone()
            throws Exception {
        story.supervisor(call -> answers(call, HELPS));
        List<Row> rows = rows();
        help(rows);

        Stage.atOnce(
                each(
                        rows,
                        row -> {
                            IncomingCall supervisor = asked("sup1", row);
                            switch (row.answer()) {
                                case "1" -> {
                                    supervisor.awaitTone(CALLER, SOON);
                                    row.rep().awaitPrompt("supervisor-listens", SOON);
                                }
                                case "2" -> row.rep().awaitTone(HandOver.SUPERVISOR_TONE, SOON);
                                case "3" -> row.caller().awaitTone(HandOver.SUPERVISOR_TONE, SOON);
                                case "4" -> {
                                    row.caller().awaitPrompt("supervisor-takes-over", SOON);
                                    HandOver.talk(
                                            row.caller(),
                                            CALLER,
                                            supervisor,
                                            HandOver.SUPERVISOR_TONE);
                                }
                                default -> {
                                    supervisor.awaitEnded(SOON);
                                    row.talksOn();
                                    // Cut off by a key and said again at once, it may sound like
                                    // one.
                                    long least = row.answer().equals(HANGS_UP) ? 1 : 2;
                                    assertThat(times(HELPS, supervisor))
                                            .isBetween(least, row.isKey() ? least + 1 : least);
                                }
                            }
                            assertThat(row.caller().isUp()).isTrue();
                            row.caller().hangUp();
                        }));

        story.nothingIsLeft();
    }

    @Test
    void a_rep_says_by_1_2_or_3_what_came_of_the_call_and_else_is_asked_no_more() throws Exception {
        List<Row> rows = rowsThatAreClosed();

        Stage.atOnce(
                each(
                        rows,
                        row -> {
                            row.caller().hangUp();
                            answers(row.rep(), CLOSES);
                            Map<String, String> next =
                                    Map.of(
                                            "1", "closing-mistake",
                                            "2", "closing-mistake",
                                            "3", "closing-what");
                            if (next.containsKey(row.answer())) {
                                row.rep().awaitPrompt(next.get(row.answer()), SOON);
                                row.rep().awaitPrompt("noted", SOON);
                            }
                            row.rep().awaitEnded(SOON);
                            assertThat(row.rep().ear().promptNames().contains("noted"))
                                    .isEqualTo(next.containsKey(row.answer()));
                        }));

        story.nothingIsLeft();
    }

    @Test
    void whatever_he_keys_at_the_second_question_the_third_comes_and_silence_ends_them()
            throws Exception {
        List<Row> rows = rowsThatAreClosed();

        Stage.atOnce(
                each(
                        rows,
                        row -> {
                            row.caller().hangUp();
                            row.rep().awaitPrompt(CLOSES, SOON);
                            row.rep().press("1");
                            isAskedOn(row, "closing-mistake", "closing-remedy");
                        }));

        story.nothingIsLeft();
    }

    /** Whatever he answers, the next question comes; after silence none does. */
    private static void isAskedOn(Row row, String question, String next) {
        answers(row.rep(), question);
        boolean goesOn = !Set.of(SILENCE, HANGS_UP).contains(row.answer());
        if (goesOn) {
            row.rep().awaitPrompt(next, SOON);
        }
        if (!row.answer().equals(HANGS_UP)) {
            row.rep().awaitPrompt("noted", SOON);
        }
        row.rep().awaitEnded(SOON);
        assertThat(times(next, row.rep())).isEqualTo(goesOn ? 1 : 0);
    }

    /** What was promised, then by when: whatever he keys, he is asked on; silence ends it. */
    @ParameterizedTest
    @CsvSource({"closing-what, '', closing-when", "closing-when, 1, closing-mistake"})
    void whatever_he_keys_of_what_he_has_promised_he_is_asked_on_and_silence_ends_it(
            String question, String before, String next) throws Exception {
        List<Row> rows = rowsThatAreClosed();

        Stage.atOnce(
                each(
                        rows,
                        row -> {
                            row.caller().hangUp();
                            row.rep().awaitPrompt(CLOSES, SOON);
                            row.rep().press("3");
                            if (!before.isEmpty()) {
                                row.rep().awaitPrompt("closing-what", SOON);
                                row.rep().press(before);
                            }
                            isAskedOn(row, question, next);
                        }));

        story.nothingIsLeft();
    }

    @Test
    void an_upset_caller_is_flagged_with_the_reason_of_1_2_or_3_and_else_with_another()
            throws Exception {
        stage.amends(settings -> settings.number("lines.support.offer_when_waiting", 99));
        List<Row> rows = rows();

        Stage.atOnce(
                each(
                        rows,
                        row -> {
                            row.rep().press("*71");
                            answers(row.rep(), UPSET);
                            if (!row.answer().equals(HANGS_UP)) {
                                row.rep().awaitPrompt("noted", SOON);
                                row.talksOn();
                                row.caller().hangUp();
                            }
                        }));

        story.nothingIsLeft();
        Map<String, String> expected = new HashMap<>();
        for (int n = 0; n < ANSWERS.size(); n++) {
            expected.put(number(n), REASONS.getOrDefault(ANSWERS.get(n), "other"));
        }
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(flags()).isEqualTo(expected));
    }

    private Map<String, String> flags() {
        return stage.onRecord(store ->
                store.callerBook().flags(Instant.now(), false, 99).stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.number().e164(), one -> one.flag().reason())));
    }

    /** The same on a line whose reps are asked at the end what came of a call. */
    private List<Row> rowsThatAreClosed() throws Exception {
        stage.amends(settings ->
                settings.number("lines.support.offer_when_waiting", 99)
                        .yes("lines.support.closing"));
        stage.awaitHeartbeat();
        return rows();
    }

    /** A caller for every answer, each of whom speaks with rep1. */
    private List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < ANSWERS.size(); n++) {
            Call caller = stage.centre().call(number(n));
            IncomingCall rep = asked("rep1", number(n));
            rows.add(new Row(ANSWERS.get(n), caller, rep));
        }
        Stage.atOnce(each(rows, Row::talksOn));
        return rows;
    }

    private static List<Runnable> each(List<Row> rows, Consumer<Row> does) {
        return rows.stream().map(row -> (Runnable) () -> does.accept(row)).toList();
    }

    private static String number(int n) {
        return "+1202555%04d".formatted(3300 + n);
    }

    private IncomingCall asked(String name, Row row) {
        return asked(name, number(ANSWERS.indexOf(row.answer())));
    }

    /** The call to this phone that is about that caller. */
    private IncomingCall asked(String name, String number) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                stage.centre().reps().incomingCalls().stream()
                                        .filter(it -> it.invite().calledUser().equals(name))
                                        .filter(it -> it.invite().fromUser().equals(number))
                                        .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** At this question the phone gives the answer that is its caller's. */
    private static void answers(Call call, String question) {
        if (!(call instanceof IncomingCall in)) {
            throw new IllegalArgumentException("not a phone that was rung");
        }
        String number = in.invite().fromUser();
        String answer =
                ANSWERS.get(
                        IntStream.range(0, ANSWERS.size())
                                .filter(n -> number(n).equals(number))
                                .findFirst()
                                .orElseThrow());
        call.awaitPrompt(question, SOON);
        switch (answer) {
            case SILENCE -> {}
            case HANGS_UP -> call.hangUp();
            default -> presses(call, answer);
        }
    }

    /** It may be the last one: then the call ends while it is still pressed. */
    private static void presses(Call call, String key) {
        try {
            call.press(key);
        } catch (NotInTime last) {
            call.awaitEnded(SOON);
        }
    }

    private static long times(String prompt, Call call) {
        return call.ear().promptNames().stream().filter(prompt::equals).count();
    }

    private static String channel(List<String[]> two, String of) {
        return two.stream()
                .map(channel -> channel[0])
                .filter(name -> name.startsWith("PJSIP/" + of))
                .findFirst()
                .orElseThrow();
    }

    /** As the rep's code does for a supervisor who is free; this one is in all the calls. */
    private void help(List<Row> rows) {
        Map<String, List<String[]>> bridges = new HashMap<>();
        stage.pbx()
                .cli("core show channels concise")
                .lines()
                .map(line -> line.split("!", -1))
                .filter(channel -> channel.length > 13)
                .forEach(channel ->
                        bridges.computeIfAbsent(channel[12], _ -> new ArrayList<>()).add(channel));
        try (RawAmi ami = RawAmi.loggedIn(Stage.ports().ami(), stage.pbx().secret())) {
            for (List<String[]> two : bridges.values()) {
                String caller = channel(two, "callers");
                String rep = channel(two, "rep1");
                ami.send(
                        """
                        Action: Originate\r
                        ActionID: %1$s\r
                        Channel: Local/ring@amends-help-ring/n\r
                        Context: amends-help-watch\r
                        Exten: s\r
                        Priority: 1\r
                        Async: true\r
                        Variable: __AMENDS_CALLER=%1$s\r
                        Variable: __AMENDS_HANDER=%2$s\r
                        Variable: __AMENDS_HELP_ID=%1$s\r
                        Variable: AMENDS_ONE=PJSIP/sup1\r
                        \r
                        """
                                .formatted(caller, rep));
            }
            Awaitility.await()
                    .atMost(SOON)
                    .until(() ->
                            ami.got().split("Message: Originate successfully").length
                                    > rows.size());
        }
    }
}
