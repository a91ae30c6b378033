package dev.amends.measure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One turn's connection as the PBX sees it: sends the environment, shows the key, takes the one
 * command over, and expects the other side to close then. Anything else that comes is wrong.
 */
final class Exchange {

    /** What Asterisk answers to a command that it has carried out. */
    private static final byte[] DONE = "200 result=0\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NOTHING = {};
    private static final String ASKS_KEY = "GET VARIABLE AMENDS_KEY";
    private static final String SETS = "EXEC MSet AMENDS_OK=1,AMENDS_DO=";
    private static final int LONGEST = 8192;

    /** What is expected next. */
    private enum Stage {
        KEY,
        ANSWER,
        CLOSE,
        WRONG
    }

    private final Asked asked;
    private final byte[] key;
    private final StringBuilder line = new StringBuilder();
    private Stage stage = Stage.KEY;
    private String complaint = "";
    private String answer = "";

    Exchange(Asked asked, String key) {
        this.asked = asked;
        this.key = ("200 result=1 (" + key + ")\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What is sent upon connecting. */
    byte[] opening() {
        return asked.environment();
    }

    /** Takes what has come; gives what to send now, or nothing. */
    byte[] take(ByteBuffer received) {
        byte[] reply = NOTHING;
        while (received.hasRemaining()) {
            char next = (char) (received.get() & 0xff);
            if (next != '\n') {
                line.append(next);
            } else {
                reply = reply(line.toString());
                line.setLength(0);
            }
        }
        if (line.length() > LONGEST) {
            wrong("a line without end");
        }
        return reply;
    }

    /** Clients quote a command's words as they like. */
    private byte[] reply(String quoted) {
        String command = quoted.replace("\"", "");
        if (stage == Stage.KEY && command.equals(ASKS_KEY)) {
            stage = Stage.ANSWER;
            return key;
        }
        if (stage == Stage.ANSWER
                && command.startsWith(SETS)
                && asked.verbs().contains(variable(command, "DO"))) {
            stage = Stage.CLOSE;
            answer = command;
            return DONE;
        }
        // asterisk-java's server says last how it went.
        if (stage == Stage.CLOSE && command.startsWith("SET VARIABLE AJ_AGISTATUS ")) {
            return DONE;
        }
        wrong(stage + " expected, but came: " + command.split("AMENDS_SAY")[0]);
        return NOTHING;
    }

    /** Whether the other side, which has just closed, did everything right before. */
    boolean rightlyClosed() {
        if (stage == Stage.KEY || stage == Stage.ANSWER) {
            wrong("closed while " + stage + " was expected");
        }
        return stage == Stage.CLOSE && line.isEmpty();
    }

    /** A variable of the answer, without AMENDS_. */
    String answered(String variable) {
        return variable(answer, variable);
    }

    private static String variable(String command, String name) {
        int start = command.indexOf("AMENDS_" + name + '=');
        if (start < 0) {
            return "";
        }
        int end = command.indexOf(',', start);
        return command.substring(command.indexOf('=', start) + 1, end < 0 ? command.length() : end);
    }

    /** Whether something wrong has come: there is no use in waiting for more. */
    boolean isWrong() {
        return stage == Stage.WRONG;
    }

    /** What was wrong, if anything. */
    String complaint() {
        return complaint;
    }

    private void wrong(String why) {
        if (stage != Stage.WRONG) {
            complaint = why;
        }
        stage = Stage.WRONG;
    }
}
