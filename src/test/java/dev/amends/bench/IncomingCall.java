package dev.amends.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A call that rings this phone; a {@link Behaviour} says what is done with it. */
public final class IncomingCall extends Call {
    private final Invite invite;
    private final Behaviour behaviour;

    IncomingCall(Line line, SipDialog dialog, Invite invite, Behaviour behaviour) {
        super(line, dialog, behaviour instanceof Behaviour.Answer a ? a.leg() : Leg.silent());
        this.invite = invite;
        this.behaviour = behaviour;
        rtp.connect(Sdp.of(invite.message()));
    }

    /** The INVITE that began it. */
    public Invite invite() {
        return invite;
    }

    /** Whether this phone never replies: nobody knows of the call, not even that it has ended. */
    public boolean isSilent() {
        return behaviour instanceof Behaviour.Silence;
    }

    /** Answers a ringing call now, whatever its behaviour would do later. */
    public void answer() {
        line.run(this::answerNow);
    }

    void start() {
        switch (behaviour) {
            case Behaviour.Silence s -> {}
            case Behaviour.Reject r -> ringThen(r.ring(), () -> refuse(r.status()));
            case Behaviour.Redirect r -> redirect(r.contactUri());
            case Behaviour.RingForever r -> ring();
            case Behaviour.Answer a -> ringThen(a.ring(), this::answerNow);
        }
    }

    private void ring() {
        reply(invite.message(), 180);
        noteProvisional(180);
    }

    private void ringThen(Duration time, Runnable then) {
        if (time.isZero()) {
            then.run();
        } else {
            ring();
            line.loop().schedule(line.guarded(then), time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void answerNow() {
        if (isAnswered() || isEnded()) return;
        answer(invite.message());
        noteAnswered();
        if (behaviour instanceof Behaviour.Answer a) {
            Thread.ofVirtual().name("script-" + invite.calledUser()).start(() -> play(a.script()));
        }
    }

    private void play(Script script) {
        try {
            script.play(this);
        } catch (NotInTime e) {
            line.blame(new IllegalStateException("the script of " + this + " failed", e));
        }
    }

    private void refuse(int status) {
        if (isAnswered() || isEnded()) return;
        repeatUntilAck(invite.message(), dialog().reply(invite.message(), status));
        end(Ended.by(Ended.By.US, status));
    }

    private void redirect(String contactUri) {
        SipMessage reply = invite.message().reply(302, "redirected");
        SipMessage moved = reply.with("Contact", "<" + contactUri + ">");
        repeatUntilAck(invite.message(), moved);
        end(Ended.by(Ended.By.US, 302));
    }

    @Override
    void hangUpNow() {
        if (isEnded()) return;
        if (isAnswered()) bye();
        else if (behaviour instanceof Behaviour.Silence) end(Ended.by(Ended.By.NOBODY, 0));
        else refuse(480);
    }

    @Override
    void received(SipMessage request) {
        if (!request.method().equals("CANCEL")) {
            receivedInDialog(request);
            return;
        }
        if (behaviour instanceof Behaviour.Silence) return;
        reply(request, 200);
        if (isAnswered() || isEnded()) return;
        repeatUntilAck(invite.message(), dialog().reply(invite.message(), 487));
        end(Ended.by(Ended.By.THEM, 487, request));
    }

    @Override
    public String toString() {
        return "call of " + invite;
    }
}
