package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.asterisk.AgiQuestion;
import dev.amends.asterisk.HostileActions;
import dev.amends.asterisk.HostileDesk;
import dev.amends.asterisk.TurnServer;
import dev.amends.asterisk.WireJudge;
import dev.amends.callcentre.HostileTexts;
import dev.amends.callcentre.RawAmi;
import dev.amends.callcentre.StrangeCaller;
import dev.amends.callcentre.Tap;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hostile texts at the real telephone system: in every field of an AMI action, in every variable of
 * a turn's answer, and as a caller's own number, name and dialled number. Judged by what it does,
 * by its variables and by its log.
 */
@Tag("live")
class InjectionLiveTest {

    private static final int TEXTS = 500;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String BLANK = "\r\n\r\n";

    /** Asks again and again; each variable is dumped into the log. */
    private static final String DIALPLAN =
            """

            [from-callers](+)
            exten => 799,1,Hangup()
            [amends-do](+)
            exten => inject,1,Goto(inject-callers,s,heard)
            [inject-vars]
            exten => s,1,Set(AMENDS_LINE=support)
             same => n(again),Wait(0.05)
             same => n,Gosub(amends-turn,s,1(vars,${AMENDS_STATE},))
             same => n,DumpChan(0)
             same => n,GotoIf($["${AMENDS_OK}${AMENDS_DO}" = "1more"]?again)
             same => n,Set(GLOBAL(INJECT)=vars-${AMENDS_DO})
             same => n,Hangup()
            [inject-callers]
            exten => s,1,NoOp()
             same => n(again),GotoIf($["${CHANNEL(channeltype)}" != "Local"]?end)
             same => n,Wait(0.01)
             same => n,Set(AMENDS_OFF=)
             same => n,Set(AMENDS_LINE=support)
             same => n,Set(CHANNEL(hangup_handler_wipe)=)
             same => n,Gosub(amends-turn,s,1(next,,))
             same => n,GotoIf($["${AMENDS_OK}${AMENDS_DO}" != "1go"]?end)
             same => n,Set(HOSTILE=${BASE64_DECODE(${AMENDS_BRIEF})})
             same => n,Set(CALLERID(num)=${HOSTILE})
             same => n,Set(CALLERID(name)=${HOSTILE})
             same => n,Set(CALLERID(dnid)=${HOSTILE})
             same => n,Set(CALLERID(rdnis)=${HOSTILE})
             same => n,Goto(amends-line,support,1)
             same => n(heard),GotoIf($["${CHANNEL(channeltype)}" != "Local"]?end)
             same => n,Gosub(amends-turn,s,1(heard,,${HOSTILE}))
             same => n,Goto(again)
             same => n(end),Set(GLOBAL(INJECT)=callers-${AMENDS_DO})
             same => n,Hangup()
            [inject-mark]
            exten => _X.,1,Log(NOTICE,mark ${EXTEN})
            """;

    @RegisterExtension final Stage stage = new Stage();

    private final List<String> texts = texts();
    private String before = "";
    private long logBefore;
    private @Nullable TurnServer server;

