package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.util.stream.Collectors.joining;

import dev.amends.dialing.LiveCalls;
import dev.amends.dialing.TelephoneDown;
import dev.amends.dialing.Witness;
import dev.amends.line.Floor;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.PromiseId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

class AmiOutboundLineTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final AttemptId ATTEMPT = new AttemptId(ID);
    private static final PromiseId PROMISE = new PromiseId(ID);

    private final FakeAmi pbx = new FakeAmi();
    private final AmiLink link =
            new AmiLink(
                    pbx.settings(AmiLinkTest.quick(100)),
                    new AmiLink.Watched(new Floor(_ -> Map.of()), Set.of("support")),
                    new AmiNews(_ -> {}, () -> {}),
                    InstantSource.fixed(Instant.EPOCH));
    private final AmiOutboundLine line = new AmiOutboundLine(link, new UnwrittenMarks(_ -> {}));

    AmiOutboundLineTest() throws IOException {}

    @BeforeEach
    void connect() {
        link.start();
        await().until(line::connected);
    }

    @AfterEach
    void stop() throws IOException {
        link.stop();
        pbx.close();
    }

    @Test
    void a_placeholder_is_originated_once_with_the_id_and_nothing_else() {
        line.place(List.of(ATTEMPT));
        assertThat(sent("Originate"))
                .containsExactly(
                        "action: Originate",
                        "Channel: Local/" + ID + "@amends-place/n",
                        "Context: amends-hold",
                        "Exten: s",
                        "Priority: 1",
                        "Async: true",
                        "ChannelId: " + ID,
                        "Timeout: 30000");
    }

    @Test
    void an_originate_without_an_answer_is_reported_and_never_sent_again() {
        pbx.on("Originate", _ -> null);
        assertThatThrownBy(() -> line.place(List.of(ATTEMPT))).isInstanceOf(TelephoneDown.class);
        pbx.cuts();
        await().until(() -> pbx.got("Login").size() == 4 && line.connected());
        assertThat(pbx.got("Originate")).hasSize(1);
    }

    @Test
    void a_refused_or_cut_originate_is_reported() {
        pbx.on("Originate", a -> a.error("Permission denied"));
        assertThatThrownBy(() -> line.place(List.of(ATTEMPT)))
                .isInstanceOf(TelephoneDown.class)
                .hasMessageContaining("Permission denied");
        pbx.on(
                "Originate",
                a -> {
                    a.from().cut();
                    return null;
                });
        assertThatThrownBy(() -> line.place(List.of(ATTEMPT))).isInstanceOf(TelephoneDown.class);
    }

    @Test
    void all_placeholders_are_asked_for_before_the_first_answer_is_waited_for() {
        List<FakeAmi.Action> asked = new CopyOnWriteArrayList<>();
        pbx.on(
                "Originate",
                action -> {
                    asked.add(action);
                    return asked.size() < 3
                            ? null
                            : asked.stream().map(FakeAmi.Action::success).collect(joining());
                });
        line.place(Stream.of("1", "2", "3").map(n -> new AttemptId(n.repeat(32))).toList());
        assertThat(pbx.got("Originate")).hasSize(3);
    }

    @Test
    void one_refused_placeholder_keeps_none_of_the_others_from_being_asked_for() {
        pbx.on("Originate", action -> action.error("Extension does not exist."));
        List<AttemptId> two = List.of(ATTEMPT, new AttemptId("2".repeat(32)));
        assertThatThrownBy(() -> line.place(two)).hasMessageContaining("does not exist");
        await().untilAsserted(() -> assertThat(pbx.got("Originate")).hasSize(2));
    }

    @Test
    void a_placeholder_is_withdrawn_by_its_own_name_only() {
        line.withdraw(ATTEMPT);
        assertThat(sent("Hangup"))
                .containsExactly(
                        "action: Hangup",
                        "Channel: /^Local/" + ID + "@amends-(place|ring|late|how)-.*/",
                        "Cause: 16");
    }

    @Test
    void a_mark_is_read_and_a_missing_one_is_nothing() {
        marks("end:CHANUNAVAIL:21");
        assertThat(line.witness(ATTEMPT)).isEqualTo(new Witness.Ended(AttemptOutcome.DECLINED));
        assertThat(sent("DBGet")).containsExactly("action: DBGet", "Family: amends", "Key: " + ID);
        pbx.on("DBGet", a -> a.error("Database entry not found"));
        assertThat(line.witness(ATTEMPT)).isEqualTo(new Witness.Nothing());
        assertThat(line.said(PROMISE)).isFalse();
        marks("said");
        assertThat(line.said(PROMISE)).isTrue();
    }

    @Test
    void since_when_they_talk_is_told_in_our_time_however_the_clock_of_the_pbx_goes() {
        pbx.on("Ping", a -> a.success("Ping: Pong", "Timestamp: 7200.250000"));
        marks("bridged:7190:1700000000.7:3");
        assertThat(line.witness(ATTEMPT))
                .isEqualTo(
                        new Witness.Bridged(
                                Instant.EPOCH.minusMillis(10_250),
                                "1700000000.7",
                                Duration.ofSeconds(3)));
    }

    @Test
    void a_mark_that_could_not_be_read_is_not_taken_for_a_missing_one() {
        pbx.on("DBGet", a -> a.error("Permission denied"));
        assertThatThrownBy(() -> line.witness(ATTEMPT)).isInstanceOf(TelephoneDown.class);
        pbx.on("DBGet", a -> a.success("EventList: start"));
        assertThatThrownBy(() -> line.said(PROMISE)).isInstanceOf(TelephoneDown.class);
        pbx.on(
                "DBGet",
                a -> {
                    a.from().write(a.success("EventList: start"));
                    a.from().cut();
                    return null;
                });
        assertThatThrownBy(() -> line.witness(ATTEMPT)).isInstanceOf(TelephoneDown.class);
    }

    @Test
    void a_mark_is_forgotten_by_the_dialplan() {
        line.forget(PROMISE);
        assertThat(sent("Originate"))
                .containsExactly(
                        "action: Originate",
                        "Channel: Local/" + ID + "@amends-forget/n",
                        "Context: amends-nop",
                        "Exten: s",
                        "Priority: 1",
                        "Async: true");
    }

    @Test
    void calls_are_known_by_their_own_and_their_first_legs_id() {
        List<String> rep =
                List.of(
                        "Event: CoreShowChannel",
                        "Channel: PJSIP/rep1-00000001",
                        "Uniqueid: 17.5",
                        "Linkedid: " + ID);
        List<String> half =
                List.of(
                        "Event: CoreShowChannel",
                        "Channel: Local/x@amends-place-00000000;2",
                        "Uniqueid: abc;2",
                        "Linkedid: abc");
        pbx.on(
                "CoreShowChannels",
                a -> FakeAmi.list(a, List.of(rep, half), "CoreShowChannelsComplete", 2));
        LiveCalls calls = line.calls();
        assertThat(calls.ids()).containsExactlyInAnyOrder("17.5", ID, "abc");
        assertThat(calls.runsSince()).isEqualTo(Instant.ofEpochSecond(1795292012));
        pbx.on(
                "CoreShowChannels",
                a -> FakeAmi.list(a, List.of(rep), "CoreShowChannelsComplete", 2));
        assertThatThrownBy(line::calls)
                .isInstanceOf(TelephoneDown.class)
                .hasMessageContaining("1 of 2");
    }

    @Test
    void without_a_link_nothing_can_be_asked() {
        link.stop();
        assertThat(line.connected()).isFalse();
        assertThatThrownBy(() -> line.place(List.of(ATTEMPT))).isInstanceOf(TelephoneDown.class);
        assertThatThrownBy(line::calls).isInstanceOf(TelephoneDown.class);
    }

    @Test
    void the_heart_beats_only_while_turns_are_answered_and_says_when_it_stops() {
        // Its clock is not ours: the dialplan compares the beat with its own.
        pbx.on("Ping", a -> a.success("Ping: Pong", "Timestamp: 1795292012.900000"));
        HeartBeat dead = new HeartBeat(link, () -> false, Map.of());
        dead.beat();
        assertThat(pbx.got("Setvar")).isEmpty();
        HeartBeat alive = new HeartBeat(link, () -> true, Map.of("AMENDS_SURVEY_SUPPORT", "1"));
        alive.start();
        alive.beat();
        await().until(() -> pbx.got("Setvar").size() > 2);
        alive.stop();
        assertThat(pbx.got("Setvar"))
                .extracting(a -> a.of("Variable") + "=" + a.of("Value"))
                .startsWith(
                        "AMENDS_SURVEY_SUPPORT=1",
                        "AMENDS_BEAT=1795292012",
                        "AMENDS_BEAT=1795292012")
                .endsWith("AMENDS_BEAT=0");
    }

    private void marks(String value) {
        pbx.on(
                "DBGet",
                a ->
                        FakeAmi.list(
                                a,
                                List.of(
                                        List.of(
                                                "Event: DBGetResponse",
                                                "Family: amends",
                                                "Key: " + ID,
                                                "Val: " + value)),
                                "DBGetComplete",
                                1));
    }

    /** The lines of the only action of this name, but for the library's own id. */
    private List<String> sent(String name) {
        assertThat(pbx.got(name)).hasSize(1);
        return pbx.got(name).getFirst().lines().stream()
                .filter(line -> !line.startsWith("actionid: "))
                .toList();
    }
}
