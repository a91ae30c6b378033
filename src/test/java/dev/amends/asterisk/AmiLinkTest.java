package dev.amends.asterisk;

import static dev.amends.asterisk.FakeAmi.entry;
import static dev.amends.asterisk.FakeAmi.list;
import static dev.amends.asterisk.FakeAmi.member;
import static dev.amends.asterisk.FakeAmi.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.dialing.Hint;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class AmiLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-21T20:30:00Z");
    private static final String ATTEMPT = "0123456789abcdef0123456789abcdef";
    private static final Line LINE =
            new Line(
                    new LineName("support"),
                    "support",
                    "support-senior",
                    3,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    private final Floor floor = new Floor(ids -> Map.of());
    private final List<Hint> hints = new CopyOnWriteArrayList<>();
    private final AtomicInteger resyncs = new AtomicInteger();
    private FakeAmi pbx = new FakeAmi();
    private AmiLink link = link(quick(10_000));

    AmiLinkTest() throws IOException {}

    @BeforeEach
    void two_callers_and_three_reps() {
        pbx.queues(
                List.of(
                        queue("support"),
                        member("support", "PJSIP/rep1", 1, 0),
                        member("support", "Local/5001@from-queue/n", 2, 0),
                        member("support", "PJSIP/rep3", 1, 1),
                        entry("support", 2, "1795292085.9", 5),
                        entry("support", 1, ATTEMPT + ";2", 30),
                        queue("support-senior")));
    }

    @AfterEach
    void stop() throws IOException {
        link.stop();
        pbx.close();
    }

    @Test
    void the_floor_is_known_after_the_login() {
        start();
        LinePicture picture = picture();
        assertThat(picture.known()).isTrue();
        assertThat(ids(picture)).containsExactly(ATTEMPT, "1795292085.9");
        assertThat(picture.waiting().getFirst().arrival().at()).isEqualTo(NOW.minusSeconds(30));
        assertThat(picture.reps().reps())
                .extracting(r -> r.device() + " " + r.state())
                .containsExactly(
                        "PJSIP/rep1 FREE", "Local/5001@from-queue/n TALKING", "PJSIP/rep3 PAUSED");
        assertThat(link.epoch().runsSince()).isEqualTo(Instant.ofEpochSecond(1795292012));
        assertThat(pbx.got("Login")).extracting(a -> a.of("Events")).containsExactly("off", "on");
    }

    @Test
    void events_are_applied_and_may_come_twice() {
        start();
        for (int i = 0; i < 2; i++) {
            pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.1", "Position: 3");
            pbx.sends("Event: QueueCallerAbandon", "Queue: support", "Uniqueid: 1795292085.9");
            pbx.sends("Event: QueueCallerLeave", "Queue: support", "Uniqueid: 1795292085.9");
            pbx.sends(
                    "Event: QueueMemberStatus",
                    "Queue: support",
                    "Interface: PJSIP/rep1",
                    "Status: 6",
                    "Paused: 0");
            pbx.sends("Event: QueueMemberRemoved", "Queue: support", "Interface: PJSIP/rep3");
            pbx.sends(
                    "Event: QueueMemberAdded",
                    "Queue: support-senior",
                    "Interface: PJSIP/senior1",
                    "Status: 1",
                    "Paused: 0");
            pbx.sends(
                    "Event: QueueMemberPause",
                    "Queue: support-senior",
                    "Interface: PJSIP/senior1",
                    "Status: 1",
                    "Paused: 1");
        }
        soon().until(() -> ids(picture()).equals(List.of(ATTEMPT, "17.1")));
        soon().until(() -> picture().seniors().onDuty() == 0);
        assertThat(picture().reps().reps())
                .extracting(r -> r.device() + " " + r.state())
                .containsExactly("PJSIP/rep1 RINGING", "Local/5001@from-queue/n TALKING");
        assertThat(picture().seniors().reps())
                .extracting(Rep::state)
                .containsExactly(RepState.PAUSED);
    }

    @Test
    void odd_and_unknown_events_are_left_out() {
        start();
        pbx.sends("Event: SomethingNew", "Queue: support", "Uniqueid: 17.1");
        pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: a b\u0000\"c");
        pbx.sends("Event: QueueCallerJoin", "Queue: ../x y", "Uniqueid: 17.2");
        pbx.sends("Event: QueueCallerJoin", "Queue: support");
        pbx.sends("Event: QueueMemberStatus", "Queue: support", "Interface: a b", "Status: 1");
        pbx.sends("Event: QueueMemberStatus", "Queue: support", "Interface: x", "Status: many");
        pbx.sends("Event: TestEvent", "State: a", "State: b");
        pbx.sends("Event: UserEvent", "UserEvent: AmendsHint", "Kind: attempt", "Id: ../../x");
        pbx.sends("Event: UserEvent", "UserEvent: AmendsHint", "Kind: rm", "Id: " + ATTEMPT);
        pbx.sends("Event: UserEvent", "UserEvent: AmendsHint");
        pbx.sends("Event: UserEvent", "UserEvent: AmendsHint", "Kind: said", "Id: " + ATTEMPT);
        soon().until(() -> !hints.isEmpty());
        assertThat(hints).containsExactly(new Hint.AboutPromise(new PromiseId(ATTEMPT)));
        assertThat(ids(picture())).containsExactly(ATTEMPT, "1795292085.9");
        assertThat(link.connected()).isTrue();
    }

    @Test
    void the_end_of_any_leg_of_an_attempt_is_a_hint() {
        start();
        pbx.sends("Event: Hangup", "Uniqueid: 17.5", "Linkedid: 17.4", "Cause: 16");
        pbx.sends("Event: Hangup", "Uniqueid: 17.6", "Linkedid: " + ATTEMPT, "Cause: 16");
        soon().until(() -> !hints.isEmpty());
        assertThat(hints).containsExactly(new Hint.AboutAttempt(new AttemptId(ATTEMPT)));
    }

    @Test
    void a_refused_login_is_tried_again_and_the_floor_stays_unknown() {
        pbx.on("Login", a -> a.error("Authentication failed"));
        link.start();
        soon().until(() -> pbx.got("Login").size() > 2);
        assertThat(picture().known()).isFalse();
        assertThat(link.connected()).isFalse();
        pbx.on("Login", a -> a.success("Message: Authentication accepted"));
        soon().until(link::connected);
    }

    @Test
    void a_missing_right_is_no_link() {
        pbx.on("QueueStatus", a -> a.error("Permission denied"));
        link.start();
        soon().until(() -> pbx.got("QueueStatus").size() > 1);
        assertThat(link.connected()).isFalse();
    }

    @Test
    void a_list_with_fewer_items_than_it_says_is_not_believed() {
        pbx.on("QueueStatus", a -> list(a, List.of(queue("support")), "QueueStatusComplete", 7));
        link.start();
        soon().until(() -> pbx.got("QueueStatus").size() > 1);
        assertThat(picture().known()).isFalse();
        two_callers_and_three_reps();
        soon().until(link::connected);
        assertThat(picture().waiting()).hasSize(2);
    }

    @Test
    void each_queue_of_the_line_is_asked_for_and_no_other() {
        start();
        assertThat(pbx.got("QueueStatus"))
                .extracting(a -> a.of("Queue"))
                .containsOnly("support", "support-senior");
    }

    @Test
    void a_queue_that_is_not_there_has_nobody_and_keeps_nothing_else_from_being_known() {
        pbx.queues(List.of(queue("support"), entry("support", 1, "17.9", 1)));
        start();
        assertThat(ids(picture())).containsExactly("17.9");
        assertThat(picture().seniors().onDuty()).isZero();
    }

    @Test
    void while_one_of_the_queues_is_not_answered_none_is_known() {
        List<List<String>> items = List.of(queue("support"));
        pbx.on(
                "QueueStatus",
                a ->
                        a.of("Queue").equals("support")
                                ? list(a, items, "QueueStatusComplete", 1)
                                : a.success("EventList: start"));
        link.start();
        soon().until(() -> pbx.got("QueueStatus").size() > 2);
        assertThat(picture().known()).isFalse();
        assertThat(link.connected()).isFalse();
    }

    @Test
    void a_list_cut_off_by_a_disconnect_is_not_believed() {
        pbx.on(
                "QueueStatus",
                a -> {
                    a.from().write(a.success("EventList: start"));
                    a.from().write(a.block(queue("support").toArray(String[]::new)));
                    a.from().cut();
                    return null;
                });
        link.start();
        soon().until(() -> pbx.got("QueueStatus").size() > 1);
        assertThat(picture().known()).isFalse();
        two_callers_and_three_reps();
        soon().until(link::connected);
    }

    @Test
    void a_list_without_an_end_is_not_waited_for_for_ever() {
        pbx.on("QueueStatus", a -> a.success("EventList: start"));
        link.start();
        soon().until(() -> pbx.got("QueueStatus").size() > 1);
        assertThat(link.connected()).isFalse();
    }

    @Test
    void events_during_a_resync_are_applied_after_it() {
        pbx.on(
                "QueueStatus",
                a -> {
                    a.from().write(a.success("EventList: start"));
                    a.from().write(a.block(queue("support").toArray(String[]::new)));
                    pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.1");
                    pbx.sends("Event: QueueCallerLeave", "Queue: support", "Uniqueid: 17.2");
                    a.from().write(a.block(entry("support", 1, "17.2", 9).toArray(String[]::new)));
                    return a.block("Event: QueueStatusComplete", "ListItems: 2");
                });
        start();
        soon().until(() -> ids(picture()).equals(List.of("17.1")));
    }

    @Test
    void events_that_come_before_the_answer_are_older_than_it() {
        pbx.on(
                "QueueStatus",
                a -> {
                    if (pbx.got("QueueStatus").size() == 1) {
                        pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.1");
                    }
                    return about(a, queue("support"), entry("support", 1, "17.2", 9));
                });
        start();
        soon().until(() -> resyncs.get() >= 1);
        assertThat(ids(picture())).containsExactly("17.2");
    }

    @Test
    void what_is_left_of_a_flood_in_which_events_were_lost_is_left_out() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        List<String> lookedUp = new CopyOnWriteArrayList<>();
        Floor stuck =
                new Floor(ids -> {
                    lookedUp.addAll(ids);
                    if (ids.contains("17.0")) {
                        pass(gate);
                    }
                    return Map.of();
                });
        link =
                new AmiLink(
                        pbx.settings(quick(50)),
                        LinkedFake.watching(stuck),
                        news(),
                        InstantSource.fixed(NOW));
        start();
        pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.0");
        soon().until(() -> lookedUp.contains("17.0"));
        for (int i = 1; i < 500; i++) {
            pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17." + i);
        }
        int pings = pbx.got("Ping").size();
        soon().until(() -> pbx.got("Ping").size() > pings + 4);
        int asked = pbx.got("QueueStatus").size();
        pbx.on(
                "QueueStatus",
                a -> {
                    if (pbx.got("QueueStatus").size() == asked + 1) {
                        pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 18.1");
                    }
                    return about(a, queue("support"));
                });
        gate.countDown();
        soon().until(() -> resyncs.get() >= 2);
        assertThat(stuck.picture(LINE, NOW).waiting()).isEmpty();
        assertThat(lookedUp).doesNotContain("18.1");
    }

    @Test
    void a_cut_link_is_built_anew_and_everything_is_asked_again() {
        start();
        pbx.queues(List.of(queue("support"), entry("support", 1, "17.9", 1)));
        pbx.cuts();
        soon().until(() -> resyncs.get() == 2);
        soon().until(link::connected);
        assertThat(ids(picture())).containsExactly("17.9");
    }

    @Test
    void one_cut_connection_of_the_two_ends_both() {
        start();
        pbx.got("Login").getFirst().from().cut();
        soon().until(() -> resyncs.get() == 2);
        soon().until(() -> pbx.connections() == 2);
    }

    @Test
    void a_frozen_pbx_is_noticed_and_found_again() {
        start();
        pbx.freezes();
        soon().until(() -> !link.connected());
        assertThat(picture().known()).isFalse();
        pbx.thaws();
        soon().until(link::connected);
        assertThat(picture().known()).isTrue();
    }

    @Test
    void a_pbx_that_accepts_and_never_answers_is_no_link() {
        pbx.freezes();
        link.start();
        soon().until(() -> pbx.connections() > 0);
        assertThat(link.connected()).isFalse();
        pbx.thaws();
        soon().until(link::connected);
    }

    @Test
    void more_events_than_are_held_lead_to_a_full_resync() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        Floor stuck =
                new Floor(ids -> {
                    if (ids.contains("17.0")) {
                        pass(gate);
                    }
                    return Map.of();
                });
        link =
                new AmiLink(
                        pbx.settings(quick(50)),
                        LinkedFake.watching(stuck),
                        news(),
                        InstantSource.fixed(NOW));
        start();
        for (int i = 0; i < 500; i++) {
            pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17." + i);
        }
        // An answered ping has come through the library behind all of them.
        int pings = pbx.got("Ping").size();
        soon().until(() -> pbx.got("Ping").size() > pings + 4);
        gate.countDown();
        soon().until(() -> resyncs.get() >= 2);
        soon().until(() -> stuck.picture(LINE, NOW).waiting().size() == 2);
        assertThat(stuck.picture(LINE, NOW).known()).isTrue();
    }

    @Test
    void a_quiet_link_is_resynced_now_and_then() {
        AmiPatience often =
                new AmiPatience(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(50),
                        100);
        link = link(often);
        start();
        pbx.queues(List.of(queue("support"), entry("support", 1, "17.9", 1)));
        soon().until(() -> ids(picture()).equals(List.of("17.9")));
        assertThat(pbx.got("Login")).hasSize(2);
    }

    @Test
    void a_stopped_link_stays_away() {
        start();
        link.stop();
        assertThat(link.connected()).isFalse();
        assertThat(picture().known()).isFalse();
        soon().until(() -> pbx.connections() == 0);
        assertThat(pbx.got("Logoff")).hasSize(2);
    }

    private void start() {
        link.start();
        soon().until(link::connected);
        soon().until(() -> resyncs.get() > 0);
    }

    private AmiLink link(AmiPatience patience) {
        return new AmiLink(
                pbx.settings(patience),
                LinkedFake.watching(floor),
                news(),
                InstantSource.fixed(NOW));
    }

    /** The answer about the queue that is asked for. */
    @SafeVarargs
    private static String about(FakeAmi.Action a, List<String>... items) {
        List<List<String>> asked = FakeAmi.about(a.of("Queue"), List.of(items));
        return list(a, asked, "QueueStatusComplete", asked.size());
    }

    private AmiNews news() {
        return new AmiNews(hints::add, resyncs::incrementAndGet);
    }

    static AmiPatience quick(int held) {
        return new AmiPatience(
                Duration.ofSeconds(1),
                Duration.ofMillis(400),
                Duration.ofMillis(300),
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                Duration.ofMinutes(1),
                held);
    }

    private LinePicture picture() {
        return floor.picture(LINE, NOW);
    }

    private static List<String> ids(LinePicture picture) {
        return picture.waiting().stream().map(Waiting::id).toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(10));
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
