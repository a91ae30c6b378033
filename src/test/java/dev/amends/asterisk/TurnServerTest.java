package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class TurnServerTest {

    private static final String KEY = "0123456789abcdef";
    private static final String ASKS_FOR_KEY = "GET VARIABLE AMENDS_KEY";

    private final AtomicInteger asked = new AtomicInteger();
    private TurnServer server = started(10_000, Duration.ofSeconds(10), this::goodbye);

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_turn_is_answered_by_one_command_once_the_key_was_shown() throws IOException {
        try (PretendedCall call = new PretendedCall(server.port())) {
            assertThat(call.asks(Environments.arrival()).hears()).isEqualTo(ASKS_FOR_KEY);
            assertThat(asked).hasValue(0);
            assertThat(call.showsKey(KEY).hears())
                    .startsWith("EXEC MSet \"AMENDS_OK=1,AMENDS_DO=goodbye,AMENDS_SAY=,")
                    .endsWith("AMENDS_NEXT=,AMENDS_STATE=\"");
            assertThat(call.says("200 result=0\n").hears()).isNull();
        }
        assertThat(server.counters().answered.sum()).isOne();
        nobodyIsLeft();
    }

    @Test
    void the_wrong_key_gets_nothing_and_nobody_is_asked() throws IOException {
        for (String reply :
                List.of(
                        "200 result=1 (0123456789abcdee)",
                        "200 result=1 ()",
                        "200 result=0",
                        "510 Invalid or unknown command",
                        "520-Invalid command syntax.  Proper usage follows:",
                        "x")) {
            try (PretendedCall call = new PretendedCall(server.port())) {
                call.asks(Environments.arrival()).hears();
                assertThat(call.says(reply + "\n").hears()).isNull();
            }
        }
        assertThat(asked).hasValue(0);
        assertThat(server.counters().wrongKey.count()).isEqualTo(6);
        nobodyIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\n",
                "agi_network: yes\n\n",
                "agi_callerid: 1\nagi_callerid: 2\n",
                "\u0000\u0001\u0002\n",
                "agi_arg_1: claim\n",
                "agi_network_script: turn\nagi_uniqueid: 1.1\nagi_threadid: 5\nagi_arg_1: claim\n"
                        + "agi_arg_2: support\n\nagi_calleridname: x\n"
            })
    void garbage_is_closed_at_once(String garbage) throws IOException {
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.says(garbage);
            String heard = call.hears();
            assertThat(ASKS_FOR_KEY.equals(heard) ? call.hears() : heard).isNull();
        }
        assertThat(asked).hasValue(0);
        nobodyIsLeft();
    }

    @Test
    void a_huge_line_is_closed_without_waiting_for_its_end() throws IOException {
        try (PretendedCall call = new PretendedCall(server.port())) {
            assertThat(call.says("a".repeat(3000)).hears()).isNull();
        }
        nobodyIsLeft();
    }

    @Test
    void a_forged_duplicate_caller_id_is_closed() throws IOException {
        List<String> forged = Environments.arrival();
        forged.add(5, "agi_callerid: +13105550100");
        try (PretendedCall call = new PretendedCall(server.port())) {
            assertThat(call.asks(forged).hears()).isNull();
        }
        assertThat(server.counters().malformed.count()).isOne();
    }

    @Test
    void silence_and_half_an_environment_are_closed_when_the_turns_time_is_over()
            throws IOException {
        restart(10_000, Duration.ofMillis(150), this::goodbye);
        try (PretendedCall silent = new PretendedCall(server.port());
                PretendedCall half = new PretendedCall(server.port());
                PretendedCall withoutKey = new PretendedCall(server.port())) {
            half.says("agi_network: yes\nagi_net");
            assertThat(withoutKey.asks(Environments.arrival()).hears()).isEqualTo(ASKS_FOR_KEY);
            assertThat(silent.hears()).isNull();
            assertThat(half.hears()).isNull();
            assertThat(withoutKey.hears()).isNull();
        }
        assertThat(server.counters().late.count()).isEqualTo(3);
        nobodyIsLeft();
    }

    @Test
    void an_answer_that_comes_too_late_is_dropped_and_keeps_its_place_until_it_comes()
            throws IOException {
        CountDownLatch store = new CountDownLatch(1);
        restart(
                10_000,
                Duration.ofMillis(150),
                question -> {
                    awaitUninterruptibly(store);
                    return goodbye(question);
                });
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
            assertThat(call.showsKey(KEY).hears()).isNull();
        }
        assertThat(server.placesTaken()).isOne();
        store.countDown();
        nobodyIsLeft();
        assertThat(server.counters().answered.sum()).isZero();
    }

    @Test
    void slow_answers_delay_nobody_else() throws IOException {
        CountDownLatch store = new CountDownLatch(1);
        restart(
                10_000,
                Duration.ofSeconds(10),
                question -> {
                    if (question.state().equals("slow")) {
                        awaitUninterruptibly(store);
                    }
                    return goodbye(question);
                });
        List<PretendedCall> slow = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            PretendedCall call = new PretendedCall(server.port());
            call.asks(Environments.turn("1", "arrival", "support", "slow", "")).hears();
            slow.add(call.showsKey(KEY));
        }
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
            assertThat(call.showsKey(KEY).hears()).startsWith("EXEC MSet");
        }
        store.countDown();
        for (PretendedCall call : slow) {
            assertThat(call.hears()).startsWith("EXEC MSet");
            call.close();
        }
        nobodyIsLeft();
    }

    @Test
    void what_takes_nothing_but_memory_is_answered_without_anybody_else() throws IOException {
        restart(
                10_000,
                Duration.ofSeconds(10),
                new TurnAnswers() {
                    @Override
                    public Optional<TurnAnswer> answer(AgiQuestion question) {
                        throw new IllegalStateException("nobody is to be asked");
                    }

                    @Override
                    public Optional<TurnAnswer> atOnce(AgiQuestion question) {
                        return goodbye(question);
                    }
                });
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
            assertThat(call.showsKey(KEY).hears()).startsWith("EXEC MSet");
        }
        nobodyIsLeft();
    }

    @Test
    void one_stuck_event_loop_is_enough_to_give_no_sign_of_life() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        restart(
                10_000,
                Duration.ofSeconds(10),
                new TurnAnswers() {
                    @Override
                    public Optional<TurnAnswer> answer(AgiQuestion question) {
                        return goodbye(question);
                    }

                    @Override
                    public Optional<TurnAnswer> atOnce(AgiQuestion question) {
                        stuck.countDown();
                        awaitUninterruptibly(gate);
                        return Optional.empty();
                    }
                });
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
            call.showsKey(KEY);
            stuck.await();
            assertThat(server.answers()).isFalse();
            gate.countDown();
            assertThat(call.hears()).startsWith("EXEC MSet");
            assertThat(server.answers()).isTrue();
        }
        nobodyIsLeft();
    }

    @Test
    void no_answer_and_a_failing_desk_close_without_a_command() throws IOException {
        for (TurnAnswers answers :
                List.<TurnAnswers>of(
                        q -> Optional.empty(),
                        q -> {
                            throw new IllegalStateException("the store is gone");
                        },
                        q ->
                                Optional.of(
                                        new TurnAnswer("ask")
                                                .set(TurnVariable.STATE, "a\",SHELL")))) {
            restart(10, Duration.ofSeconds(10), answers);
            try (PretendedCall call = new PretendedCall(server.port())) {
                call.asks(Environments.arrival()).hears();
                assertThat(call.showsKey(KEY).hears()).isNull();
            }
            nobodyIsLeft();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HANGUP", "200 result=-1", "511 Command Not Permitted on a dead channel"})
    void a_hang_up_ends_the_turn_at_any_point(String hangup) throws IOException {
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
            assertThat(call.says(hangup + "\n").hears()).isNull();
        }
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
            assertThat(call.showsKey(KEY).hears()).startsWith("EXEC MSet");
            assertThat(call.says(hangup + "\n").hears()).isNull();
        }
        assertThat(server.counters().hungUp.sum()).isEqualTo(2);
        nobodyIsLeft();
    }

    @Test
    void a_connection_cut_in_the_middle_leaves_nothing_behind() throws IOException {
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
        }
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.says("agi_network: y");
        }
        nobodyIsLeft();
    }

    @Test
    void too_many_connections_are_closed_and_there_is_room_again_afterwards() throws IOException {
        restart(2, Duration.ofSeconds(10), this::goodbye);
        try (PretendedCall one = new PretendedCall(server.port());
                PretendedCall two = new PretendedCall(server.port())) {
            one.asks(Environments.arrival()).hears();
            two.asks(Environments.arrival()).hears();
            try (PretendedCall three = new PretendedCall(server.port())) {
                assertThat(three.hears()).isNull();
            }
        }
        nobodyIsLeft();
        try (PretendedCall again = new PretendedCall(server.port())) {
            assertThat(again.asks(Environments.arrival()).hears()).isEqualTo(ASKS_FOR_KEY);
        }
    }

    @Test
    void two_thousand_turns_at_once_are_all_answered() throws IOException {
        List<PretendedCall> calls = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            calls.add(new PretendedCall(server.port()));
        }
        for (PretendedCall call : calls) {
            call.asks(Environments.arrival());
        }
        for (PretendedCall call : calls) {
            assertThat(call.hears()).isEqualTo(ASKS_FOR_KEY);
            call.showsKey(KEY);
        }
        for (PretendedCall call : calls) {
            assertThat(call.hears()).startsWith("EXEC MSet");
            assertThat(call.says("200 result=0\n").hears()).isNull();
            call.close();
        }
        assertThat(server.counters().answered.sum()).isEqualTo(2000);
        nobodyIsLeft();
    }

    @Test
    void random_bytes_never_reach_a_desk_and_never_stay() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[random.nextInt(4000)];
            random.nextBytes(noise);
            try (PretendedCall call = new PretendedCall(server.port())) {
                call.says(new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1));
            } catch (IOException closedWhileWriting) {
                assertThat(closedWhileWriting).isNotNull();
            }
        }
        assertThat(asked).hasValue(0);
        nobodyIsLeft();
    }

    @Test
    void a_port_in_use_is_named_with_what_to_do() throws IOException {
        try (ServerSocket other =
                new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            TurnServerSettings settings =
                    TurnServerSettings.of("127.0.0.1", other.getLocalPort(), new Secret(KEY));
            TurnServer second = new TurnServer(settings, this::goodbye);
            assertThatThrownBy(second::start)
                    .isInstanceOf(CannotListen.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("asterisk.agi_port");
            assertThat(second.answers()).isFalse();
        }
    }

    @Test
    void an_address_of_another_machine_is_refused_with_what_to_do() {
        for (String host : List.of("192.0.2.1", "no-such-host.invalid")) {
            TurnServer elsewhere =
                    new TurnServer(TurnServerSettings.of(host, 0, new Secret(KEY)), this::goodbye);
            assertThatThrownBy(elsewhere::start)
                    .isInstanceOf(CannotListen.class)
                    .hasMessageContaining(host)
                    .hasMessageNotContaining("null");
        }
    }

    @Test
    void a_desk_that_breaks_down_gives_its_place_back() throws IOException {
        restart(
                10,
                Duration.ofSeconds(10),
                _ -> {
                    throw new StackOverflowError("on purpose");
                });
        try (PretendedCall call = new PretendedCall(server.port())) {
            call.asks(Environments.arrival()).hears();
            assertThat(call.showsKey(KEY).hears()).isNull();
        }
        nobodyIsLeft();
    }

    @Test
    void a_running_server_says_that_it_answers_and_a_stopped_one_does_not() {
        assertThat(server.answers()).isTrue();
        server.stop();
        assertThat(server.answers()).isFalse();
    }

    private Optional<TurnAnswer> goodbye(AgiQuestion question) {
        asked.incrementAndGet();
        return Optional.of(new TurnAnswer("goodbye"));
    }

    private void restart(int connections, Duration turn, TurnAnswers answers) {
        server.stop();
        server = started(connections, turn, answers);
    }

    private static TurnServer started(int connections, Duration turn, TurnAnswers answers) {
        TurnServer server =
                new TurnServer(
                        new TurnServerSettings("127.0.0.1", 0, new Secret(KEY), connections, turn),
                        answers);
        server.start();
        return server;
    }

    /** What a desk throws on purpose in another thread is no failure of the test. */
    private void nobodyIsLeft() {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(5))
                .until(() -> server.placesTaken() == 0);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
