package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BiConsumer;

/** The one UDP port on which a phone speaks SIP; what is no SIP message is dropped. */
final class SipSocket implements AutoCloseable {
    private final DatagramSocket socket;
    private @Nullable Thread listener;

    SipSocket(InetSocketAddress local) {
        try {
            socket = new DatagramSocket(local);
            socket.setReceiveBufferSize(1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + local, e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void listen(BiConsumer<SipMessage, InetSocketAddress> receiver) {
        listener =
                Thread.ofPlatform()
                        .name("sip-" + address().getPort())
                        .daemon()
                        .start(() -> receive(receiver));
    }

    void send(SipMessage message, InetSocketAddress peer) {
        byte[] bytes = message.bytes();
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, peer));
        } catch (IOException e) {
            // A phone treats an unreachable peer as a lost datagram: retransmission decides.
            if (!socket.isClosed()) System.err.println("bench: SIP to " + peer + " not sent: " + e);
        }
    }

    private void receive(BiConsumer<SipMessage, InetSocketAddress> receiver) {
        byte[] buffer = new byte[65_535];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                SipMessage message = SipMessage.parse(packet.getData(), packet.getLength());
                receiver.accept(message, (InetSocketAddress) packet.getSocketAddress());
            } catch (IOException | IllegalArgumentException e) {
                // Closed, or a datagram that is no SIP: keep listening while open.
            }
        }
    }

    /** Closes it; the port is free again on return, which a listener in mid-call would delay. */
    @Override
    public void close() {
        socket.close();
        if (listener != null) {
            try {
                listener.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
