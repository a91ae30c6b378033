package dev.amends.callcentre;

import java.net.InetSocketAddress;

/**
 * The ports of one call centre, all on the loopback; {@code shift} moves them all, so that a demo
 * and the tests can run side by side.
 */
public record Ports(int shift) {

    /** Where callers reach the telephone system. */
    public InetSocketAddress sip() {
        return loopback(15060);
    }

    /** Where the carrier listens. */
    public InetSocketAddress carrier() {
        return loopback(15070);
    }

    /** Where the reps' phones listen. */
    public InetSocketAddress phones() {
        return loopback(15080);
    }

    /** The telephone system's management port. */
    public int ami() {
        return 15038 + shift;
    }

    /** The port on which Amends answers turns. */
    public int agi() {
        return 14573 + shift;
    }

    private InetSocketAddress loopback(int port) {
        return new InetSocketAddress("127.0.0.1", port + shift);
    }
}
