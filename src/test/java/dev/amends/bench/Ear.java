package dev.amends.bench;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one leg receives, told as a timeline of sounds. With every packet of 20 ms the last 50 ms
 * are analysed; a sound counts once three windows in a row agree, so the mixture at a change of
 * tone leaves no trace. Times are arrival times; lengths are counted in packets, so jitter doesn't
 * split a sound.
 */
public final class Ear {
    /**
     * Tones meant for legs, in Hz. A PBX's own ringback (440 and 480 Hz) reads as 450 and 500, so
     * better take others of these.
     */
    public static final List<Integer> LEG_TONES = Tones.steps(300, 850, 50);

    /** So long without packets is a gap, not jitter. */
    private static final Duration GAP = Duration.ofMillis(250);

    private static final int WINDOWS_TO_BELIEVE = 3;

    private final Bell bell = new Bell();
    private final Tones tones;
    private final Fingerprints prompts;
    private final List<Heard> past = new ArrayList<>();
    private final short[] window = new short[Tones.WINDOW];
    private int filled;
    private long packets;
    private @Nullable Instant lastPacket;
    private @Nullable Heard current;
    private Tones.@Nullable Found candidate;
    private Instant candidateFrom = Instant.EPOCH;
    private int candidateWindows;

    /** An ear for legs' tones and for the fingerprints of these prompts. */
    public Ear(Fingerprints prompts) {
        List<Integer> all = new ArrayList<>(LEG_TONES);
        all.addAll(Fingerprints.GRID);
        this.tones = new Tones(all);
        this.prompts = prompts;
    }

    /**
     * Takes in the samples of one packet that arrived at that time; {@code seamless} when it goes
     * on where the packet before it ended, however late it came.
     */
    void hear(short[] samples, Instant arrival, boolean seamless) {
        bell.change(() -> {
            if (!seamless) noteGap(arrival);
            packets++;
            lastPacket = arrival;
            int count = Math.min(samples.length, window.length);
            System.arraycopy(window, count, window, 0, window.length - count);
            System.arraycopy(samples, 0, window, window.length - count, count);
            filled = Math.min(window.length, filled + count);
            if (filled == window.length) judge(tones.in(window), arrival);
        });
    }

    /** All sounds so far, the last one possibly still going on. */
    public List<Heard> timeline() {
        return bell.read(this::timelineNow);
    }

    /** The sounds that were heard at some time between two moments. */
    public List<Heard> between(Instant from, Instant to) {
        return timeline().stream()
                .filter(h -> h.to().isAfter(from) && h.from().isBefore(to))
                .toList();
    }

    /** The prompts heard so far, in order; one still sounding is among them. */
    public List<HeardPrompt> prompts() {
        return bell.read(this::promptsNow);
    }

    /** The names of {@link #prompts}. */
    public List<String> promptNames() {
        return prompts().stream().map(HeardPrompt::name).toList();
    }

    /** Waits until the tone sounds in a stretch that reaches beyond {@code since}. */
    public Heard awaitTone(int hz, Instant since, Duration patience) {
        return bell.await(
                "tone of " + hz + " Hz",
                () -> first(h -> h.has(hz), since),
                patience,
                this::timelineNow);
    }

    /** Waits until any of the tones listened for sounds. */
    public Heard awaitAnyTone(Duration patience) {
        return awaitKind(Heard.Kind.TONES, Instant.EPOCH, patience);
    }

    /** Waits until silent packets come in a stretch that reaches beyond {@code since}. */
    public Heard awaitSilence(Instant since, Duration patience) {
        return awaitKind(Heard.Kind.SILENCE, since, patience);
    }

    private Heard awaitKind(Heard.Kind kind, Instant since, Duration patience) {
        return bell.await(
                kind.toString(),
                () -> first(h -> h.kind() == kind, since),
                patience,
                this::timelineNow);
    }

    /** Waits until the prompt began at least {@code times} times. */
    public HeardPrompt awaitPrompt(String name, int times, Duration patience) {
        prompts.chord(name);
        return bell.await(
                "prompt " + name,
                () -> nth(name, times),
                patience,
                () -> promptsNow() + " " + timelineNow());
    }

    /** How many audio packets came. */
    public long packets() {
        return bell.read(() -> packets);
    }

    /** When the last audio packet came; null when none did. */
    public @Nullable Instant lastPacket() {
        return bell.<@Nullable Instant>read(() -> lastPacket);
    }

    private @Nullable Heard first(Predicate<Heard> wanted, Instant since) {
        return timelineNow().stream()
                .filter(h -> wanted.test(h) && h.to().isAfter(since))
                .findFirst()
                .orElse(null);
    }

    private @Nullable HeardPrompt nth(String name, int times) {
        return promptsNow().stream()
                .filter(p -> p.name().equals(name))
                .skip(times - 1L)
                .findFirst()
                .orElse(null);
    }

    private void noteGap(Instant arrival) {
        Instant last = lastPacket;
        if (last == null || Duration.between(last, arrival).compareTo(GAP) < 0) return;
        if (current != null) past.add(current);
        past.add(new Heard(Heard.Kind.NO_RTP, List.of(), last, arrival));
        current = null;
        candidate = null;
        filled = 0;
        Arrays.fill(window, (short) 0);
    }

    private void judge(Tones.Found found, Instant arrival) {
        if (!found.equals(candidate)) {
            candidate = found;
            // The middle of the window is where the change lies.
            candidateFrom = arrival.minusMillis(25);
            candidateWindows = 0;
        }
        candidateWindows++;
        if (candidateWindows < WINDOWS_TO_BELIEVE) return;
        Heard now = current;
        if (now != null && now.kind() == found.kind() && now.tones().equals(found.tones())) {
            current = now.until(arrival);
            return;
        }
        if (now != null) past.add(now);
        current = new Heard(found.kind(), found.tones(), candidateFrom, arrival);
    }

    private List<Heard> timelineNow() {
        List<Heard> all = new ArrayList<>(past);
        if (current != null) all.add(current);
        Instant last = lastPacket;
        Instant now = Instant.now();
        if (last != null && Duration.between(last, now).compareTo(GAP) >= 0) {
            all.add(new Heard(Heard.Kind.NO_RTP, List.of(), last, now));
        }
        return List.copyOf(all);
    }

    private List<HeardPrompt> promptsNow() {
        List<HeardPrompt> found = new ArrayList<>();
        boolean goesOn = false;
        for (Heard heard : timelineNow()) {
            String name =
                    prompts.name(
                            heard.tones().stream().filter(Fingerprints.GRID::contains).toList());
            HeardPrompt last = found.isEmpty() ? null : found.getLast();
            if (name != null && goesOn && last != null && last.name().equals(name)) {
                // Only a leg's tone below it changed: still the same prompt.
                found.set(found.size() - 1, new HeardPrompt(name, last.from(), heard.to()));
            } else if (name != null) {
                found.add(new HeardPrompt(name, heard.from(), heard.to()));
            }
            goesOn = name != null;
        }
        return List.copyOf(found);
    }
}
