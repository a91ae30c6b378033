package dev.amends.bench;

import java.net.InetSocketAddress;

/** A call that this phone makes (RFC 3261, 13.2 and 9.1). */
final class OutgoingCall extends Call {
    private final SipMessage invite;
    private boolean proceeding;
    private boolean givenUp;
    private boolean cancelled;

    OutgoingCall(Line line, SipDialog dialog, Leg leg) {
        super(line, dialog, leg);
        invite = dialog.request("INVITE").withBody(Sdp.TYPE, rtp.local().toString());
    }

    static OutgoingCall to(Line line, String from, String to, InetSocketAddress pbx, Leg leg) {
        boolean anonymous = from.isEmpty() || from.equals("anonymous");
        String host = SipDialog.place(line.here());
        String fromUri = anonymous ? "sip:anonymous@anonymous.invalid" : "sip:" + from + "@" + host;
        String name = anonymous ? "Anonymous" : leg.displayName();
        SipAddress caller = new SipAddress(name, fromUri, "");
        SipAddress called = new SipAddress("", "sip:" + to + "@" + SipDialog.place(pbx), "");
        return new OutgoingCall(line, SipDialog.outgoing(caller, called, line.here(), pbx), leg);
    }

    void start() {
        line.transactions().request(invite, dialog().peer(), this::responded);
    }

    private void responded(SipMessage response) {
        int status = response.status();
        if (status < 200) {
            progressed(response);
        } else if (status < 300) {
            accepted(response);
        } else {
            SipMessage ack = dialog().aside("ACK", invite, response.to());
            line.socket().send(ack, dialog().peer());
            Ended.By who = givenUp ? Ended.By.US : Ended.By.THEM;
            boolean noAnswer = response.to().tag().equals("nobody");
            end(Ended.by(noAnswer ? Ended.By.NOBODY : who, status, response));
        }
    }

    private void progressed(SipMessage response) {
        proceeding = true;
        rtp.connect(Sdp.of(response));
        if (response.status() > 100) noteProvisional(response.status());
        if (givenUp) cancel();
    }

    private void accepted(SipMessage response) {
        dialog().learn(response);
        line.socket().send(dialog().ackOfSuccess(response), dialog().peer());
        if (isAnswered() || isEnded()) return;
        rtp.connect(Sdp.of(response));
        noteAnswered();
        // The answer crossed our CANCEL.
        if (givenUp) bye();
    }

    @Override
    void hangUpNow() {
        if (isEnded()) return;
        if (isAnswered()) {
            bye();
        } else {
            givenUp = true;
            // Before the first provisional response a CANCEL may overtake its INVITE.
            if (proceeding) cancel();
        }
    }

    private void cancel() {
        if (cancelled) return;
        cancelled = true;
        SipMessage cancel = dialog().aside("CANCEL", invite, invite.to());
        line.transactions().request(cancel, dialog().peer(), response -> {});
    }

    @Override
    void received(SipMessage request) {
        receivedInDialog(request);
    }

    @Override
    public String toString() {
        return "call from %s to %s".formatted(invite.from().user(), invite.to().user());
    }
}
