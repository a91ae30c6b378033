package dev.amends.measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The limit that nobody can be faster than: one thread on epoll which sends the same two commands,
 * whatever comes, and closes. It parses nothing and decides nothing. A process of its own.
 */
final class BareServer {

    /** An answer with as many variables as Amends sends. */
    static final String PAIRS =
            "AMENDS_OK=1,AMENDS_DO=ask,AMENDS_SAY=amends/choice,AMENDS_MAX=1,AMENDS_SECONDS=5,"
                    + "AMENDS_QUEUE=,AMENDS_PLACE=,AMENDS_PATIENCE=,AMENDS_BRIEF=,AMENDS_MATTER=,"
                    + "AMENDS_UPSET=,AMENDS_MARK=,AMENDS_KEEPS=,AMENDS_FILE=,AMENDS_RECORD=,"
                    + "AMENDS_STORY=,AMENDS_DIAL=,AMENDS_RING=,AMENDS_LASTS=,AMENDS_CID=,"
                    + "AMENDS_FOR=,AMENDS_LANG=,AMENDS_NEXT=choice,"
                    + "AMENDS_STATE=1:choice:ordinary:1795292012000:0:2:0";

    private static final byte[] KEY = ascii("GET VARIABLE AMENDS_KEY\n");
    private static final byte[] SET = ascii("EXEC MSet \"" + PAIRS + "\"\n");
    private static final int BACKLOG = 4096;

    private BareServer() {}

    /** Runs until killed. */
    public static void main(String[] args) throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println(Rival.PORT + server.socket().getLocalPort());
        ByteBuffer received = ByteBuffer.allocateDirect(16 * 1024);
        while (true) {
            selector.select(key -> ready(key, received));
        }
    }

    private static void ready(SelectionKey key, ByteBuffer received) {
        try {
            if (key.isAcceptable()) {
                accept((ServerSocketChannel) key.channel(), key.selector());
            } else {
                answer(key, (SocketChannel) key.channel(), received);
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private static void accept(ServerSocketChannel server, Selector selector) throws IOException {
        for (SocketChannel next = server.accept(); next != null; next = server.accept()) {
            next.configureBlocking(false);
            next.register(selector, SelectionKey.OP_READ, 0);
        }
    }

    /** Its attachment counts what has come: the environment, the key, the end of the command. */
    private static void answer(SelectionKey key, SocketChannel channel, ByteBuffer received)
            throws IOException {
        received.clear();
        int came = (Integer) key.attachment();
        if (channel.read(received) < 0 || came == 2) {
            channel.close();
        } else if (came == 1) {
            key.attach(2);
            channel.write(ByteBuffer.wrap(SET));
        } else if (endsWithBlankLine(received)) {
            key.attach(1);
            channel.write(ByteBuffer.wrap(KEY));
        }
    }

    /** Asterisk sends the environment line by line: its blank last line may come alone. */
    private static boolean endsWithBlankLine(ByteBuffer received) {
        int length = received.position();
        return received.get(length - 1) == '\n'
                && (length == 1 || received.get(length - 2) == '\n');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
