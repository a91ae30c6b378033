package dev.amends.callcentre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running Asterisk's console, spoken to as {@code asterisk -rx} does: stories ask it so often
 * that a program of its own for each question would cost more than the story.
 *
 * @param socket its {@code asterisk.ctl}
 * @param patience how long an answer may take: it may be frozen
 */
record Console(Path socket, Duration patience) {

    /** What it says to a command. */
    String ask(String command) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            // Closing the channel ends a read that nobody waits for any longer.
            FutureTask<String> answer = new FutureTask<>(() -> exchange(channel, command));
            Thread.ofVirtual().start(answer);
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("no console at " + socket, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the console did not answer: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking: " + command, e);
        }
    }

    /**
     * Asterisk's source, main/asterisk.c, netconsole(): a line of greeting, the answer, the end.
     */
    private static String exchange(SocketChannel channel, String command) throws IOException {
        ByteBuffer order =
                ByteBuffer.wrap(
                        ("cli quit after " + command + '\0').getBytes(StandardCharsets.UTF_8));
        InputStream from = Channels.newInputStream(channel);
        int one = from.read();
        while (one != '\n' && one != -1) {
            one = from.read();
        }
        while (order.hasRemaining()) {
            channel.write(order);
        }
        return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    }
}
