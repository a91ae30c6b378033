package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One leg of a telephone call as its phone sees it: what happened to it, what it hears, what it
 * does. Safe for any thread; what is said in SIP is said on the phone's loop.
 */
public abstract sealed class Call permits OutgoingCall, IncomingCall {
    private static final Duration KEY_PATIENCE = Duration.ofSeconds(3);

    final Line line;
    final RtpStream rtp;
    private final SipDialog dialog;
    private final Leg leg;
    private final Ear ear;
    private final Bell bell = new Bell();
    private final List<Integer> provisional = new ArrayList<>();
    private final StringBuilder keysHeard = new StringBuilder();
    private @Nullable Instant ringingAt;
    private @Nullable Instant answeredAt;
    private @Nullable Ended ended;
    private @Nullable Repeater untilAck;

    Call(Line line, SipDialog dialog, Leg leg) {
        this.line = line;
        this.dialog = dialog;
        this.leg = leg;
        ear = new Ear(line.prompts());
        rtp = new RtpStream(line.here().getAddress(), leg, ear, this::noteKey);
    }

    /** What this leg receives. */
    public Ear ear() {
        return ear;
    }

    /** The SIP Call-ID. */
    public String callId() {
        return dialog.callId();
    }

    /** Whether the call is answered and not ended. */
    public boolean isUp() {
        return bell.read(() -> answeredAt != null && ended == null);
    }

    /** How it ended, once it has. */
    public Optional<Ended> ended() {
        return Optional.ofNullable(bell.<@Nullable Ended>read(() -> ended));
    }

    /** Waits until it rings; returns since when. */
    public Instant awaitRinging(Duration patience) {
        return bell.await("ringing of " + this, () -> ringingAt, patience, this::told);
    }

    /** Waits until it is answered; returns since when. */
    public Instant awaitAnswered(Duration patience) {
        return bell.await("answer of " + this, () -> answeredAt, patience, this::told);
    }

    /** Waits until it has ended; returns how. */
    public Ended awaitEnded(Duration patience) {
        return bell.await("end of " + this, () -> ended, patience, this::told);
    }

    /** Lets the call go on for that time; false as soon as it has ended. */
    public boolean stay(Duration time) {
        return bell.poll(() -> ended, time) == null && !Thread.currentThread().isInterrupted();
    }

    /** Waits until the tone is heard, from now on. */
    public Heard awaitTone(int hz, Duration patience) {
        return ear.awaitTone(hz, Instant.now(), patience);
    }

    /** Waits until the prompt was begun for the first time in this call. */
    public HeardPrompt awaitPrompt(String name, Duration patience) {
        return ear.awaitPrompt(name, 1, patience);
    }

    /** What was heard at some time between two moments. */
    public List<Heard> heardBetween(Instant from, Instant to) {
        return ear.between(from, to);
    }

    /** The keys that the other side has pressed so far. */
    public String keysHeard() {
        return bell.read(keysHeard::toString);
    }

    /** Waits until the other side has pressed that many keys; returns all so far. */
    public String awaitKeys(int count, Duration patience) {
        return bell.await(
                count + " keys",
                () -> keysHeard.length() >= count ? keysHeard.toString() : null,
                patience,
                keysHeard::toString);
    }

    /**
     * Presses keys in the leg's own style, 200 ms each; returns when the last one is on the wire.
     */
    public void press(String keys) {
        for (char key : keys.toCharArray()) {
            if (leg.keys() == Leg.KeyStyle.INFO) {
                line.run(() -> sendInfo(key));
                stay(Duration.ofMillis(200));
            } else {
                pressInRtp(key);
            }
        }
    }

    /** Sends another tone from now on, 0 for silence. */
    public void changeTone(int hz) {
        rtp.changeTone(hz);
    }

    /** Ends the call by BYE, CANCEL or a refusal, whichever fits; nothing when it has ended. */
    public void hangUp() {
        line.run(this::hangUpNow);
    }

    abstract void hangUpNow();

    /** A request of the other side inside this call; not a repeated one. */
    abstract void received(SipMessage request);

    /** Requests that are answered alike on both sides. */
    final void receivedInDialog(SipMessage request) {
        switch (request.method()) {
            case "BYE" -> {
                reply(request, 200);
                end(Ended.by(Ended.By.THEM, 200, request));
            }
            case "INFO" -> {
                Character key = Keys.infoKey(request.body());
                if (key != null) noteKey(key);
                reply(request, 200);
            }
            case "INVITE" -> {
                // A re-INVITE: where the sound goes may change.
                dialog.learn(request);
                rtp.connect(Sdp.of(request));
                answer(request);
            }
            case "ACK" -> acknowledged();
            case "OPTIONS", "UPDATE", "NOTIFY" -> reply(request, 200);
            default -> reply(request, 501);
        }
    }

    final void answer(SipMessage invite) {
        SipMessage answer = dialog.reply(invite, 200);
        repeatUntilAck(invite, answer.withBody(Sdp.TYPE, rtp.local().toString()));
    }

    /** UDP may lose a final answer to an INVITE: it is sent until its ACK comes. */
    final void repeatUntilAck(SipMessage invite, SipMessage answer) {
        acknowledged();
        Runnable send = () -> line.transactions().reply(invite, answer, dialog.peer());
        untilAck = new Repeater(line.loop(), send, this::hangUpNow);
        untilAck.start();
    }

    final void acknowledged() {
        if (untilAck != null) untilAck.stop();
    }

    final void reply(SipMessage request, int status) {
        line.transactions().reply(request, dialog.reply(request, status), dialog.peer());
    }

    final void bye() {
        line.transactions().request(dialog.request("BYE"), dialog.peer(), response -> {});
        end(Ended.by(Ended.By.US, 200));
    }

    final void noteProvisional(int status) {
        bell.change(() -> {
            provisional.add(status);
            if (status >= 180 && ringingAt == null) ringingAt = Instant.now();
        });
    }

    final void noteAnswered() {
        rtp.start(line.clock());
        bell.change(() -> answeredAt = Instant.now());
    }

    final void end(Ended how) {
        rtp.close();
        bell.change(() -> {
            if (ended == null) ended = how;
        });
    }

    final boolean isAnswered() {
        return bell.read(() -> answeredAt != null);
    }

    final boolean isEnded() {
        return bell.read(() -> ended != null);
    }

    final SipDialog dialog() {
        return dialog;
    }

    private void sendInfo(char key) {
        SipMessage info = dialog.request("INFO").withBody(Keys.INFO_TYPE, Keys.infoBody(key));
        if (isUp()) line.transactions().request(info, dialog.peer(), response -> {});
    }

    private void pressInRtp(char key) {
        try {
            rtp.press(key).get(KEY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NotInTime("key " + key + " of " + this, KEY_PATIENCE, told());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void noteKey(char key) {
        bell.change(() -> keysHeard.append(key));
    }

    private String told() {
        return "provisional %s, ringing %s, answered %s, ended %s, heard %s"
                .formatted(provisional, ringingAt, answeredAt, ended, ear.timeline());
    }
}
