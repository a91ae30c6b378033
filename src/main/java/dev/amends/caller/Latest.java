package dev.amends.caller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The answers to the latest questions of a kind, for a question whose answer never changes and
 * takes long to find. For several threads; two of them may find out the same at the same time.
 */
final class Latest<Q, A> {

    private static final int REMEMBERED = 4096;

    private final Function<Q, A> finds;
    private final Map<Q, A> answers =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Latest(Function<Q, A> finds) {
        this.finds = finds;
    }

    A answer(Q question) {
        synchronized (answers) {
            A known = answers.get(question);
            if (known != null) {
                return known;
            }
        }
        A found = finds.apply(question);
        synchronized (answers) {
            answers.put(question, found);
        }
        return found;
    }
}
