package dev.amends.asterisk;

import static dev.amends.asterisk.FakeAmi.entry;
import static dev.amends.asterisk.FakeAmi.member;
import static dev.amends.asterisk.FakeAmi.queue;
import static dev.amends.asterisk.LinkedFake.soon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.dialing.TelephoneDown;
import dev.amends.promise.AttemptId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A PBX whose link is bad, or who is sent bad things over it: the floor is never wrong for long.
 */
class RoughPbxTest {

    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef0123456789abcdef");
    private static final List<List<String>> ONE_WAITS =
            List.of(queue("support"), entry("support", 1, "99.9", 1));

    private LinkedFake linked = LinkedFake.with(AmiLinkTest.quick(10_000));

    RoughPbxTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        linked.close();
    }

    private void use(LinkedFake another) throws IOException {
        linked.close();
        linked = another;
    }

    @Test
    void a_pbx_that_hears_nothing_any_more_but_goes_on_talking_is_noticed() {
        linked.started();
        int before = linked.resyncs.get();
        linked.pbx.goesDeaf();
        soon().until(() -> {
            linked.pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.1");
            return !linked.link.connected();
        });
        assertThat(linked.picture().known()).isFalse();
        linked.pbx.hearsAgain();
        linked.awaitLinkedAgain(before);
    }

    @Test
    void an_originate_that_a_deaf_pbx_hears_later_is_not_sent_again() {
        linked.started();
        int before = linked.resyncs.get();
        linked.pbx.goesDeaf();
        AmiOutboundLine line = new AmiOutboundLine(linked.link, new UnwrittenMarks(_ -> {}));
        assertThatThrownBy(() -> line.place(List.of(ATTEMPT))).isInstanceOf(TelephoneDown.class);
        soon().until(() -> !linked.link.connected());
        linked.pbx.hearsAgain();
        linked.awaitLinkedAgain(before);
        soon().until(() -> linked.pbx.got("Originate").size() == 1);
        soon().until(() -> linked.pbx.got("Ping").size() > 4);
        assertThat(linked.pbx.got("Originate")).hasSize(1);
    }

    @Test
    void a_pbx_that_answers_byte_by_byte_and_late_is_understood() {
        linked.pbx.queues(ONE_WAITS);
        linked.pbx.dribbles(1);
        linked.pbx.delays(Duration.ofMillis(50));
        linked.started();
        assertThat(linked.waiting()).containsExactly("99.9");
        linked.pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.1");
        soon().until(() -> linked.waiting().equals(List.of("99.9", "17.1")));
        assertThat(linked.pbx.got("Login")).hasSize(2);
    }

    @Test
    void a_link_whose_own_work_is_stuck_goes_on_reading_so_asterisk_does_not_drop_it()
            throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        use(
                new LinkedFake(
                        LinkedFake.calm(100),
                        ids -> {
                            if (ids.contains("17.1")) {
                                pass(gate);
                            }
                        },
                        _ -> {}));
        linked.started();
        linked.pbx.queues(ONE_WAITS);
        linked.pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.1");
        // Far more than all buffers on the way hold: it returns only if somebody reads.
        String wide = "x".repeat(16_000);
        for (int i = 0; i < 1500; i++) {
            linked.pbx.sends("Event: QueueCallerJoin", "Queue: q" + i, "Uniqueid: 1." + i, wide);
        }
        assertThat(gate.getCount()).isEqualTo(1);
        gate.countDown();
        soon().until(() -> linked.waiting().equals(List.of("99.9")));
        assertThat(linked.pbx.got("Login")).hasSize(2);
    }

    @Test
    void a_link_that_asterisk_drops_in_a_flood_is_built_anew() {
        linked.started();
        int before = linked.resyncs.get();
        linked.pbx.queues(ONE_WAITS);
        for (int i = 0; i < 500; i++) {
            linked.pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17." + i);
        }
        linked.pbx.cuts();
        linked.awaitLinkedAgain(before);
        soon().until(() -> linked.waiting().equals(List.of("99.9")));
    }

    @Test
    void garbage_leads_to_a_new_link_at_worst() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        linked.pbx.queues(ONE_WAITS);
        linked.started();
        for (int i = 0; i < 40; i++) {
            linked.pbx.sendsRaw(garbage(random));
        }
        // Two ids in one answer end the library's reader.
        int before = linked.resyncs.get();
        linked.pbx.sendsRaw("\r\n\r\nResponse: Success\r\nActionID: 1\r\nActionID: 2\r\n\r\n");
        linked.awaitLinkedAgain(before);
        soon().until(() -> linked.waiting().equals(List.of("99.9")));
        soon().until(() -> linked.pbx.connections() == 2);
    }

    private static String garbage(Random random) {
        String[] words = {
            "Event: ", "Response: ", "QueueEntry", "QueueStatusComplete", "ActionID: ", "\r\n",
                    "\r", "\n",
            "\r\n\r\n", ":", "#", "--END COMMAND--", "Asterisk Call Manager/", "ListItems: x",
                    "\u0000", "PeerEntry",
            "Hangup", "Status: ", "Paused: ", "99999999999", "é", "Uniqueid: 1.1", "Queue: support",
                    "Privilege: "
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(
                    random.nextInt(6) == 0
                            ? Character.toString(random.nextInt(0x250))
                            : words[random.nextInt(words.length)]);
        }
        return text.toString();
    }

    @Test
    void events_that_are_doubled_reordered_late_or_lost_are_forgotten_at_the_next_resync()
            throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        use(LinkedFake.with(often()));
        linked.pbx.queues(ONE_WAITS);
        linked.started();
        for (int round = 0; round < 20; round++) {
            List<String[]> events = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String[] event = event(random);
                events.addAll(Collections.nCopies(random.nextInt(3), event));
            }
            Collections.shuffle(events, random);
            events.forEach(linked.pbx::sends);
        }
        int before = linked.resyncs.get();
        soon().until(() -> linked.resyncs.get() > before + 1);
        soon().until(() -> linked.waiting().equals(List.of("99.9")));
        assertThat(linked.picture().reps().onDuty()).isZero();
        assertThat(linked.pbx.got("Login")).hasSize(2);
    }

    private static String[] event(Random random) {
        String queue = "Queue: " + (random.nextBoolean() ? "support" : "support-senior");
        String call = "Uniqueid: 17." + random.nextInt(5);
        String device = "Interface: PJSIP/rep" + random.nextInt(3);
        String status = "Status: " + random.nextInt(9);
        return switch (random.nextInt(6)) {
            case 0 -> new String[] {"Event: QueueCallerJoin", queue, call};
            case 1 -> new String[] {"Event: QueueCallerLeave", queue, call};
            case 2 -> new String[] {"Event: QueueCallerAbandon", queue, call};
            case 3 -> new String[] {"Event: QueueMemberStatus", queue, device, status, "Paused: 0"};
            case 4 -> new String[] {"Event: QueueMemberAdded", queue, device, status, "Paused: 1"};
            default -> new String[] {"Event: QueueMemberRemoved", queue, device};
        };
    }

    private static AmiPatience often() {
        AmiPatience calm = LinkedFake.calm(10_000);
        return new AmiPatience(
                calm.connect(),
                calm.reply(),
                calm.pingEvery(),
                calm.retryFirst(),
                calm.retryMost(),
                Duration.ofMillis(100),
                calm.eventsHeld());
    }

    /** QueueEntry bears the action's id behind the caller's number, which breaks it off here. */
    @Test
    void a_list_that_a_caller_id_ends_early_is_not_believed() {
        linked.pbx.on("QueueStatus", a -> forged(a, "Event: QueueStatusComplete\r\nListItems: 1"));
        linked.link.start();
        soon().until(() -> linked.pbx.got("QueueStatus").size() > 2);
        assertThat(linked.resyncs).hasValue(0);
        assertThat(linked.picture().known()).isFalse();
        linked.pbx.queues(ONE_WAITS);
        linked.awaitLinkedAgain(0);
        assertThat(linked.waiting()).containsExactly("99.9");
    }

    @Test
    void a_caller_id_in_a_queue_that_is_none_of_ours_does_not_matter() {
        linked.pbx.on(
                "QueueStatus",
                a ->
                        a.of("Queue").equals("support") || a.of("Queue").equals("support-senior")
                                ? wellBehaved(a)
                                : forged(a, "Event: QueueStatusComplete\r\nListItems: 1"));
        linked.started();
        assertThat(linked.waiting()).containsExactly("99.9");
        assertThat(linked.pbx.got("Login")).hasSize(2);
    }

    private static String wellBehaved(FakeAmi.Action a) {
        List<List<String>> asked = FakeAmi.about(a.of("Queue"), ONE_WAITS);
        return FakeAmi.list(a, asked, "QueueStatusComplete", asked.size());
    }

    @Test
    void nor_is_one_into_which_a_caller_id_puts_a_guessed_id() {
        linked.pbx.on(
                "QueueStatus",
                a ->
                        forged(
                                a,
                                "ActionID: 1#resync-1\r\n\r\nEvent: QueueStatusComplete\r\nListItems: 2"));
        linked.link.start();
        soon().until(() -> linked.pbx.got("QueueStatus").size() > 2);
        assertThat(linked.resyncs).hasValue(0);
    }

    private static String forged(FakeAmi.Action a, String forgery) {
        return a.success("EventList: start")
                + a.block(queue("support").toArray(String[]::new))
                + a.block(
                        "Event: QueueEntry",
                        "Queue: other",
                        "Position: 1",
                        "Uniqueid: 5.5",
                        "CallerIDNum: \r\n" + (forgery.startsWith("Event") ? "\r\n" : "") + forgery,
                        "Wait: 1")
                + a.block(member("support", "PJSIP/rep1", 1, 0).toArray(String[]::new))
                + a.block("Event: QueueStatusComplete", "ListItems: 3");
    }

    private static void pass(CountDownLatch gate) {
        try {
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
