package dev.amends.bench;

import static org.assertj.core.api.Assertions.assertThat;

import static java.time.Duration.ZERO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two bench phones call each other over the loopback. */
class PhoneTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final Leg TONE_400 = Leg.tone(400);

    private final Fingerprints none = Fingerprints.none();
    private final Phone caller = Phone.caller(none);
    private final List<Phone> callees = new ArrayList<>();

    @AfterEach
    void every_phone_is_closed_without_complaints() {
        caller.close();
        callees.forEach(Phone::close);
        assertThat(callees).allSatisfy(p -> assertThat(p.complaints()).isEmpty());
    }

    @Test
    void both_sides_hear_each_others_tone() {
        Phone callee = callee(i -> Behaviour.answerAfter(ZERO).as(Leg.tone(700)));
        Call call = caller.call("+12025550101", "rep1", callee.address(), TONE_400);
        call.awaitTone(700, SOON);
        IncomingCall answered = callee.awaitIncoming("rep1", 1, SOON);
        answered.awaitTone(400, SOON);
        assertThat(call.ear().timeline()).noneMatch(h -> h.has(400));
    }

    @Test
    void a_changed_tone_is_heard_as_a_new_stretch() {
        Phone callee = callee(i -> Behaviour.answerAfter(ZERO));
        Call call = caller.call("1", "rep1", callee.address(), TONE_400);
        IncomingCall answered = callee.awaitIncoming("rep1", 1, SOON);
        answered.awaitTone(400, SOON);
        call.changeTone(650);
        Heard second = answered.awaitTone(650, SOON);
        assertThat(second.tones()).containsExactly(650);
        call.changeTone(0);
        answered.ear().awaitSilence(second.to(), SOON);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 96})
    void keys_arrive_as_events_in_the_sound(int payload) {
        Phone callee = callee(i -> Behaviour.answerAfter(ZERO));
        Leg leg = TONE_400.withEventPayload(payload);
        Call call = caller.call("1", "rep1", callee.address(), leg);
        call.awaitAnswered(SOON);
        call.press("1*#");
        assertThat(callee.awaitIncoming("rep1", 1, SOON).awaitKeys(3, SOON)).isEqualTo("1*#");
    }

    @Test
    void keys_arrive_by_sip_info() {
        Phone callee = callee(i -> Behaviour.answerAfter(ZERO));
        Call call = caller.call("1", "rep1", callee.address(), Leg.silent().withInfoKeys());
        call.awaitAnswered(SOON);
        call.press("27");
        assertThat(callee.awaitIncoming("rep1", 1, SOON).awaitKeys(2, SOON)).isEqualTo("27");
    }

    @Test
    void the_called_side_plays_its_script() {
        Script script = Script.press(A_WHILE, "1").then(Script.hangUpAfter(A_WHILE));
        Phone callee = callee(i -> Behaviour.answerAfter(A_WHILE).then(script));
        Call call = caller.call("1", "rep1", callee.address());
        call.awaitRinging(SOON);
        assertThat(call.awaitKeys(1, SOON)).isEqualTo("1");
        Ended ended = call.awaitEnded(SOON);
        assertThat(ended.by()).isEqualTo(Ended.By.THEM);
        assertThat(ended.status()).isEqualTo(200);
    }

    @Test
    void a_ringing_call_can_be_cancelled() {
        Phone callee = callee(i -> Behaviour.ringForever());
        Call call = caller.call("1", "rep1", callee.address());
        call.awaitRinging(SOON);
        call.hangUp();
        assertThat(call.awaitEnded(SOON))
                .extracting(Ended::by, Ended::status)
                .containsExactly(Ended.By.US, 487);
        assertThat(callee.awaitIncoming("rep1", 1, SOON).awaitEnded(SOON))
                .extracting(Ended::by, Ended::status)
                .containsExactly(Ended.By.THEM, 487);
    }

    @Test
    void the_caller_can_hang_up() {
        Phone callee = callee(i -> Behaviour.answerAfter(ZERO));
        Call call = caller.call("1", "rep1", callee.address());
        call.awaitAnswered(SOON);
        call.hangUp();
        assertThat(call.awaitEnded(SOON).by()).isEqualTo(Ended.By.US);
        Ended ended = callee.awaitIncoming("rep1", 1, SOON).awaitEnded(SOON);
        assertThat(ended.by()).isEqualTo(Ended.By.THEM);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 480, 486, 503, 603})
    void a_refusal_keeps_its_status(int status) {
        Phone callee = callee(i -> Behaviour.reject(status));
        Call call = caller.call("1", "rep1", callee.address());
        Ended ended = call.awaitEnded(SOON);
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.by()).isEqualTo(Ended.By.THEM);
    }

    @Test
    void busy_first_then_reached_by_the_how_manyth_invite() {
        Phone callee =
                callee(i -> i.nth() == 1 ? Behaviour.reject(486) : Behaviour.answerAfter(ZERO));
        Call first = caller.call("1", "+12025550123", callee.address());
        assertThat(first.awaitEnded(SOON).status()).isEqualTo(486);
        caller.call("anonymous", "+12025550123", callee.address()).awaitAnswered(SOON);
        List<Invite> invites = callee.awaitInvites(2, SOON);
        assertThat(invites).extracting(Invite::calledUser).containsOnly("+12025550123");
        assertThat(invites).extracting(Invite::fromUser).containsExactly("1", "anonymous");
    }

    @Test
    void an_invite_lost_on_the_way_is_repeated_and_counted_once() {
        Phone silent = callee(i -> Behaviour.silence());
        Call call = caller.call("1", "rep1", silent.address());
        silent.awaitInvites(1, SOON);
        assertThat(call.stay(Duration.ofMillis(Repeater.T1_MILLIS + 200))).isTrue();
        assertThat(silent.inviteLog().all()).hasSize(1);
    }

    @Test
    void twenty_calls_at_once_hear_their_own_tones() {
        Phone callee =
                callee(i -> {
                    int hz = 300 + 50 * (i.nth() % 10);
                    return Behaviour.answerAfter(ZERO).as(Leg.tone(hz));
                });
        List<Call> calls = new ArrayList<>();
        for (int n = 1; n <= 20; n++) calls.add(caller.call("" + n, "rep1", callee.address()));
        for (Call call : calls) call.awaitAnswered(SOON);
        for (Call call : calls) {
            Heard heard = call.ear().awaitAnyTone(SOON);
            assertThat(heard.tones()).hasSize(1);
        }
    }

    @Test
    void a_phone_that_closes_ends_its_calls() {
        Phone callee = callee(i -> Behaviour.answerAfter(ZERO));
        Call call = caller.call("1", "rep1", callee.address());
        call.awaitAnswered(SOON);
        callee.close();
        assertThat(call.awaitEnded(SOON).by()).isEqualTo(Ended.By.THEM);
        assertThat(callee.incomingCalls()).noneMatch(Call::isUp);
    }

    @Test
    void options_and_garbage_are_survived() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(2_000);
            send(socket, "garbage\r\n\r\n");
            send(socket, "INVITE\r\n\r\n");
            send(
                    socket,
                    "OPTIONS sip:rep1@127.0.0.1 SIP/2.0\r\nv: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1"
                            + "\r\nf: <sip:a@b>;tag=1\r\nt: <sip:c@d>\r\ni: x\r\nCSeq: 1 OPTIONS\r\n\r\n");
            DatagramPacket reply = new DatagramPacket(new byte[2_000], 2_000);
            socket.receive(reply);
            String text =
                    new String(reply.getData(), 0, reply.getLength(), StandardCharsets.US_ASCII);
            assertThat(text).startsWith("SIP/2.0 200 OK");
        }
    }

    private void send(DatagramSocket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        InetSocketAddress phone = caller.address();
        socket.send(new DatagramPacket(bytes, bytes.length, phone));
    }

    private Phone callee(Behaviour.Choice choice) {
        Phone callee = Phone.open(new InetSocketAddress("127.0.0.1", 0), none, choice);
        callees.add(callee);
        return callee;
    }
}
