package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A box of telephones at one UDP port: it serves any number of users and simultaneous calls, makes
 * calls of its own, and writes down every INVITE that reaches it. It speaks to a PBX directly:
 * without registration, authentication or proxies.
 */
public final class Phone implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final SipSocket socket;
    private final ScheduledExecutorService loop;
    private final ScheduledExecutorService clock;
    private final Line line;
    private final InviteLog inviteLog = new InviteLog();
    private final Bell bell = new Bell();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final List<RuntimeException> complaints = new CopyOnWriteArrayList<>();
    private final Behaviour.Choice choice;

    private Phone(InetSocketAddress local, Fingerprints prompts, Behaviour.Choice choice) {
        this.choice = choice;
        socket = new SipSocket(local);
        String name = "phone-" + socket.address().getPort();
        loop = thread(name);
        clock = thread(name + "-sound");
        Transactions transactions = new Transactions(socket, loop);
        line =
                new Line(
                        socket,
                        socket.address(),
                        transactions,
                        loop,
                        clock,
                        prompts,
                        complaints::add);
    }

    /**
     * A phone at an address (port 0 for any), which knows these prompts and treats incoming calls
     * as {@code choice} says.
     */
    public static Phone open(
            InetSocketAddress local, Fingerprints prompts, Behaviour.Choice choice) {
        Phone phone = new Phone(local, prompts, choice);
        phone.socket.listen((message, from) -> phone.line.run(() -> phone.take(message, from)));
        return phone;
    }

    /**
     * A phone that only calls, at any free port of the loopback; whoever calls it finds it busy.
     */
    public static Phone caller(Fingerprints prompts) {
        return open(new InetSocketAddress("127.0.0.1", 0), prompts, i -> Behaviour.reject(486));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return line.here();
    }

    /** Calls with a silent leg; {@code fromNumber} is the caller id, "anonymous" for none. */
    public Call call(String fromNumber, String toUser, InetSocketAddress pbx) {
        return call(fromNumber, toUser, pbx, Leg.silent());
    }

    /** Calls with that leg. */
    public Call call(String fromNumber, String toUser, InetSocketAddress pbx, Leg leg) {
        OutgoingCall call = OutgoingCall.to(line, fromNumber, toUser, pbx, leg);
        bell.change(() -> calls.put(call.callId(), call));
        line.run(call::start);
        return call;
    }

    /** Every INVITE so far, the judge of who was called. */
    public InviteLog inviteLog() {
        return inviteLog;
    }

    /** Waits for that many INVITEs in all. */
    public List<Invite> awaitInvites(int count, Duration patience) {
        return inviteLog.await(count, patience);
    }

    /** The incoming calls so far, whatever became of them. */
    public List<IncomingCall> incomingCalls() {
        return bell.read(this::incomingNow);
    }

    /** Waits for the nth call for that user, from 1. */
    public IncomingCall awaitIncoming(String user, int nth, Duration patience) {
        return bell.await(
                "call " + nth + " for " + user,
                () -> nthFor(user, nth),
                patience,
                this::incomingNow);
    }

    /** What failed in behaviours and scripts; a test should find it empty. */
    public List<RuntimeException> complaints() {
        return List.copyOf(complaints);
    }

    /**
     * Ends all calls, waits a moment for the other sides to agree, and gives back port and threads.
     */
    @Override
    public void close() {
        List<Call> all = bell.read(() -> List.copyOf(calls.values()));
        all.forEach(Call::hangUp);
        long deadline = System.nanoTime() + GOODBYE.toNanos();
        for (Call call : all) {
            call.stay(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        CompletableFuture<Void> settled = new CompletableFuture<>();
        line.run(() -> awaitSettled(settled));
        long left = Math.max(1, deadline - System.nanoTime());
        settled.completeOnTimeout(null, left, TimeUnit.NANOSECONDS).join();
        all.forEach(call -> call.end(Ended.by(Ended.By.NOBODY, 0)));
        loop.shutdownNow();
        clock.shutdownNow();
        socket.close();
    }

    private void awaitSettled(CompletableFuture<Void> settled) {
        if (line.transactions().isSettled()) settled.complete(null);
        else loop.schedule(() -> awaitSettled(settled), 10, TimeUnit.MILLISECONDS);
    }

    private void take(SipMessage message, InetSocketAddress from) {
        if (!message.isRequest()) {
            line.transactions().response(message);
        } else if (message.method().equals("ACK")) {
            Call call = find(message.callId());
            if (call != null) call.acknowledged();
        } else if (!line.transactions().isRepeat(message, from)) {
            request(message, from);
        }
    }

    private void request(SipMessage request, InetSocketAddress from) {
        Call call = find(request.callId());
        if (call != null) {
            call.received(request);
        } else if (request.method().equals("INVITE") && request.to().tag().isEmpty()) {
            ring(request, from);
        } else {
            int status = request.method().equals("OPTIONS") ? 200 : 481;
            SipMessage reply = request.reply(status, "bench").with("Allow", SipDialog.ALLOW);
            line.transactions().reply(request, reply, from);
        }
    }

    private void ring(SipMessage request, InetSocketAddress from) {
        Invite invite = inviteLog.note(request);
        Behaviour behaviour = choice.on(invite);
        SipDialog dialog = SipDialog.incoming(request, line.here(), from);
        IncomingCall call = new IncomingCall(line, dialog, invite, behaviour);
        bell.change(() -> calls.put(request.callId(), call));
        call.start();
    }

    private @Nullable Call find(String callId) {
        return bell.<@Nullable Call>read(() -> calls.get(callId));
    }

    private List<IncomingCall> incomingNow() {
        List<IncomingCall> incoming = new ArrayList<>();
        for (Call call : calls.values()) if (call instanceof IncomingCall in) incoming.add(in);
        return List.copyOf(incoming);
    }

    private @Nullable IncomingCall nthFor(String user, int nth) {
        return incomingNow().stream()
                .filter(c -> c.invite().calledUser().equals(user) && c.invite().nth() == nth)
                .findFirst()
                .orElse(null);
    }

    private static ScheduledExecutorService thread(String name) {
        var executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name(name).daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
