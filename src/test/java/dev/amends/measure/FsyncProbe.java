package dev.amends.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk itself takes to make one page durable: append 4 KiB, force. */
final class FsyncProbe implements AutoCloseable {

    private static final int PAGE = 4096;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer page = ByteBuffer.allocateDirect(PAGE);

    /**
     * @param beside a file on the file system to be probed
     */
    FsyncProbe(Path beside) throws IOException {
        file = beside.resolveSibling("fsync-probe");
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    /** Once; the time goes to the tally. */
    void once(Tally tally) throws IOException {
        page.clear();
        long start = System.nanoTime();
        channel.write(page);
        channel.force(false);
        tally.good(System.nanoTime() - start);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
