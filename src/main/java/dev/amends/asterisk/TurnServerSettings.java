package dev.amends.asterisk;

import java.time.Duration;

/**
 * Where turns are asked, and how much is borne from whoever connects there.
 *
 * @param host the address to listen on; 127.0.0.1 unless the PBX is another machine
 * @param port 0 takes any free port
 * @param key what the PBX must have in its global variable {@code AMENDS_KEY}
 * @param connections how many at once; further ones are closed at once
 * @param turn how long one turn may take from connect to close
 */
public record TurnServerSettings(
        String host, int port, Secret key, int connections, Duration turn) {

    private static final int CONNECTIONS = 16_000;
    private static final Duration TURN = Duration.ofMillis(2500);

    /** With the caps that fit a PBX whose dialplan waits 2.7 s for a turn. */
    public static TurnServerSettings of(String host, int port, Secret key) {
        return new TurnServerSettings(host, port, key, CONNECTIONS, TURN);
    }
}
