package dev.amends.bench;

import java.net.InetSocketAddress;
import java.util.UUID;

/**
 * One side of a SIP dialog (RFC 3261, 12): who speaks with whom under which Call-ID, and the
 * counter of our requests. No proxies stand between a bench phone and its PBX, so there is no route
 * set.
 */
final class SipDialog {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO";

    private final String callId;
    private final SipAddress local;
    private final InetSocketAddress here;
    private final InetSocketAddress peer;
    private SipAddress remote;
    private String target;
    private int sequence;

    private SipDialog(
            String callId, SipAddress local, SipAddress remote, InetSocketAddress... ends) {
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.target = remote.uri();
        this.here = ends[0];
        this.peer = ends[1];
    }

    /** The dialog that a call of ours asks for. */
    static SipDialog outgoing(
            SipAddress from, SipAddress to, InetSocketAddress here, InetSocketAddress pbx) {
        return new SipDialog(unique(), from.tagged(unique()), to, here, pbx);
    }

    /** The dialog that someone else's INVITE asks for. */
    static SipDialog incoming(SipMessage invite, InetSocketAddress here, InetSocketAddress source) {
        SipDialog dialog =
                new SipDialog(
                        invite.callId(), invite.to().tagged(unique()), invite.from(), here, source);
        dialog.learn(invite);
        return dialog;
    }

    /** Takes the other side's tag and contact from its message. */
    void learn(SipMessage message) {
        if (!message.isRequest() && !message.to().tag().isEmpty()) remote = message.to();
        String contact = message.header("Contact");
        if (contact != null) target = SipAddress.parse(contact).uri();
    }

    /** The next request of ours in this dialog, in a transaction of its own. */
    SipMessage request(String method) {
        sequence++;
        return numbered(method, sequence, "z9hG4bK" + unique());
    }

    /** The ACK of a 2xx: numbered like its INVITE, in a transaction of its own. */
    SipMessage ackOfSuccess(SipMessage response) {
        return numbered("ACK", response.cseqNumber(), "z9hG4bK" + unique());
    }

    /** An ACK of a failure or a CANCEL: both share the INVITE's transaction and URI. */
    SipMessage aside(String method, SipMessage invite, SipAddress to) {
        return SipMessage.request(method, invite.requestUri())
                .with("Via", invite.text("Via"))
                .with("Max-Forwards", "70")
                .with("From", invite.text("From"))
                .with("To", to.toString())
                .with("Call-ID", callId)
                .with("CSeq", invite.cseqNumber() + " " + method);
    }

    /** Our final or provisional reply to a request in this dialog. */
    SipMessage reply(SipMessage request, int status) {
        SipMessage reply = request.reply(status, local.tag());
        return status == 100 ? reply : reply.with("Contact", contact()).with("Allow", ALLOW);
    }

    String callId() {
        return callId;
    }

    InetSocketAddress peer() {
        return peer;
    }

    private SipMessage numbered(String method, int number, String branch) {
        return SipMessage.request(method, target)
                .with("Via", "SIP/2.0/UDP " + place(here) + ";rport;branch=" + branch)
                .with("Max-Forwards", "70")
                .with("From", local.toString())
                .with("To", remote.toString())
                .with("Call-ID", callId)
                .with("CSeq", number + " " + method)
                .with("Contact", contact())
                .with("Allow", ALLOW);
    }

    private String contact() {
        String user = local.user();
        return "<sip:" + (user.isEmpty() ? "bench" : user) + "@" + place(here) + ">";
    }

    static String place(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
