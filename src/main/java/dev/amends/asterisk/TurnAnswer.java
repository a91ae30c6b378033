package dev.amends.asterisk;

import java.util.EnumMap;
import java.util.Map;

/**
 * The answer to one turn: a value for each variable of the dialplan, all of them every time, so
 * that nothing stale survives from an earlier turn.
 */
public final class TurnAnswer {

    /** Longer commands are split by Asterisk, and their tail runs as a command of its own. */
    private static final int LONGEST = 8000;

    private static final String BEGINNING = "EXEC MSet \"";

    private final Map<TurnVariable, String> values = new EnumMap<>(TurnVariable.class);

    TurnAnswer(String verb) {
        set(TurnVariable.OK, "1");
        set(TurnVariable.DO, verb);
    }

    /**
     * Sets one variable.
     *
     * @throws IllegalArgumentException when the value has a character that it can't have
     */
    TurnAnswer set(TurnVariable variable, String value) {
        values.put(variable, AgiText.sent(value));
        return this;
    }

    /**
     * The command that sets them, with its line break.
     *
     * @throws IllegalArgumentException when it is too long for Asterisk
     */
    String command() {
        StringBuilder command = new StringBuilder(BEGINNING);
        String comma = "";
        for (TurnVariable variable : TurnVariable.ALL) {
            command.append(comma)
                    .append(variable.inDialplan())
                    .append('=')
                    .append(values.getOrDefault(variable, ""));
            comma = ",";
        }
        command.append("\"\n");
        if (command.length() > LONGEST) {
            throw new IllegalArgumentException("the answer is too long for one command");
        }
        return command.toString();
    }
}
