package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The sound of one leg: a UDP port of its own, a sender every 20 ms, an ear for what comes. */
final class RtpStream implements AutoCloseable {
    private static final int HEADER = 12;
    private static final long PTIME_MILLIS = 20;

    private final DatagramSocket socket;
    private final RtpSender sender;
    private final Ear ear;
    private final Leg leg;
    private final Consumer<Character> onKey;
    private volatile @Nullable Sdp remote;
    private long lastEvent = -1;
    private int lastSource;
    private int nextTime;
    private @Nullable Future<?> ticking;

    RtpStream(InetAddress host, Leg leg, Ear ear, Consumer<Character> onKey) {
        try {
            socket = new DatagramSocket(new InetSocketAddress(host, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("no port for RTP at " + host, e);
        }
        this.leg = leg;
        this.ear = ear;
        this.onKey = onKey;
        sender = new RtpSender(socket, leg);
        Thread.ofVirtual().name("rtp-" + socket.getLocalPort()).start(this::receive);
    }

    /** What we offer or answer; an answer takes over the other side's payload type for keys. */
    Sdp local() {
        InetSocketAddress here = (InetSocketAddress) socket.getLocalSocketAddress();
        Sdp theirs = remote;
        int payload = leg.offeredPayload();
        if (payload >= 0 && theirs != null) payload = theirs.eventPayload();
        return new Sdp(here, payload, leg.law());
    }

    /** Where the other side wants its packets, and how it numbers its keys. */
    void connect(@Nullable Sdp theirs) {
        if (theirs != null) remote = theirs;
    }

    /** Begins to send; from now on there is a packet every 20 ms. */
    synchronized void start(ScheduledExecutorService clock) {
        if (ticking != null || socket.isClosed()) return;
        try {
            ticking = clock.scheduleAtFixedRate(this::tick, 0, PTIME_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The phone is closing: nothing is to be heard any more.
        }
    }

    CompletableFuture<?> press(char key) {
        return sender.press(key);
    }

    void changeTone(int hz) {
        sender.changeTone(hz);
    }

    private void tick() {
        Sdp to = remote;
        if (to == null || to.media().getPort() == 0) return;
        try {
            sender.tick(to.media(), leg.offeredPayload() < 0 ? -1 : to.eventPayload());
        } catch (IOException e) {
            // A lost packet: the next one comes in 20 ms.
        }
    }

    private void receive() {
        byte[] buffer = new byte[2_048];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                take(packet);
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void take(DatagramPacket packet) {
        byte[] bytes = packet.getData();
        Sdp from = remote;
        // A port may have been another call's a moment ago, and RTCP goes to the port above it.
        boolean ours = from != null && from.media().equals(packet.getSocketAddress());
        if (!ours || packet.getLength() <= HEADER || (bytes[0] & 0xC0) != 0x80) return;
        int type = bytes[1] & 0x7F;
        int start = HEADER + 4 * (bytes[0] & 0x0F);
        if (type == leg.law().payload()) {
            short[] samples = new short[Math.max(0, packet.getLength() - start)];
            for (int i = 0; i < samples.length; i++)
                samples[i] = leg.law().decode(bytes[start + i]);
            ear.hear(samples, Instant.now(), isSeamless(bytes, samples.length));
        } else if (type == local().eventPayload() && packet.getLength() >= start + 4) {
            takeEvent(bytes, start);
        }
    }

    /** Whether a packet's sound begins, by the sender's own count, where the last one ended. */
    private boolean isSeamless(byte[] bytes, int samples) {
        ByteBuffer header = ByteBuffer.wrap(bytes, 4, 8);
        int time = header.getInt();
        int source = header.getInt();
        boolean seamless = source == lastSource && time == nextTime;
        lastSource = source;
        nextTime = time + samples;
        return seamless;
    }

    /** All packets of one event carry the timestamp of its beginning. */
    private void takeEvent(byte[] bytes, int start) {
        long time = ByteBuffer.wrap(bytes, 4, 4).getInt() & 0xFFFF_FFFFL;
        if (time == lastEvent) return;
        lastEvent = time;
        onKey.accept(Keys.key(bytes, start));
    }

    @Override
    public synchronized void close() {
        if (ticking != null) ticking.cancel(false);
        socket.close();
    }
}
