package dev.amends.callcentre;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text on its way to a socket, block by block, each ended by an empty line, as an editor wants. */
final class EditedBlocks extends OutputStream {

    private static final String END = "\r\n\r\n";

    private final OutputStream to;
    private final FaultProxy.Editor editor;
    private final StringBuilder open = new StringBuilder();
    private boolean greeted;

    EditedBlocks(OutputStream to, FaultProxy.Editor editor) {
        this.to = to;
        this.editor = editor;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        open.append(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
        greet();
        for (int end = open.indexOf(END); end >= 0; end = open.indexOf(END)) {
            String block = open.substring(0, end + END.length());
            open.delete(0, end + END.length());
            pass(block);
        }
    }

    /** The greeting is a line by itself, and whoever connected waits for it. */
    private void greet() {
        int end = open.indexOf("\r\n");
        if (!greeted && end >= 0) {
            greeted = true;
            send(open.substring(0, end + 2));
            open.delete(0, end + 2);
        }
    }

    private void pass(String block) throws IOException {
        try {
            editor.pass(block, this::send);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void send(String text) {
        try {
            synchronized (to) {
                to.write(text.getBytes(StandardCharsets.ISO_8859_1));
                to.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
