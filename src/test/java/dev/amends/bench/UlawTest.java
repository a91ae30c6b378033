package dev.amends.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The u-law tables agree with known values of G.711. */
class UlawTest {
    @Test
    void known_codes_of_the_recommendation() {
        assertThat(Ulaw.decode((byte) 0xFF)).isZero();
        assertThat(Ulaw.decode((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(Ulaw.decode((byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(Ulaw.decode((byte) 0xF0)).isEqualTo((short) 120);
        assertThat(Ulaw.encode((short) 0)).isEqualTo((byte) 0xFF);
        assertThat(Ulaw.encode(Short.MAX_VALUE)).isEqualTo((byte) 0x80);
        assertThat(Ulaw.encode(Short.MIN_VALUE)).isEqualTo((byte) 0x00);
    }

    @Test
    void a_sample_survives_within_the_step_of_its_loudness() {
        for (int sample = -32_124; sample <= 32_124; sample += 7) {
            int back = Ulaw.decode(Ulaw.encode((short) sample));
            assertThat(Math.abs(back - sample)).isLessThanOrEqualTo(4 + Math.abs(sample) / 16);
        }
    }
}
