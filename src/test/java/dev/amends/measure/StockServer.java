package dev.amends.measure;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.BaseAgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * asterisk-java's own FastAGI server as it comes, with a script that exchanges the same lines as
 * Amends but looks nothing up. A process of its own; says on which port it listens.
 */
final class StockServer {

    private StockServer() {}

    /** The script: the key, then one command. */
    static final class Script extends BaseAgiScript {
        @Override
        public void service(AgiRequest request, AgiChannel channel) throws AgiException {
            if (channel.getVariable("AMENDS_KEY") != null) {
                channel.exec("MSet", BareServer.PAIRS);
            }
        }
    }

    /** Runs until killed. */
    public static void main(String[] args) throws IOException {
        int port = freePort();
        DefaultAgiServer server = new DefaultAgiServer(new Script());
        server.setAddress(InetAddress.getLoopbackAddress());
        server.setPort(port);
        System.out.println(Rival.PORT + port);
        server.startup();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
