package dev.amends.reception;

import java.util.Optional;

/** Answers the questions of every dialogue. */
@FunctionalInterface
public interface Dialogues {

    /**
     * The answer to a question; nothing when the question makes no sense, and the call takes the
     * ordinary way. May wait for the store.
     */
    Optional<Turn> answer(Question question);

    /**
     * The same for a question that is answered from what is in memory and orders nothing, as most
     * turns of callers in a queue: never waits. Nothing when that is not so; then {@link #answer}
     * is to be asked, and nothing has happened yet.
     */
    default Optional<Turn> atOnce(Question question) {
        return Optional.empty();
    }

    /** These dialogues, but the one of this name by another desk. */
    default Dialogues but(String name, Dialogues desk) {
        Dialogues others = this;
        return new Dialogues() {
            @Override
            public Optional<Turn> answer(Question question) {
                return question.dialogue().equals(name)
                        ? desk.answer(question)
                        : others.answer(question);
            }

            @Override
            public Optional<Turn> atOnce(Question question) {
                return question.dialogue().equals(name)
                        ? desk.atOnce(question)
                        : others.atOnce(question);
            }
        };
    }
}
