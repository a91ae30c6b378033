package dev.amends.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A-law agrees with known values of G.711. */
class AlawTest {
    @Test
    void known_codes_of_the_recommendation() {
        assertThat(Alaw.decode((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(Alaw.decode((byte) 0xAA)).isEqualTo((short) 32_256);
        assertThat(Alaw.decode((byte) 0x2A)).isEqualTo((short) -32_256);
        assertThat(Alaw.encode((short) 0)).isEqualTo((byte) 0xD5);
        assertThat(Alaw.encode(Short.MAX_VALUE)).isEqualTo((byte) 0xAA);
        assertThat(Alaw.encode(Short.MIN_VALUE)).isEqualTo((byte) 0x2A);
    }

    @Test
    void a_sample_survives_within_the_step_of_its_loudness() {
        for (int sample = -32_256; sample <= 32_256; sample += 7) {
            int back = Alaw.decode(Alaw.encode((short) sample));
            assertThat(Math.abs(back - sample)).isLessThanOrEqualTo(8 + Math.abs(sample) / 16);
        }
    }
}
