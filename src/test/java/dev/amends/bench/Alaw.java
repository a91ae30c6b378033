package dev.amends.bench;

/** G.711 A-law: 8 bits for a 16-bit linear sample, by the recommendation's formula. */
final class Alaw {
    private static final int TOGGLE = 0x55;
    private static final int LOUDEST = 32_767;

    private Alaw() {}

    static short decode(byte code) {
        int plain = (code & 0xFF) ^ TOGGLE;
        int exponent = (plain >> 4) & 7;
        int step = (plain & 0x0F) << 4;
        int magnitude = exponent == 0 ? step + 8 : step + 0x108 << exponent - 1;
        return (short) ((plain & 0x80) != 0 ? magnitude : -magnitude);
    }

    static byte encode(short sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs((int) sample), LOUDEST);
        int exponent = magnitude < 256 ? 0 : 24 - Integer.numberOfLeadingZeros(magnitude);
        int mantissa = (magnitude >> Math.max(exponent, 1) + 3) & 0x0F;
        return (byte) ((sign | exponent << 4 | mantissa) ^ TOGGLE);
    }
}
