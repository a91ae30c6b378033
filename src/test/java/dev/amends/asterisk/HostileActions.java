package dev.amends.asterisk;

import java.util.List;
import java.util.function.Function;

/** Sends hostile texts in every field of every action to a telephone system. */
public final class HostileActions {

    private HostileActions() {}

    /** Whether our checks let a text through into an action is theirs to say; how many they did. */
    public static int sendAll(int port, String secret, List<String> texts) {
        AmiSettings settings = AmiSettings.of("127.0.0.1", port, "amends", new Secret(secret));
        int sent = 0;
        try (AmiSession session = AmiSession.forActions(settings, _ -> {})) {
            for (Function<String, AmiAction> field : InjectionTest.amiFields().values()) {
                for (String text : texts) {
                    sent += send(session, field, text);
                }
            }
        }
        return sent;
    }

    private static int send(AmiSession session, Function<String, AmiAction> field, String text) {
        AmiAction action;
        try {
            action = field.apply(text);
        } catch (IllegalArgumentException refused) {
            return 0;
        }
        try {
            session.send(action);
        } catch (AmiRefused e) {
            // Answered, by an error.
        }
        return 1;
    }
}
