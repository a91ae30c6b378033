package dev.amends.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;

/** Prompts are told apart by what arrives on the wire. */
class FingerprintsTest {
    private static final List<String> NAMES =
            IntStream.range(0, 500).mapToObj("amends/prompt-%03d"::formatted).toList();
    private static final Duration LONG = Duration.ofMillis(400);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Test
    void every_one_of_500_prompts_is_recognised_in_the_order_played() {
        long seed = 7;
        List<String> played = new ArrayList<>(NAMES);
        Collections.shuffle(played, new Random(seed));
        assertThat(heard(Fingerprints.of(NAMES), played, 0)).as("seed %d", seed).isEqualTo(played);
    }

    @Test
    void a_prompt_played_twice_is_heard_twice() {
        List<String> twice = List.of(NAMES.get(3), NAMES.get(3));
        assertThat(heard(Fingerprints.of(NAMES), twice, 0)).isEqualTo(twice);
    }

    @Test
    void prompts_are_recognised_while_another_leg_sends_its_tone() {
        List<String> played =
                Stream.concat(NAMES.stream().limit(20), NAMES.stream().skip(480)).toList();
        assertThat(heard(Fingerprints.of(NAMES), played, 650)).isEqualTo(played);
    }

    @Test
    void packets_held_up_on_a_busy_machine_do_not_split_a_prompt() {
        Fingerprints prints = Fingerprints.of(NAMES);
        Ear ear = new Ear(prints);
        play(ear, prints.samples(NAMES.get(5), LONG, PAUSE), Duration.ofMillis(300));
        assertThat(ear.promptNames()).containsExactly(NAMES.get(5));
    }

    @Test
    void the_order_of_the_names_does_not_matter() {
        List<String> reversed = NAMES.reversed();
        for (String name : NAMES) {
            assertThat(Fingerprints.of(reversed).chord(name))
                    .isEqualTo(Fingerprints.of(NAMES).chord(name));
        }
    }

    @Test
    void prompts_are_written_as_wav_files_a_pbx_can_play(@TempDir Path folder) throws Exception {
        Fingerprints.of(List.of("amends/welcome")).writeWavs(folder);
        byte[] file = Files.readAllBytes(folder.resolve("amends/welcome.wav"));
        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            assertThat(audio.getFormat().matches(new AudioFormat(8_000, 16, 1, true, false)))
                    .isTrue();
            assertThat(audio.getFrameLength()).isEqualTo(4_000);
        }
    }

    @Test
    void noise_is_no_tone_and_no_prompt() {
        Random random = new Random(11);
        short[] noise = new short[16_000];
        for (int i = 0; i < noise.length; i++) noise[i] = (short) (random.nextGaussian() * 4_000);
        Ear ear = new Ear(Fingerprints.of(NAMES));
        play(ear, noise);
        assertThat(ear.prompts()).isEmpty();
        assertThat(ear.timeline()).anyMatch(h -> h.kind() == Heard.Kind.OTHER);
    }

    private static List<String> heard(Fingerprints prints, List<String> played, int belowHz) {
        Ear ear = new Ear(prints);
        short[] all = new short[0];
        for (String name : played) {
            short[] one = prints.samples(name, LONG, PAUSE);
            int before = all.length;
            all = Arrays.copyOf(all, before + one.length);
            System.arraycopy(one, 0, all, before, one.length);
        }
        if (belowHz > 0) {
            short[] below = Audio.tones(List.of(belowHz), 0, all.length);
            for (int i = 0; i < all.length; i++) all[i] += below[i];
        }
        play(ear, all);
        return ear.promptNames();
    }

    /** Plays as a stream of u-law packets whose beat doesn't fall together with the prompts'. */
    private static void play(Ear ear, short[] samples) {
        play(ear, samples, Duration.ofMillis(20));
    }

    private static void play(Ear ear, short[] samples, Duration gap) {
        Instant time = Instant.EPOCH;
        for (int at = 70; at + Audio.FRAME <= samples.length; at += Audio.FRAME) {
            short[] packet = Arrays.copyOfRange(samples, at, at + Audio.FRAME);
            for (int i = 0; i < packet.length; i++) {
                packet[i] = Ulaw.decode(Ulaw.encode(packet[i]));
            }
            time = time.plus(gap);
            ear.hear(packet, time, true);
        }
    }
}