    private static List<String> texts() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>(HostileTexts.some(random, TEXTS));
        texts.addAll(HostileTexts.tame(random, TEXTS / 2));
        return List.copyOf(texts);
    }

    @BeforeEach
    void addDialplan() throws IOException {
        before = Files.readString(dialplan());
        Files.writeString(dialplan(), DIALPLAN, StandardOpenOption.APPEND);
        stage.pbx().cli("dialplan reload");
        stage.pbx().cli("module load app_dumpchan.so");
        logBefore = wholeLog().length;
    }

    @AfterEach
    void removeDialplan() throws IOException {
        if (server != null) {
            server.stop();
        }
        Files.writeString(dialplan(), before);
        stage.pbx().cli("dialplan reload");
        stage.pbx().cli("dialplan set global AMENDS_BEAT 0");
    }

    private Path dialplan() {
        return stage.pbx().etc().resolve("extensions.conf");
    }

    private Path log() {
        return stage.pbx().etc().resolveSibling("log").resolve("full");
    }

    private HostileDesk desk() throws IOException {
        HostileDesk desk = new HostileDesk(texts);
        server = desk.serve(Stage.ports().agi(), stage.pbx().key());
        server.start();
        long beat = System.currentTimeMillis() / 1000 + 600;
        stage.pbx().cli("dialplan set global AMENDS_BEAT " + beat);
        return desk;
    }

    /**
     * Asterisk writes its log behind its own back, and lets lines fall when there are too many:
     * what stands before a new mark is all there is.
     */
    private byte[] wholeLog() {
        String mark = "1" + System.nanoTime();
        return Awaitility.await()
                .atMost(LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> {
                            stage.pbx()
                                    .cli(
                                            "channel originate Local/%s@inject-mark/n application NoOp"
                                                    .formatted(mark));
                            return Files.readAllBytes(log());
                        },
                        log -> new String(log, StandardCharsets.UTF_8).contains("mark " + mark));
    }

    private String logged() {
        byte[] all = wholeLog();
        return new String(
                Arrays.copyOfRange(all, Math.toIntExact(logBefore), all.length),
                StandardCharsets.UTF_8);
    }

    private List<String> complaints() {
        return logged().lines()
                // Too much to write down at once is no complaint.
                .filter(l -> l.matches("\\[[^]]+] (WARNING|ERROR)(?!.* logger: ).*"))
                .toList();
    }

    private String global(String name) {
        return stage.pbx()
                .cli("dialplan show globals")
                .lines()
                .filter(line -> line.strip().startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    /** An action in which a text would leave a mark, if it became one of its own. */
    private static String mark(String lineEnd) {
        return String.join(
                lineEnd, "a", "", "Action: Setvar", "Variable: INJECTED", "Value: 1", "", "");
    }

    @Test
    void every_text_in_every_field_of_an_action_is_one_action_to_the_real_asterisk()
            throws IOException {
        List<String> all = new ArrayList<>(texts);
        all.addAll(List.of(mark("\r\n"), mark("\n"), mark("\r"), mark("\u2028"), mark("\u0085")));
        try (Tap tap = Tap.to(Stage.ports().ami())) {
            int sent = HostileActions.sendAll(tap.port(), stage.pbx().secret(), all);
            List<List<String>> actions = WireJudge.actions(tap.there());
            List<String> ids = ids(actions.stream().flatMap(List::stream).toList());
            List<String> answered = ids(answers(tap.back()));
            System.out.println(sent + " actions at the real Asterisk");
            assertThat(sent).isGreaterThan(1000);
            // Challenge, Login, CoreSettings before, Logoff behind.
            assertThat(actions).hasSize(sent + 4);
            assertThat(ids).hasSize(sent + 4).doesNotHaveDuplicates();
            assertThat(answered).containsExactlyElementsOf(ids);
        }
        assertThat(global("INJECTED")).isEmpty();
        // What the writer keeps from happening does happen without it.
        try (RawAmi raw = RawAmi.loggedIn(Stage.ports().ami(), stage.pbx().secret())) {
            raw.send("Action: Ping\r\nKey: " + mark("\r\n") + "\r\n");
            raw.await("Variable Set");
            assertThat(global("INJECTED")).endsWith("=1");
            raw.send("Action: Setvar\r\nVariable: INJECTED\r\nValue: \r\n\r\n");
        }
        stage.awaitNoChannels(LONG);
    }

    /** The first line of every answer, and what it says of the action's id. */
    private static List<String> answers(byte[] back) {
        return Arrays.stream(new String(back, StandardCharsets.UTF_8).split(BLANK, -1))
                .filter(block -> block.contains("Response: "))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("ActionID: "))
                .toList();
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, "ActionID: ", 0, 10))
                .map(line -> line.substring(10))
                .toList();
    }

    @Test
    void every_text_in_every_variable_of_an_answer_sets_this_variable_only() throws IOException {
        HostileDesk desk = desk();
        stage.pbx().cli("channel originate Local/s@inject-vars/n application Wait 60");
        awaitDone("vars-stop");
        List<Map<String, String>> dumps = dumps(logged());
        List<Map<String, String>> expected = desk.answered();
        System.out.println(expected.size() + " answers with a text in every variable");
        assertThat(expected).hasSizeGreaterThan(10);
        List<Map<String, String>> ours = new ArrayList<>();
        for (Map<String, String> dump : dumps.subList(0, expected.size())) {
            Map<String, String> own = new TreeMap<>(dump);
            own.keySet().retainAll(expected.getFirst().keySet());
            ours.add(own);
            Map<String, String> others = new TreeMap<>(dump);
            others.keySet().removeAll(own.keySet());
            assertThat(others).isEqualTo(others(dumps.getFirst(), own));
        }
        assertThat(ours).isEqualTo(expected);
        // The state of each answer came back as it was sent.
        assertThat(desk.asked("vars").stream().skip(1).map(AgiQuestion::state))
                .isEqualTo(expected.stream().map(values -> values.get("AMENDS_STATE")).toList());
        assertThat(complaints()).isEmpty();
    }

    private static Map<String, String> others(Map<String, String> dump, Map<String, String> own) {
        Map<String, String> others = new TreeMap<>(dump);
        others.keySet().removeAll(own.keySet());
        return others;
    }

    /** The variables at each dump of a channel. */
    private static List<Map<String, String>> dumps(String log) {
        return Pattern.compile("(?s)\nVariables:\n(.*?)\n=====")
                .matcher(log)
                .results()
                .map(InjectionLiveTest::variables)
                .toList();
    }

    private static Map<String, String> variables(MatchResult dump) {
        Map<String, String> variables = new TreeMap<>();
        dump.group(1)
                .lines()
                .forEach(line -> variables.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return variables;
    }

    @Test
    void every_text_as_a_callers_own_reaches_amends_as_digits_or_not_at_all() throws IOException {
        HostileDesk desk = desk();
        stage.pbx().cli("channel originate Local/s@inject-callers/n application Wait 60");
        awaitDone("callers-stop");
        List<String> handedOut = desk.handedOut();
        System.out.println(
                handedOut.size() + " texts as a caller's number, name and dialled number");
        assertThat(handedOut).hasSizeGreaterThan(300);
        reachedAsDigits(desk.asked("arrival"), handedOut);
        assertThat(desk.asked("heard"))
                .isNotEmpty()
                .allSatisfy(q -> {
                    assertThat(q.line()).isEqualTo("support");
                    assertThat(q.state()).isEmpty();
                    assertThat(q.heard()).matches("[A-Za-z0-9/_.:*#@-]{0,64}");
                });
        assertThat(complaints()).isEmpty();
    }

    /**
     * Digits, and those of the text. The dialplan takes a colon behind a closing bracket for a
     * substring of what its filter gives, so of such a text only a part may arrive.
     */
    private static void reachedAsDigits(List<AgiQuestion> arrivals, List<String> numbers) {
        assertThat(arrivals).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            String text = numbers.get(i);
            String digits = text.replaceAll("[^0-9+]", "");
            boolean fits = digits.matches("\\+?[0-9]{1,32}");
            String came = arrivals.get(i).callerId();
            if (text.matches("(?s).*\\).*:.*")) {
                assertThat(came).as(text).matches("(\\+?[0-9]{1,32})?").isSubstringOf(digits);
            } else {
                assertThat(came).as(text).isEqualTo(fits ? digits : "");
            }
        }
    }

    @Test
    void no_caller_forges_an_event_and_every_one_of_them_arrives() throws IOException {
        HostileDesk desk = desk();
        List<String> numbers = new ArrayList<>(forgeries());
        texts.stream()
                .filter(t -> !t.isEmpty() && t.indexOf('\0') < 0)
                .filter(t -> t.getBytes(StandardCharsets.UTF_8).length < 80)
                .limit(60)
                .forEach(numbers::add);
        try (RawAmi events = RawAmi.loggedIn(Stage.ports().ami(), stage.pbx().secret());
                StrangeCaller caller = new StrangeCaller(Stage.ports().sip())) {
            for (String number : numbers) {
                assertThat(caller.call(number, number, "700")).isGreaterThan(300);
                assertThat(caller.call(number, number, "799")).isGreaterThan(300);
                assertThat(caller.call(number, number, "7" + number)).isGreaterThan(300);
            }
            events.send("Action: Ping\r\nActionID: last\r\n\r\n");
            events.await("ActionID: last");
            List<String> blocks = events.blocks();
            assertThat(blocks).filteredOn(b -> b.startsWith("Event: Hangup")).isNotEmpty();
            assertThat(blocks)
                    .filteredOn(b -> b.startsWith("Event:"))
                    .allSatisfy(b ->
                            assertThat(b)
                                    .matches(
                                            "(?s)Event: (Queue|AgentCo|UserEvent|Hangup).*?\r\nPrivilege: .*")
                                    .doesNotStartWith("Event: QueueForged"));
            assertThat(blocks.stream().filter(b -> !b.startsWith("Event:")))
                    .as("greeting with login, and the ping")
                    .hasSize(2);
        }
        reachedAsDigits(desk.asked("arrival"), numbers);
        System.out.println(numbers.size() + " strange callers");
    }

    private static List<String> forgeries() {
        List<String> forgeries = new ArrayList<>();
        for (String end : List.of("\r\n", "\n", "\r")) {
            forgeries.add(String.join(end, "", "", "Event: QueueForged", "Privilege: a", "X: 1"));
            forgeries.add(String.join(end, "", "Event: QueueForged", "", "Event:QueueForged", ""));
            forgeries.add(String.join(end, "", "", "Response: Error", "ActionID: 1"));
        }
        return forgeries;
    }

    private void awaitDone(String how) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> global("INJECT").endsWith("=" + how));
        stage.pbx().cli("dialplan set global INJECT none");
        stage.awaitNoChannels(LONG);
    }
}
