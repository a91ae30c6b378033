package dev.amends.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The load counts what was asked and answered, and a wrong answer is never a turn. */
class MockPbxTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Asked ASKED =
            new Asked("waiting", "1:y", "*", "+12023000001", "1.1", Set.of("ask"));

    private final ServerSocket server;
    private final AtomicInteger answered = new AtomicInteger();

    MockPbxTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** A responder which gives every so-many-th turn another answer. */
    private MockPbx asksOneWhoIsWrongEvery(int nth, String wrongAnswer) {
        Thread.ofVirtual()
                .start(() -> {
                    while (!server.isClosed()) {
                        try {
                            Socket call = server.accept();
                            Thread.ofVirtual().start(() -> respond(call, nth, wrongAnswer));
                        } catch (IOException e) {
                            return;
                        }
                    }
                });
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
        return new MockPbx(address, "c0de", () -> ASKED);
    }

    private void respond(Socket call, int nth, String wrongAnswer) {
        try (call;
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        call.getInputStream(), StandardCharsets.US_ASCII))) {
            boolean wrong = answered.incrementAndGet() % nth == 0;
            for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
                line = lines.readLine();
            }
            say(call, "GET VARIABLE AMENDS_KEY\n");
            lines.readLine();
            say(call, wrong ? wrongAnswer : "EXEC MSet \"AMENDS_OK=1,AMENDS_DO=ask,\"\n");
            if (!wrong) {
                lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket call, String text) throws IOException {
        call.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void all_right_answers_are_counted() {
        Tally tally = asksOneWhoIsWrongEvery(Integer.MAX_VALUE, "").closedLoop(2, SHORT);

        assertThat(tally.wrong()).isZero();
        assertThat(tally.good()).isPositive().isBetween(answered.get() - 2, answered.get());
        assertThat(tally.perSecond()).isPositive();
        assertThat(tally.millis(0.5)).isPositive().isLessThanOrEqualTo(tally.millis(0.99));
    }

    @Test
    void wrong_answers_are_errors_and_not_turns() {
        Tally tally =
                asksOneWhoIsWrongEvery(3, "EXEC MSet \"AMENDS_OK=,AMENDS_DO=\"\n")
                        .closedLoop(1, SHORT);

        assertThat(tally.wrong())
                .isPositive()
                .isBetween(answered.get() / 3 - 1, answered.get() / 3);
        assertThat(tally.good() + tally.wrong()).isBetween(answered.get() - 1, answered.get());
        assertThat(tally.complaints().keySet()).allMatch(why -> why.startsWith("ANSWER expected"));
    }

    @Test
    void who_answers_nothing_is_wrong_always() {
        Tally tally = asksOneWhoIsWrongEvery(1, "").closedLoop(1, SHORT);

        assertThat(tally.good()).isZero();
        assertThat(tally.perSecond()).isZero();
        assertThat(tally.millis(0.5)).isInfinite();
        assertThat(tally.wrong()).isPositive();
    }

    @Test
    void an_open_loop_asks_as_often_as_was_ordered_and_counts_from_when_a_turn_was_due() {
        Tally tally = asksOneWhoIsWrongEvery(Integer.MAX_VALUE, "").openLoop(500, SHORT);

        assertThat(tally.wrong()).isZero();
        assertThat(tally.good()).isEqualTo(answered.get());
        // 150 are expected; a Poisson process of the same seed each time.
        assertThat(tally.good()).isBetween(100, 200);
    }

    @Test
    void nobody_listening_is_wrong() throws IOException {
        MockPbx pbx = asksOneWhoIsWrongEvery(1, "");
        server.close();
        Tally tally = new Tally();
        pbx.once(tally);

        assertThat(tally.good()).isZero();
        assertThat(tally.wrong()).isOne();
    }
}
