package dev.amends.asterisk;

import static dev.amends.asterisk.FakeAmi.entry;
import static dev.amends.asterisk.FakeAmi.queue;
import static dev.amends.asterisk.LinkedFake.soon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.dialing.TelephoneDown;

import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueStatusCompleteEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The proven defects of asterisk-java 3.42.2, each twice: on the library as it comes, so that a
 * version which is cured of it is noticed, and with Amends around it, which does not suffer by it.
 */
class LibraryDefectsTest {

    private static final int HOLDS = 20_000;
    private static final int FLOOD = 21_000;

    private final List<AutoCloseable> open = new ArrayList<>();

    private <T extends AutoCloseable> T closing(T one) {
        open.addFirst(one);
        return one;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private static void flood(FakeAmi pbx) {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < FLOOD; i++) {
            events.append("Event: QueueCallerJoin\r\nQueue: support\r\nUniqueid: 17.")
                    .append(i)
                    .append("\r\n\r\n");
        }
        pbx.sendsRaw(events.toString());
    }

    @Test
    void a_its_full_queue_swallows_the_disconnect_and_it_says_that_it_is_connected()
            throws Exception {
        FakeAmi pbx = closing(new FakeAmi());
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger came = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        BareLibrary bare =
                closing(
                        BareLibrary.at(
                                pbx,
                                0,
                                event -> {
                                    if (event instanceof QueueCallerJoinEvent) {
                                        pass(gate);
                                        came.incrementAndGet();
                                    } else if (event instanceof DisconnectEvent) {
                                        ended.set(true);
                                    }
                                }));
        flood(pbx);
        pbx.got("Login").getFirst().from().cut();
        // The one at hand and those it holds; the others are lost, and with them the end.
        Thread reader = bare.reader();
        soon().until(() -> !reader.isAlive());
        gate.countDown();
        soon().until(() -> came.get() == HOLDS + 1);
        assertThat(ended).isFalse();
        assertThat(bare.saysConnected()).isTrue();
        assertThatThrownBy(() -> bare.ping(100))
                .isInstanceOfAny(TimeoutException.class, IOException.class);
    }

    @Test
    void a_events_that_it_may_have_dropped_are_asked_for_again() throws IOException {
        LinkedFake linked = closing(LinkedFake.with(LinkedFake.calm(5 * HOLDS))).started();
        linked.pbx.queues(List.of(queue("support"), entry("support", 1, "99.9", 1)));
        try (LibraryBrake brake = LibraryBrake.on()) {
            flood(linked.pbx);
            soon().until(() -> brake.dropped() >= FLOOD - HOLDS - 1);
            brake.release();
            soon().until(() -> linked.waiting().equals(List.of("99.9")));
        }
        assertThat(linked.pbx.got("Login")).hasSize(2);
        assertThat(linked.picture().known()).isTrue();
    }

    @Test
    void a_a_disconnect_that_it_swallowed_is_noticed_by_the_pings() throws IOException {
        FakeAmi pbx = closing(new FakeAmi());
        AmiPatience quick = AmiLinkTest.quick(10);
        AtomicBoolean told = new AtomicBoolean();
        AtomicReference<String> end = new AtomicReference<>("");
        AmiSession session =
                closing(AmiSession.forEvents(pbx.settings(quick), _ -> {}, _ -> told.set(true)));
        try (LibraryBrake brake = LibraryBrake.on()) {
            flood(pbx);
            pbx.got("Login").getFirst().from().cut();
            soon().until(() -> brake.dropped() > FLOOD - HOLDS - 1);
            brake.release();
            new PingWatch(session, quick, new CountDownLatch(1)).run(end::set);
        }
        assertThat(end.get()).contains("did not answer two pings");
        assertThat(told).isFalse();
    }

    @Test
    void b_it_gives_a_list_cut_short_by_a_disconnect_as_complete() throws Exception {
        FakeAmi pbx = closing(new FakeAmi());
        pbx.on("QueueStatus", LibraryDefectsTest::cutShort);
        ResponseEvents list =
                closing(BareLibrary.at(pbx))
                        .connection
                        .sendEventGeneratingAction(new QueueStatusAction(), 5000);
        assertThat(list.getEvents()).noneMatch(QueueStatusCompleteEvent.class::isInstance);
    }

    @Test
    void b_a_list_without_its_end_or_with_items_that_are_not_its_own_is_refused() throws Exception {
        FakeAmi pbx = closing(new FakeAmi());
        for (AmiList list :
                List.of(AmiActions.queue("support"), AmiActions.channels(), AmiActions.mark("x"))) {
            pbx.on(list.getAction(), LibraryDefectsTest::cutShort);
            AmiSession session =
                    closing(AmiSession.forActions(pbx.settings(AmiLinkTest.quick(10)), _ -> {}));
            assertThatThrownBy(() -> session.list(list)).isInstanceOf(TelephoneDown.class);
        }
        pbx.on(
                "QueueStatus",
                a -> {
                    String own = a.block("Event: QueueStatusComplete", "ListItems: 1");
                    return a.success() + own.replace(a.id(), a.id().replaceFirst("#.*", "#guess"));
                });
        AmiSession session =
                closing(AmiSession.forActions(pbx.settings(AmiLinkTest.quick(10)), _ -> {}));
        assertThatThrownBy(() -> session.list(AmiActions.queue("support")))
                .isInstanceOf(TelephoneDown.class);
    }

    private static String cutShort(FakeAmi.Action action) {
        action.from().write(action.success("EventList: start"));
        action.from().write(action.block(queue("support").toArray(String[]::new)));
        action.from().cut();
        return "";
    }

