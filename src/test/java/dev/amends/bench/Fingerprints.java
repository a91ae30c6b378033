package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The test prompts' fingerprints: each prompt name has its own chord of two simultaneous tones out
 * of a grid of 900 to 3,300 Hz in steps of 100 Hz, at least 200 Hz apart, which tells 276 prompts
 * apart; beyond that of three tones. The same set of names always gets the same chords. Legs' own
 * tones stay below the grid: {@link Ear#LEG_TONES}.
 */
public final class Fingerprints {
    /** The tones that chords are made of, in Hz. */
    public static final List<Integer> GRID = Tones.steps(900, 3_300, 100);

    private static final int APART_HZ = 200;
    private static final Duration TONE = Duration.ofMillis(400);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Map<String, List<Integer>> chords = new TreeMap<>();
    private final Map<List<Integer>, String> names;

    private Fingerprints(Set<String> sortedNames) {
        List<List<Integer>> free = allChords();
        if (sortedNames.size() > free.size()) {
            throw new IllegalArgumentException("more than " + free.size() + " prompts");
        }
        int next = 0;
        for (String name : sortedNames) chords.put(name, free.get(next++));
        Map<List<Integer>, String> byChord = new HashMap<>();
        chords.forEach((name, chord) -> byChord.put(chord, name));
        names = Map.copyOf(byChord);
    }

    /** A chord for each name; the order of the names doesn't matter. */
    public static Fingerprints of(Collection<String> promptNames) {
        return new Fingerprints(new TreeSet<>(promptNames));
    }

    /** The fingerprints of no prompts at all. */
    public static Fingerprints none() {
        return of(List.of());
    }

    /** All prompt names, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(chords.keySet());
    }

    /** The frequencies of a prompt in Hz, the lowest first. */
    public List<Integer> chord(String name) {
        List<Integer> chord = chords.get(name);
        if (chord == null) throw new IllegalArgumentException("no such prompt: " + name);
        return chord;
    }

    /** The prompt whose chord these tones of the grid are; null when none has it. */
    @Nullable String name(List<Integer> gridTones) {
        return names.get(gridTones);
    }

    /** Writes {@code NAME.wav} for every prompt: 400 ms of its tones, then 100 ms of silence. */
    public void writeWavs(Path folder) throws IOException {
        writeWavs(folder, TONE, PAUSE);
    }

    /** Writes {@code NAME.wav} (8 kHz, 16 bits, mono) for every prompt; a name may hold folders. */
    public void writeWavs(Path folder, Duration tone, Duration pause) throws IOException {
        for (String name : chords.keySet()) {
            writeWav(folder, name, tone, pause);
        }
    }

    /** Writes one of them, in place of what is there. */
    public void writeWav(Path folder, String name, Duration tone, Duration pause)
            throws IOException {
        Path file = folder.resolve(name + ".wav");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, wav(samples(name, tone, pause)));
    }

    /** Writes a file of one steady tone in place of music, in which tones could be misheard. */
    public static void writeMusic(Path file, int hz, Duration length) throws IOException {
        int samples = (int) (length.toMillis() * Audio.RATE / 1000);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, wav(Audio.tones(List.of(hz), 0, samples)));
    }

    /** The sound of one prompt. */
    short[] samples(String name, Duration tone, Duration pause) {
        int loud = (int) (tone.toMillis() * Audio.RATE / 1000);
        int quiet = (int) (pause.toMillis() * Audio.RATE / 1000);
        return Arrays.copyOf(Audio.tones(chord(name), 0, loud), loud + quiet);
    }

    private static byte[] wav(short[] samples) {
        int size = samples.length * 2;
        ByteBuffer file = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + size).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(Audio.RATE).putInt(Audio.RATE * 2);
        file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(size);
        for (short sample : samples) file.putShort(sample);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<List<Integer>> allChords() {
        List<List<Integer>> pairs =
                GRID.stream().flatMap(low -> higher(List.of(low)).stream()).toList();
        List<List<Integer>> all = new ArrayList<>(pairs);
        for (List<Integer> pair : pairs) all.addAll(higher(pair));
        return all;
    }

    /** The chord with one more tone above it, for each that fits. */
    private static List<List<Integer>> higher(List<Integer> chord) {
        return GRID.stream()
                .filter(hz -> hz - chord.getLast() >= APART_HZ)
                .map(hz -> Stream.concat(chord.stream(), Stream.of(hz)).toList())
                .toList();
    }
}
