package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * The SIP transactions of one phone: requests of ours are repeated until they are answered,
 * requests of others are answered once and, when they come again, answered identically. Used on the
 * phone's loop only. Kept until the phone closes: a bench lives for minutes.
 */
final class Transactions {
    private record Ours(Repeater repeater, Consumer<SipMessage> onResponse) {}

    private final SipSocket socket;
    private final ScheduledExecutorService loop;
    private final Map<String, Ours> ours = new HashMap<>();
    private final Map<String, @Nullable SipMessage> theirs = new HashMap<>();

    Transactions(SipSocket socket, ScheduledExecutorService loop) {
        this.socket = socket;
        this.loop = loop;
    }

    /** Sends a request until it is answered; a request never answered gets a 408 of our own. */
    void request(SipMessage request, InetSocketAddress peer, Consumer<SipMessage> onResponse) {
        Runnable giveUp = () -> onResponse.accept(request.reply(408, "nobody"));
        Repeater repeater = new Repeater(loop, () -> socket.send(request, peer), giveUp);
        ours.put(key(request), new Ours(repeater, onResponse));
        repeater.start();
    }

    void response(SipMessage response) {
        Ours transaction = ours.get(key(response));
        if (transaction == null) return;
        transaction.repeater.stop();
        transaction.onResponse.accept(response);
    }

    /** Whether a request came before; then its last reply, if there is one yet, is sent again. */
    boolean isRepeat(SipMessage request, InetSocketAddress peer) {
        String key = key(request);
        if (!theirs.containsKey(key)) {
            theirs.put(key, null);
            return false;
        }
        SipMessage reply = theirs.get(key);
        if (reply != null) socket.send(reply, peer);
        return true;
    }

    void reply(SipMessage request, SipMessage reply, InetSocketAddress peer) {
        theirs.put(key(request), reply);
        socket.send(reply, peer);
    }

    /** Whether none of our requests still waits for its first answer. */
    boolean isSettled() {
        return ours.values().stream().allMatch(t -> t.repeater.isStopped());
    }

    private static String key(SipMessage message) {
        return message.branch() + " " + message.cseq() + " " + message.callId();
    }
}
