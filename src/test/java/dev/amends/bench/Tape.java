package dev.amends.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a recorded file holds (WAV, 8 kHz, 16 bits, mono): which legs' tones sound in it, and for
 * how long. It may still be being written: the header's length is not believed.
 */
public final class Tape {

    private static final int HEADER = 44;

    private static final Tones TONES = new Tones(Ear.LEG_TONES);

    private final List<Tones.Found> windows = new ArrayList<>();

    private Tape(ShortBuffer samples) {
        short[] window = new short[Tones.WINDOW];
        while (samples.remaining() >= window.length) {
            samples.get(window);
            windows.add(TONES.in(window));
        }
    }

    /** Reads a file. */
    public static Tape of(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int length = Math.max(0, all.length - HEADER);
            return new Tape(
                    ByteBuffer.wrap(all, all.length - length, length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asShortBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tones that sound at any time in it. */
    public Set<Integer> tones() {
        Set<Integer> all = new TreeSet<>();
        windows.forEach(found -> all.addAll(found.tones()));
        return all;
    }

    /** How long a tone sounds in it, alone or with others. */
    public Duration lengthOf(int hz) {
        return time(windows.stream().filter(found -> found.tones().contains(hz)).count());
    }

    /** How long it is. */
    public Duration length() {
        return time(windows.size());
    }

    private static Duration time(long windows) {
        return Duration.ofMillis(windows * Tones.WINDOW * 1000 / Audio.RATE);
    }

    @Override
    public String toString() {
        return length() + " with " + tones().stream().map(hz -> hz + ": " + lengthOf(hz)).toList();
    }
}
