package dev.amends.bench;

import java.time.Duration;

/**
 * What a person does once the call is up. It ends early when the call ends; it may await anything.
 */
@FunctionalInterface
public interface Script {
    /** Plays it on a thread of its own. */
    void play(Call call);

    /** Does nothing: the call goes on until the other side ends it. */
    static Script listen() {
        return call -> {};
    }

    /** Presses keys after that time. */
    static Script press(Duration after, String keys) {
        return call -> {
            if (call.stay(after)) call.press(keys);
        };
    }

    /** Presses keys when the prompt is heard. */
    static Script pressAt(String prompt, Duration patience, String keys) {
        return call -> {
            call.awaitPrompt(prompt, patience);
            call.press(keys);
        };
    }

    /** Hangs up after talking for that time. */
    static Script hangUpAfter(Duration talk) {
        return call -> {
            if (call.stay(talk)) call.hangUp();
        };
    }

    /** First this, then the next one, unless the call has ended. */
    default Script then(Script next) {
        return call -> {
            play(call);
            if (call.isUp()) next.play(call);
        };
    }
}
