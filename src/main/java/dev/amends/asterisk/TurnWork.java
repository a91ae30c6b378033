package dev.amends.asterisk;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Has one question answered, at once or on a thread of its own, and hands over what came of it,
 * once.
 */
final class TurnWork {

    private final TurnAnswers answers;
    private final Executor threads;

    TurnWork(TurnAnswers answers, Executor threads) {
        this.answers = answers;
        this.threads = threads;
    }

    /** What came of a question: a command to send, nothing, or what went wrong. */
    sealed interface Result {
        record Command(String line) implements Result {}

        record NoAnswer() implements Result {}

        record Failed(Throwable cause) implements Result {}
    }

    /** The command, if the answer takes nothing but memory. Never waits, never throws. */
    Optional<Result> atOnce(AgiQuestion question) {
        try {
            return answers.atOnce(question).map(answer -> new Result.Command(answer.command()));
        } catch (Exception e) {
            // One of the program's doors: whatever goes wrong, the call falls through.
            return Optional.of(new Result.Failed(e));
        }
    }

    void answer(AgiQuestion question, Consumer<Result> then) {
        threads.execute(() -> {
            Result result = new Result.Failed(new IllegalStateException("it broke off"));
            try {
                result = result(question);
            } finally {
                then.accept(result);
            }
        });
    }

    private Result result(AgiQuestion question) {
        try {
            Optional<TurnAnswer> answer = answers.answer(question);
            return answer.<Result>map(a -> new Result.Command(a.command()))
                    .orElseGet(Result.NoAnswer::new);
        } catch (Exception e) {
            // One of the program's doors: whatever goes wrong, the call falls through.
            return new Result.Failed(e);
        }
    }
}
