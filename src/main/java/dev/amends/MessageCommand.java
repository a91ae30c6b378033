package dev.amends;

import dev.amends.BoundedCommand.Ran;
import dev.amends.dialing.Messenger;
import dev.amends.promise.Callback;
import dev.amends.reception.LateText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.function.Function;

/**
 * An administrator's command that sends a message: gets the number, the text and its language in
 * place of {@value #NUMBER}, {@value #TEXT} and {@value #LANGUAGE}. Exit code 0 means that it was
 * sent.
 */
final class MessageCommand implements Messenger {

    static final String NUMBER = "{number}";
    static final String TEXT = "{text}";
    static final String LANGUAGE = "{language}";

    private static final Logger log = LoggerFactory.getLogger(MessageCommand.class);

    private final BoundedCommand command;
    private final Function<Callback.Promised, LateText> texts;

    /**
     * @param texts what a promised person reads
     */
    MessageCommand(BoundedCommand command, Function<Callback.Promised, LateText> texts) {
        this.command = command;
        this.texts = texts;
    }

    @Override
    public Sending send(Callback.Promised promise) throws InterruptedException {
        LateText late = texts.apply(promise);
        Ran ran =
                command.run(
                        Map.of(
                                NUMBER,
                                promise.terms().number().e164(),
                                TEXT,
                                late.text(),
                                LANGUAGE,
                                late.language().code()));
        return switch (ran) {
            case Ran.Well _ -> new Sending.Sent();
            case Ran.TooLong _ -> new Sending.Failed("the command for it says too much");
            case Ran.Failed failed -> {
                log.warn("promise {}: the command for messages {}", promise.id(), failed.whole());
                yield new Sending.Failed("the command for it " + failed.why());
            }
        };
    }
}
