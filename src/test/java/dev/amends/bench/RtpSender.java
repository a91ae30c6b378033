package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The sending half of a leg: every 20 ms a packet of its tone, of silence, or of a key's event. */
final class RtpSender {
    private static final int MARKER = 0x80;
    private static final int FRAMES_BETWEEN_KEYS = 5;
    private static final Random RANDOM = new Random();

    /** What goes out in place of audio; without a packet it is a pause in silence. */
    private record Frame(Keys.@Nullable EventPacket event, @Nullable CompletableFuture<?> done) {}

    private final DatagramSocket socket;
    private final Deque<Frame> keys = new ArrayDeque<>();
    private final Law law;
    private final int ssrc = RANDOM.nextInt();
    private int sequence = RANDOM.nextInt(30_000);
    private long sample = RANDOM.nextInt(30_000);
    private long eventStart;
    private int toneHz;
    private boolean first = true;

    RtpSender(DatagramSocket socket, Leg leg) {
        this.socket = socket;
        this.toneHz = leg.toneHz();
        this.law = leg.law();
    }

    synchronized void changeTone(int hz) {
        toneHz = hz;
    }

    /** Queues a key; done when its last packet and a pause have gone out. */
    synchronized CompletableFuture<?> press(char key) {
        for (Keys.EventPacket packet : Keys.packets(key)) keys.add(new Frame(packet, null));
        CompletableFuture<?> done = new CompletableFuture<Void>();
        for (int i = 1; i < FRAMES_BETWEEN_KEYS; i++) keys.add(new Frame(null, null));
        keys.add(new Frame(null, done));
        return done;
    }

    /** Sends the packet of this 20 ms. */
    synchronized void tick(InetSocketAddress remote, int eventPayload) throws IOException {
        Frame frame = keys.poll();
        Keys.EventPacket event = frame == null ? null : frame.event;
        if (event != null && eventPayload >= 0) {
            if (event.first()) eventStart = sample;
            int marker = event.first() ? MARKER : 0;
            send(remote, marker | eventPayload, eventStart, event.bytes());
        } else {
            send(remote, (first ? MARKER : 0) | law.payload(), sample, audio());
            first = false;
        }
        sample += Audio.FRAME;
        if (frame != null && frame.done != null) frame.done.complete(null);
    }

    private byte[] audio() {
        List<Integer> tones = toneHz == 0 ? List.of() : List.of(toneHz);
        short[] linear = Audio.tones(tones, sample, Audio.FRAME);
        byte[] coded = new byte[linear.length];
        for (int i = 0; i < linear.length; i++) coded[i] = law.encode(linear[i]);
        return coded;
    }

    private void send(InetSocketAddress remote, int type, long time, byte[] payload)
            throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) type).putShort((short) sequence++);
        packet.putInt((int) time).putInt(ssrc).put(payload);
        socket.send(new DatagramPacket(packet.array(), packet.position(), remote));
    }
}
