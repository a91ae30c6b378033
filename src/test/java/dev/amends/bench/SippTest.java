package dev.amends.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.time.Duration.ZERO;

import dev.amends.bench.SippCaller.Press;
import dev.amends.bench.SippPlan.Treatment;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** SIPp's callers and called phones against bench phones over the loopback. */
class SippTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofMillis(200);
    private static final Duration BOUND = Duration.ofSeconds(15);

    private final Sipp sipp = new Sipp(Path.of("src/test/sipp"));

    @BeforeEach
    void sipp_is_installed() {
        Assumptions.assumeTrue(Sipp.isInstalled(), "no sipp: package sip-tester");
    }

    @Test
    void callers_press_their_keys_by_info_and_hang_up() throws IOException {
        SippCaller.Press first = new Press(A_WHILE, "2");
        SippCaller caller = SippCaller.pressing("+12025550101", first, new Press(ZERO, "1*"), ZERO);
        try (Phone pbx = pbx(Script.listen());
                SippRun run = sipp.call(pbx.address(), "700", List.of(caller), load(3))) {
            for (int n = 1; n <= 3; n++) {
                IncomingCall call = pbx.awaitIncoming("700", n, SOON);
                assertThat(call.awaitKeys(3, SOON)).isEqualTo("21*");
                assertThat(call.awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
                assertThat(call.invite().fromUser()).isEqualTo("+12025550101");
            }
            assertThat(run.await()).isEqualTo(new SippRun.Result(0, 3, 0, List.of()));
        }
    }

    @Test
    void callers_take_it_well_when_they_are_hung_up_on() throws IOException {
        SippCaller caller = SippCaller.waiting("1", Duration.ofSeconds(30));
        try (Phone pbx = pbx(Script.hangUpAfter(A_WHILE));
                SippRun run = sipp.call(pbx.address(), "700", List.of(caller), load(2))) {
            assertThat(run.await()).isEqualTo(new SippRun.Result(0, 2, 0, List.of()));
        }
    }

    @Test
    void a_carrier_is_busy_first_and_then_reached_and_its_log_is_the_judge() throws IOException {
        SippPlan plan =
                SippPlan.always(Treatment.refuse(404))
                        .number("+12025550123", Treatment.answer(A_WHILE, ZERO).pressing(ZERO, "1"))
                        .nth(1, Treatment.refuse(486));
        int port = freePort();
        InetSocketAddress carrier = new InetSocketAddress("127.0.0.1", port);
        try (SippRun run = sipp.answer(port, plan, BOUND);
                Phone pbx = Phone.caller(Fingerprints.none())) {
            Call busy = pbx.call("700", "+12025550123", carrier);
            assertThat(busy.awaitEnded(SOON).status()).isEqualTo(486);
            Call reached = pbx.call("700", "+12025550123", carrier);
            assertThat(reached.awaitKeys(1, SOON)).isEqualTo("1");
            assertThat(reached.awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
            Call unknown = pbx.call("700", "+12025550199", carrier);
            assertThat(unknown.awaitEnded(SOON).status()).isEqualTo(404);
            assertThat(run.awaitInvites(3, SOON))
                    .extracting(LoggedInvite::calledUser, LoggedInvite::callId)
                    .containsExactly(
                            tuple("+12025550123", busy.callId()),
                            tuple("+12025550123", reached.callId()),
                            tuple("+12025550199", unknown.callId()));
        }
    }

    @Test
    void a_rep_copes_with_cancel_and_with_being_hung_up_on() throws IOException {
        int port = freePort();
        InetSocketAddress rep = new InetSocketAddress("127.0.0.1", port);
        Treatment slow = Treatment.answer(A_WHILE.multipliedBy(2), Duration.ofSeconds(20));
        try (SippRun run = sipp.answer(port, SippPlan.always(slow), BOUND)) {
            try (Phone pbx = Phone.caller(Fingerprints.none())) {
                Call cancelled = pbx.call("1", "rep1", rep);
                cancelled.awaitRinging(SOON);
                cancelled.hangUp();
                assertThat(cancelled.awaitEnded(SOON).status()).isEqualTo(487);
                Call answered = pbx.call("1", "rep2", rep);
                answered.awaitAnswered(SOON);
                answered.hangUp();
            }
            run.awaitSuccessful(2, SOON);
            assertThat(run.stop())
                    .extracting(SippRun.Result::successful, SippRun.Result::failed)
                    .containsExactly(2, 0);
        }
    }

    private static Phone pbx(Script script) {
        InetSocketAddress anywhere = new InetSocketAddress("127.0.0.1", 0);
        return Phone.open(
                anywhere, Fingerprints.none(), i -> Behaviour.answerAfter(ZERO).then(script));
    }

    private static Sipp.Load load(int calls) {
        return new Sipp.Load(calls, 10, BOUND);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
