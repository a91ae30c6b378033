package dev.amends.bench;

/**
 * G.711 u-law: 8 bits for a 16-bit linear sample, by tables built from the recommendation's
 * formula.
 */
final class Ulaw {
    private static final int BIAS = 0x84;
    private static final int CLIP = 32_635;
    private static final short[] LINEAR = new short[256];
    private static final byte[] CODES = new byte[65_536];

    static {
        for (int code = 0; code < 256; code++) LINEAR[code] = expand(code);
        for (int sample = -32_768; sample < 32_768; sample++) {
            CODES[sample & 0xFFFF] = compress(sample);
        }
    }

    private Ulaw() {}

    static short decode(byte code) {
        return LINEAR[code & 0xFF];
    }

    static byte encode(short sample) {
        return CODES[sample & 0xFFFF];
    }

    private static short expand(int code) {
        int inverted = ~code & 0xFF;
        int exponent = (inverted >> 4) & 7;
        int magnitude = (((inverted & 0x0F) << 3) + BIAS << exponent) - BIAS;
        return (short) ((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static byte compress(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
        int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | exponent << 4 | mantissa);
    }
}
