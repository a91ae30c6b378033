package dev.amends.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A machine whose disk fails or is full and whose clock is wrong, for one process: a little library
 * (src/test/c/broken.c) is preloaded into it, and told by a file what to break.
 */
final class BrokenMachine {

    private static final Path SOURCE = Path.of("src/test/c/broken.c");
    private static final int SIZE = 4096;
    private static final int FULL = 8;
    private static final int UNSYNCED = 68;
    private static final int WORD = 60;

    private final Path library;
    private final Path file;
    private final MappedByteBuffer orders;

    private BrokenMachine(Path library, Path file, MappedByteBuffer orders) {
        this.library = library;
        this.file = file;
        this.orders = orders;
    }

    /** Nothing when there is no C compiler. */
    static Optional<BrokenMachine> in(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("broken.so");
        if (!runs(
                "cc",
                "-shared",
                "-fPIC",
                "-O1",
                "-o",
                library.toString(),
                SOURCE.toString(),
                "-ldl")) {
            return Optional.empty();
        }
        Path file = folder.resolve("broken.orders");
        try (RandomAccessFile orders = new RandomAccessFile(file.toFile(), "rw")) {
            orders.setLength(SIZE);
            MappedByteBuffer page =
                    orders.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
            page.order(ByteOrder.nativeOrder());
            return Optional.of(new BrokenMachine(library, file, page));
        }
    }

    /** Whether a command can be run and ends well. */
    static boolean runs(String... words) throws IOException, InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    /** What a process needs to be broken. */
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "AMENDS_BROKEN", file.toString());
    }

    /** The clock is ahead by so much. */
    void clockAhead(Duration by) {
        orders.putLong(0, by.toMillis());
    }

    /** The disk is full for files with this in their paths. */
    void full(String path) {
        put(FULL, path);
    }

    /** Such files can't be synced. */
    void unsynced(String path) {
        put(UNSYNCED, path);
    }

    /** Everything works again; the clock stays as it is. */
    void mend() {
        full("");
        unsynced("");
    }

    private void put(int at, String word) {
        byte[] bytes = new byte[WORD];
        byte[] text = word.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, 0, text.length);
        orders.put(at, bytes);
    }
}
