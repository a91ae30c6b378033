package dev.amends.asterisk;

import java.util.Optional;

/** One line that Asterisk sends back during a FastAGI conversation. */
sealed interface AgiReply {

    /** A command was carried out; {@code value} is what stands in brackets behind the result. */
    record Done(String result, Optional<String> value) implements AgiReply {}

    /** The caller has hung up, or the command was refused for that reason. */
    record HungUp() implements AgiReply {}

    /** Refused (510, 511, 520), or nothing that Asterisk says. */
    record Refused(String line) implements AgiReply {}

    /** Reads one line without its line break. */
    static AgiReply of(String line) {
        String prefix = "200 result=";
        if (line.equals("HANGUP") || line.startsWith("511 ")) {
            return new HungUp();
        }
        if (!line.startsWith(prefix)) {
            return new Refused(line.substring(0, Math.min(line.length(), 60)));
        }
        String rest = line.substring(prefix.length());
        int blank = rest.indexOf(' ');
        String result = blank < 0 ? rest : rest.substring(0, blank);
        if (result.equals("-1")) {
            return new HungUp();
        }
        int open = rest.indexOf('(');
        boolean bracketed = open > 0 && rest.endsWith(")");
        return new Done(
                result,
                bracketed
                        ? Optional.of(rest.substring(open + 1, rest.length() - 1))
                        : Optional.empty());
    }
}
