package dev.amends.faults;

import dev.amends.bench.Call;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** F7 and F16: the disk fails, is full, or loses what was written last. */
final class DiskFaults {

    private static final Set<Invariant> HOLDS =
            Set.of(
                    Invariant.I1,
                    Invariant.I2,
                    Invariant.I3,
                    Invariant.I4,
                    Invariant.I5,
                    Invariant.I8);

    /** What a disk that lied has lost can't be on record; nobody is called twice for it. */
    private static final Set<Invariant> AFTER_A_LIE =
            Set.of(Invariant.I2, Invariant.I3, Invariant.I5);

    private static final Duration TAKES = Duration.ofSeconds(70);
    private static final Duration BROKEN = Duration.ofSeconds(6);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STORE = "amends.db";

    private DiskFaults() {}

    static List<FaultCase> cases() {
        List<FaultCase> all = new ArrayList<>();
        all.add(
                new FaultCase(
                        "F7", "killed, torn write-ahead log", TAKES, HOLDS, DiskFaults::torn));
        all.add(
                new FaultCase(
                        "F7",
                        "killed, last transaction lost",
                        TAKES,
                        AFTER_A_LIE,
                        DiskFaults::lost));
        all.add(amends("F7", "fsync fails", machine -> machine.unsynced(STORE)));
        all.add(amends("F16", "no room for the database", machine -> machine.full(STORE)));
        all.add(
                new FaultCase(
                        "F16", "small file system is full", TAKES, HOLDS, DiskFaults::mounted));
        all.add(
                new FaultCase(
                        "F16", "no room for recordings", TAKES, HOLDS, DiskFaults::recordings));
        all.add(
                amends(
                        "F16",
                        "no room for the log of Amends",
                        machine -> machine.full("amends.log")));
        all.add(asterisk("F16", "no room for Asterisk's database", "astdb"));
        all.add(asterisk("F16", "no room for Asterisk's logs", "/log/"));
        return List.copyOf(all);
    }

    private static FaultCase amends(String fault, String name, Consumer<BrokenMachine> breaks) {
        return new FaultCase(fault, name, TAKES, HOLDS, bench -> breaks(bench, breaks));
    }

    /** Preloaded into Asterisk, not into Amends. */
    private static FaultCase asterisk(String fault, String name, String path) {
        return new FaultCase(
                fault,
                name,
                TAKES,
                HOLDS,
                bench -> asteriskBreaks(bench, machine -> machine.full(path)));
    }

    private static void breaks(Bench bench, Consumer<BrokenMachine> breaks) throws Exception {
        BrokenMachine machine = bench.brokenMachine();
        bench.change(settings -> settings, machine.environment());
        bench.beginAndRing(2);
        breaksTwice(bench, () -> breaks.accept(machine), machine::mend);
        bench.settled();
    }

    private static void asteriskBreaks(Bench bench, Consumer<BrokenMachine> breaks)
            throws Exception {
        BrokenMachine machine = bench.brokenMachine();
        bench.restartAsterisk(machine.environment());
        bench.beginAndRing(2);
        breaksTwice(bench, () -> breaks.accept(machine), machine::mend);
        bench.settled();
    }

    private static void breaksTwice(Bench bench, Runnable breaks, Runnable mends) {
        for (int n = 0; n < 2; n++) {
            breaks.run();
            bench.broken();
            Bench.pass(BROKEN);
            mends.run();
            bench.mended();
            Bench.pass(Duration.ofSeconds(4));
        }
    }

    /**
     * A real file system of 16 megabytes, in which the store has room, filled up by somebody else.
     */
    private static void mounted(Bench bench) throws Exception {
        Path store = Files.createDirectories(bench.database().getParent());
        if (!BrokenMachine.runs(
                "mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", store.toString())) {
            throw new CannotPlay("only root can mount a small file system");
        }
        bench.afterwards("umount", store.toString());
        bench.beginAndRing(2);
        Path filler = store.resolve("filler");
        breaksTwice(bench, () -> fill(filler), () -> delete(filler));
        bench.settled();
    }

    /** The calls go on, whether the disk was full when they began or is so in the middle. */
    private static void recordings(Bench bench) throws Exception {
        Path folder = Files.createDirectories(bench.folder().resolve("recorded"));
        if (!BrokenMachine.runs(
                "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString())) {
            throw new CannotPlay("only root can mount a small file system");
        }
        bench.afterwards("umount", folder.toString());
        bench.change(
                settings ->
                        settings.number("lines.support.offer_when_waiting", 99)
                                .text("lines.support.record", "ask")
                                .text("recordings.folder", folder.toString()),
                Map.of());
        Files.createDirectories(bench.database().getParent());
        bench.startAmends();
        Path filler = folder.resolve("filler");
        Call before = agrees(bench, "+12025550191");
        fill(filler);
        bench.broken();
        Call meanwhile = agrees(bench, "+12025550192");
        Bench.pass(BROKEN);
        goesOn(bench, before);
        goesOn(bench, meanwhile);
        delete(filler);
        bench.mended();
        goesOn(bench, before);
        Call afterwards = agrees(bench, "+12025550193");
        List.of(before, meanwhile, afterwards).forEach(Call::hangUp);
        bench.settled();
    }

    /** A caller who agrees to be recorded and speaks with a rep. */
    private static Call agrees(Bench bench, String number) {
        Call caller = bench.centre().call(number);
        caller.awaitPrompt("may-we-record", SOON);
        bench.callers().welcomed(Instant.now());
        caller.press("1");
        goesOn(bench, caller);
        return caller;
    }

    private static void goesOn(Bench bench, Call caller) {
        Instant from = Instant.now();
        boolean heard =
                bench.await(
                        () ->
                                caller.heardBetween(from, Instant.now()).stream()
                                        .anyMatch(it -> Sounds.VOICES.stream().anyMatch(it::has)),
                        SOON);
        bench.expect(Invariant.RIGHT, heard, "a caller heard his rep no more");
    }

    private static void fill(Path file) {
        byte[] piece = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The power failed while a page was written: half of it is there. */
    private static void torn(Bench bench) throws Exception {
        killedWith(
                bench,
                log -> {
                    byte[] half = new byte[2000];
                    bench.random().nextBytes(half);
                    log.seek(log.length());
                    log.write(half);
                });
    }

    /** The disk had promised more than it kept: the end of the log is gone. */
    private static void lost(Bench bench) throws Exception {
        bench.callers().nobodyAsks();
        killedWith(bench, log -> log.setLength(Math.max(0, log.length() - 100)));
    }

    /** Something is done to a file. */
    private interface Damage {
        void to(RandomAccessFile log) throws IOException;
    }

    private static void killedWith(Bench bench, Damage damage) throws Exception {
        bench.beginAndRing(1);
        for (int n = 0; n < 3; n++) {
            Bench.pass(Duration.ofMillis(bench.random().nextInt(2500)));
            bench.amends().kill();
            Path log = bench.database().resolveSibling(STORE + "-wal");
            if (Files.exists(log)) {
                try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                    damage.to(file);
                }
            }
            bench.broken();
            bench.startAmends();
            bench.mended();
        }
        bench.settled();
    }
}