    @Test
    void c_it_keeps_something_of_every_action_that_was_not_answered_in_time() throws Exception {
        FakeAmi pbx = closing(new FakeAmi());
        BareLibrary bare = closing(BareLibrary.at(pbx));
        int before = bare.kept();
        pbx.on("Ping", _ -> null);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> bare.ping(10)).isInstanceOf(TimeoutException.class);
        }
        assertThat(bare.kept()).isEqualTo(before + 5);
    }

    @Test
    void c_a_session_with_too_many_unanswered_actions_is_given_up() throws Exception {
        LinkedFake linked = closing(LinkedFake.with(AmiLinkTest.quick(100))).started();
        int before = linked.resyncs.get();
        linked.pbx.on("Setvar", _ -> null);
        AmiSession session = linked.link.epoch().actions();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AmiSession.MOST_UNANSWERED; i++) {
                threads.submit(() -> session.send(AmiActions.setGlobal("AMENDS_BEAT", "1")));
            }
        }
        linked.awaitLinkedAgain(before);
        assertThat(linked.link.epoch().actions()).isNotSameAs(session);
    }

    @Test
    void d_an_action_inside_a_listener_of_its_own_is_never_answered() throws Exception {
        FakeAmi pbx = closing(new FakeAmi());
        AtomicReference<BareLibrary> bare = new AtomicReference<>();
        AtomicReference<Exception> came = new AtomicReference<>();
        bare.set(
                closing(
                        BareLibrary.at(
                                pbx,
                                0,
                                event -> {
                                    if (event instanceof QueueCallerJoinEvent) {
                                        try {
                                            bare.get().ping(200);
                                        } catch (Exception e) {
                                            came.set(e);
                                        }
                                    }
                                })));
        pbx.sends("Event: QueueCallerJoin", "Queue: support", "Uniqueid: 17.1");
        soon().until(() -> came.get() != null);
        assertThat(came.get()).isInstanceOf(TimeoutException.class);
        assertThat(pbx.got("Ping")).hasSize(1);
    }

    @Test
    void d_whoever_is_told_of_an_event_may_ask_the_pbx_at_once() throws IOException {
        AtomicReference<LinkedFake> linked = new AtomicReference<>();
        List<Object> answers = new CopyOnWriteArrayList<>();
        linked.set(
                closing(
                        new LinkedFake(
                                LinkedFake.calm(100),
                                _ -> {},
                                _ ->
                                        answers.add(
                                                linked.get()
                                                        .link
                                                        .epoch()
                                                        .actions()
                                                        .send(AmiActions.ping())))));
        linked.get().started();
        linked.get()
                .pbx
                .sends(
                        "Event: UserEvent",
                        "UserEvent: AmendsHint",
                        "Kind: said",
                        "Id: 0123456789abcdef0123456789abcdef");
        soon().until(() -> answers.size() == 1);
        assertThat(linked.get().link.connected()).isTrue();
    }

    @Test
    void e_it_does_not_notice_a_link_that_went_dead_without_a_word() throws Exception {
        FakeAmi pbx = closing(new FakeAmi());
        AtomicBoolean told = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        BareLibrary bare = closing(BareLibrary.at(pbx, 0, e -> note(e, ended)));
        closing(BareLibrary.at(pbx, 200, e -> note(e, told)));
        pbx.freezes();
        // The same silence ends the one that was told how long to read.
        soon().untilTrue(told);
        assertThat(ended).isFalse();
        assertThat(bare.saysConnected()).isTrue();
    }

    private static void note(ManagerEvent event, AtomicBoolean ended) {
        if (event instanceof DisconnectEvent) {
            ended.set(true);
        }
    }

    @Test
    void f_it_hands_over_no_event_that_it_does_not_know() throws Exception {
        FakeAmi pbx = closing(new FakeAmi());
        List<String> came = new CopyOnWriteArrayList<>();
        closing(BareLibrary.at(pbx, 0, event -> came.add(event.getClass().getSimpleName())));
        pbx.sends("Event: SomethingNew", "Queue: support");
        pbx.sends("Event: QueueCallerJoin", "Queue: support");
        soon().until(() -> came.contains("QueueCallerJoinEvent"));
        assertThat(came).containsExactly("ConnectEvent", "QueueCallerJoinEvent");
    }

    @Test
    void f_it_knows_all_events_of_queues_members_channels_and_originates() throws Exception {
        List<String> names =
                List.of(
                        "QueueCallerAbandon",
                        "QueueCallerJoin",
                        "QueueCallerLeave",
                        "QueueMemberAdded",
                        "QueueMemberPause",
                        "QueueMemberPenalty",
                        "QueueMemberRemoved",
                        "QueueMemberStatus",
                        "QueueParams",
                        "QueueMember",
                        "QueueEntry",
                        "QueueStatusComplete",
                        "AgentCalled",
                        "AgentComplete",
                        "AgentConnect",
                        "AgentDump",
                        "AgentRingNoAnswer",
                        "Hangup",
                        "OriginateResponse",
                        "CoreShowChannel",
                        "CoreShowChannelsComplete",
                        "DBGetResponse");
        FakeAmi pbx = closing(new FakeAmi());
        List<String> came = new CopyOnWriteArrayList<>();
        AmiSession session =
                closing(
                        AmiSession.forEvents(
                                pbx.settings(LinkedFake.calm(10)),
                                event -> came.add(event.getClass().getSimpleName()),
                                _ -> {}));
        names.forEach(name -> pbx.sends("Event: " + name, "Queue: support"));
        session.send(AmiActions.ping());
        assertThat(came.subList(1, came.size()))
                .usingElementComparator(String::compareToIgnoreCase)
                .isEqualTo(names.stream().map(name -> name + "Event").toList());
    }

    private static void pass(CountDownLatch gate) {
        try {
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
