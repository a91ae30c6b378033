package dev.amends.asterisk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the turns of a dialplan made for this: hostile texts in all variables ({@code vars}), or
 * one encoded ({@code next}) which the dialplan then takes for a caller's own. Keeps what it was
 * asked.
 */
public final class HostileDesk implements TurnAnswers {

    private static final int LONGEST_ENCODED = 1400;

    private final List<Map<String, String>> answered = new ArrayList<>();
    private final List<AgiQuestion> asked = new ArrayList<>();
    private final List<String> handedOut = new ArrayList<>();
    private final Iterator<String> tame;
    private final Iterator<String> hostile;

    /**
     * @param texts those that fit become values of variables, the others are a caller's own
     */
    public HostileDesk(List<String> texts) {
        tame = texts.stream().filter(HostileDesk::isTame).toList().iterator();
        hostile =
                texts.stream()
                        .filter(t -> !t.isEmpty() && t.indexOf('\0') < 0)
                        .filter(t -> bytes(t).length <= LONGEST_ENCODED)
                        .toList()
                        .iterator();
    }

    /** A server with this desk at this port. */
    public TurnServer serve(int port, String key) {
        return new TurnServer(TurnServerSettings.of("127.0.0.1", port, new Secret(key)), this);
    }

    private static boolean isTame(String text) {
        try {
            AgiText.sent(text);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** Called one turn after the other, though on threads of their own. */
    @Override
    public synchronized Optional<TurnAnswer> answer(AgiQuestion question) {
        asked.add(question);
        return Optional.of(
                switch (question.dialogue()) {
                    case "vars" -> tame.hasNext() ? variables() : new TurnAnswer("stop");
                    case "next" ->
                            hostile.hasNext() ? encoded(hostile.next()) : new TurnAnswer("stop");
                    default -> new TurnAnswer("inject");
                });
    }

    private TurnAnswer variables() {
        TurnAnswer answer = new TurnAnswer("more");
        Map<TurnVariable, String> values = new EnumMap<>(TurnVariable.class);
        int room = 6000;
        for (TurnVariable variable : TurnVariable.values()) {
            String text = "";
            if (variable != TurnVariable.OK && variable != TurnVariable.DO && room > 2000) {
                text = tame.hasNext() ? tame.next() : "";
                answer.set(variable, text);
                room -= text.length();
            }
            values.put(variable, text);
        }
        values.put(TurnVariable.OK, "1");
        values.put(TurnVariable.DO, "more");
        Map<String, String> named = new java.util.TreeMap<>();
        values.forEach((variable, text) -> named.put("AMENDS_" + variable, text));
        answered.add(named);
        return answer;
    }

    private TurnAnswer encoded(String text) {
        handedOut.add(text);
        return new TurnAnswer("go")
                .set(TurnVariable.BRIEF, Base64.getEncoder().encodeToString(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The values of each answer of {@code vars}, by the dialplan's names. */
    public synchronized List<Map<String, String>> answered() {
        return List.copyOf(answered);
    }

    /** The texts that were handed out encoded. */
    public synchronized List<String> handedOut() {
        return List.copyOf(handedOut);
    }

    /** What was asked in this dialogue, in order. */
    public synchronized List<AgiQuestion> asked(String dialogue) {
        return asked.stream().filter(q -> q.dialogue().equals(dialogue)).toList();
    }
}
