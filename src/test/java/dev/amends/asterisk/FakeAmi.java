package dev.amends.asterisk;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A PBX's manager interface to be scripted: raw sockets, a parser of its own, every action kept as
 * the lines that came. Each action is answered by what was set for its name, else by success.
 */
final class FakeAmi implements AutoCloseable {

    /** Answers one action of a connection; nothing means that no answer is sent. */
    interface Script {
        @Nullable String answer(Action action);
    }

    /** One action as it came: its lines, and what they say. */
    record Action(List<String> lines, FakeConnection from) {

        String name() {
            return of("action");
        }

        String id() {
            return of("actionid");
        }

        String of(String header) {
            return all(header).isEmpty() ? "" : all(header).getFirst();
        }

        List<String> all(String header) {
            List<String> values = new ArrayList<>();
            for (String line : lines) {
                int colon = line.indexOf(": ");
                if (line.substring(0, Math.max(0, colon)).equalsIgnoreCase(header)) {
                    values.add(line.substring(colon + 2));
                }
            }
            return values;
        }

        /** A block of an answer, with the action's id in it. */
        String block(String... lines) {
            return String.join("\r\n", lines) + "\r\nActionID: " + id() + "\r\n\r\n";
        }

        String success(String... more) {
            return block(join("Response: Success", more));
        }

        String error(String message) {
            return block("Response: Error", "Message: " + message);
        }

        private static String[] join(String first, String... more) {
            List<String> all = new ArrayList<>(List.of(first));
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }
    }

    private final ServerSocket server;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Action> actions = new CopyOnWriteArrayList<>();
    private final List<FakeConnection> connections = new CopyOnWriteArrayList<>();
    private volatile boolean frozen;
    private volatile CountDownLatch ears = new CountDownLatch(0);
    private volatile Duration delay = Duration.ZERO;
    private volatile int piece = Integer.MAX_VALUE;

    FakeAmi() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        answersSuccessfully();
        Thread.ofVirtual().start(this::accept);
    }

    private void answersSuccessfully() {
        on("Challenge", a -> a.success("Challenge: 123456"));
        on("CoreSettings", a -> a.success("AsteriskVersion: 22.10.1", "AMIversion: 11.0.0"));
        on(
                "CoreStatus",
                a ->
                        a.success(
                                "CoreStartupDate: 2026-11-21",
                                "CoreStartupTime: 20:13:32",
                                "CoreCurrentCalls: 0"));
        variables(Map.of());
        queues(List.of());
    }

    int port() {
        return server.getLocalPort();
    }

    AmiSettings settings(AmiPatience patience) {
        return new AmiSettings("127.0.0.1", port(), "amends", new Secret("s3cret"), patience);
    }

    void on(String action, Script script) {
        scripts.put(action.toLowerCase(Locale.ROOT), script);
    }

    /** Answers Getvar; STRPTIME gives the moment at which this PBX was started. */
    void variables(Map<String, String> values) {
        on(
                "Getvar",
                a -> {
                    String name = a.of("Variable");
                    String value =
                            name.startsWith("STRPTIME(")
                                    ? "1795292012"
                                    : values.getOrDefault(name, "");
                    return a.success("Variable: " + name, "Value: " + value);
                });
    }

    /** Answers QueueStatus with those of these items, each a block's lines, that are asked for. */
    void queues(List<List<String>> items) {
        on(
                "QueueStatus",
                a -> {
                    List<List<String>> asked = about(a.of("Queue"), items);
                    return list(a, asked, "QueueStatusComplete", asked.size());
                });
    }

    /** As Asterisk does: a queue's own items, all of them when none is named. */
    static List<List<String>> about(String queue, List<List<String>> items) {
        return items.stream()
                .filter(item ->
                        queue.isEmpty()
                                || item.stream().anyMatch(("Queue: " + queue)::equalsIgnoreCase))
                .toList();
    }

    /** A list of events with its beginning and its end. */
    static String list(Action a, List<List<String>> items, String end, int count) {
        StringBuilder answer = new StringBuilder(a.success("EventList: start"));
        items.forEach(item -> answer.append(a.block(item.toArray(String[]::new))));
        return answer.append(a.block("Event: " + end, "EventList: Complete", "ListItems: " + count))
                .toString();
    }

    /** Every action that came, in order. */
    List<Action> all() {
        return List.copyOf(actions);
    }

    /** Every action of this name that came, in order. */
    List<Action> got(String name) {
        return actions.stream().filter(a -> a.name().equalsIgnoreCase(name)).toList();
    }

    /** Sends an event to each connection that logged in with events on. */
    void sends(String... lines) {
        sendsRaw(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /** The same, whatever it is. */
    void sendsRaw(String event) {
        connections.stream().filter(FakeConnection::hasEvents).forEach(c -> c.write(event));
    }

    /** Goes on accepting and reading, and never writes again: a stopped process. */
    void freezes() {
        frozen = true;
    }

    void thaws() {
        frozen = false;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** Goes on writing, and reads nothing any more: a link that is open in one direction only. */
    void goesDeaf() {
        ears = new CountDownLatch(1);
    }

    void hearsAgain() {
        ears.countDown();
    }

    /** Waits while it is deaf. */
    void listens() throws InterruptedException {
        ears.await();
    }

    /** Every answer comes so much later. */
    void delays(Duration each) {
        delay = each;
    }

    Duration delay() {
        return delay;
    }

    /** Writes so few bytes at a time. */
    void dribbles(int bytes) {
        piece = bytes;
    }

    int piece() {
        return piece;
    }

    /** The answer to an action that came; nothing when none is to be sent. */
    @Nullable String answer(Action action) {
        actions.add(action);
        Script script = scripts.get(action.name().toLowerCase(Locale.ROOT));
        return script == null ? action.success("Message: done") : script.answer(action);
    }

    void gone(FakeConnection connection) {
        connections.remove(connection);
    }

    /** Cuts every connection. */
    void cuts() {
        connections.forEach(FakeConnection::cut);
        connections.clear();
    }

    int connections() {
        return connections.size();
    }

    private void accept() {
        try {
            while (true) {
                FakeConnection connection = new FakeConnection(this, server.accept());
                connections.add(connection);
                Thread.ofVirtual().start(connection::serve);
            }
        } catch (IOException closed) {
            cuts();
        }
    }

    @Override
    public void close() throws IOException {
        hearsAgain();
        server.close();
        cuts();
    }

    /** A queue in QueueStatus's answer. */
    static List<String> queue(String name) {
        return List.of("Event: QueueParams", "Queue: " + name, "Max: 0", "Calls: 0", "Weight: 0");
    }

    static List<String> member(String queue, String device, int status, int paused) {
        return List.of(
                "Event: QueueMember",
                "Queue: " + queue,
                "Name: x",
                "Location: " + device,
                "StateInterface: " + device,
                "Status: " + status,
                "Paused: " + paused);
    }

    static List<String> entry(String queue, int position, String uniqueId, int waited) {
        return List.of(
                "Event: QueueEntry",
                "Queue: " + queue,
                "Position: " + position,
                "Channel: x",
                "Uniqueid: " + uniqueId,
                "Wait: " + waited);
    }

    /** The same block by header. */
    static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.forEach(l -> headers.put(l.split(": ", 2)[0], l.split(": ", 2)[1]));
        return headers;
    }
}
