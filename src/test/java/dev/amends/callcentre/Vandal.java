package dev.amends.callcentre;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who throws at a TCP port what does not belong there, from four connections at once:
 * noise, lines without end, questions with another key, half a question, silence. Bounded: at most
 * {@link #MOST} attacks.
 */
public final class Vandal implements AutoCloseable {

    /** After so many attacks it gets tired. */
    public static final int MOST = 5000;

    private static final int HANDS = 4;

    private final InetSocketAddress target;
    private final AtomicInteger attacks = new AtomicInteger();
    private final List<Thread> hands = new ArrayList<>();
    private volatile boolean done;

    private Vandal(InetSocketAddress target) {
        this.target = target;
    }

    /** Begins at this port of the loopback. */
    public static Vandal at(int port, long seed) {
        Vandal vandal = new Vandal(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        for (int i = 0; i < HANDS; i++) {
            Random random = new Random(seed + i);
            vandal.hands.add(Thread.ofVirtual().start(() -> vandal.rage(random)));
        }
        return vandal;
    }

    /** Waits for so many more attacks. */
    public void awaitAttacks(int more, Duration patience) {
        int until = attacks.get() + more;
        Awaitility.await().atMost(patience).until(() -> attacks.get() >= until);
    }

    private void rage(Random random) {
        while (!done && attacks.get() < MOST) {
            try (Socket socket = new Socket()) {
                socket.connect(target, 1000);
                socket.setSoTimeout(20 + random.nextInt(80));
                throwAt(socket, random);
                int answer = socket.getInputStream().read();
                if (answer >= 0 && random.nextBoolean()) {
                    socket.getOutputStream().write(text("200 result=1 (sesame)\n"));
                    socket.getInputStream().read();
                }
            } catch (IOException e) {
                // Shown the door, which is right.
            }
            attacks.incrementAndGet();
        }
    }

    private static void throwAt(Socket socket, Random random) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (random.nextInt(5)) {
            case 0 -> {
                byte[] noise = new byte[1 + random.nextInt(20_000)];
                random.nextBytes(noise);
                out.write(noise);
            }
            case 1 -> out.write(text("agi_x: " + "A".repeat(100_000 + random.nextInt(400_000))));
            case 2 -> out.write(text(question("turn,arrival,support,,") + "\n"));
            case 3 -> out.write(text(question("turn,claim,none," + "f".repeat(32) + ",")));
            default -> {
                // Says nothing at all.
            }
        }
        out.flush();
    }

    private static String question(String request) {
        return """
        agi_network: yes
        agi_network_script: turn
        agi_request: agi://127.0.0.1/%s
        agi_uniqueid: 1.1
        agi_callerid: +12025550199
        agi_arg_1: arrival
        agi_arg_2: support
        """
                .formatted(request);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        done = true;
        for (Thread hand : hands) {
            try {
                hand.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
