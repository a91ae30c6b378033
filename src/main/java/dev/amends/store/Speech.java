package dev.amends.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * Whether somebody speaks in a recording. The noise of a line is no speech, and neither is a click;
 * in doubt somebody does, as a story that is thrown away can't be told again by us.
 */
final class Speech {

    /** 20 ms: 160 samples of 16 bits, the lower byte first. */
    private static final int PIECE = 320;

    /** A piece is loud when its samples are so far from zero on average, of 32,768. */
    private static final int LOUD = 100;

    /** Loud for 300 ms in all: a short word. */
    private static final int ENOUGH = 15;

    private Speech() {}

    /**
     * Reads no further than it has to.
     *
     * @param samples without the file's head
     */
    static boolean isIn(InputStream samples) throws IOException {
        byte[] piece = new byte[PIECE];
        int loud = 0;
        while (loud < ENOUGH && samples.readNBytes(piece, 0, PIECE) == PIECE) {
            loud += isLoud(piece) ? 1 : 0;
        }
        return loud == ENOUGH;
    }

    private static boolean isLoud(byte[] piece) {
        int sum = 0;
        for (int i = 0; i < PIECE; i += 2) {
            sum += Math.abs(piece[i + 1] << 8 | piece[i] & 0xff);
        }
        return sum >= LOUD * PIECE / 2;
    }
}
