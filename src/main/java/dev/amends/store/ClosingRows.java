package dev.amends.store;

import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.care.CallRef;
import dev.amends.care.Closing;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.PromiseId;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What reps say came of calls, as rows of the table {@code closing}, with what follows from it: a
 * matter that is solved is closed, an action is promised, what is not solved is remembered of its
 * caller. What is said again of a call corrects all of that.
 */
final class ClosingRows {

    /** What a rep says is told from what the caller says himself. */
    private static final String SAYS_ITS_REP = "says its rep";

    static final String BEFORE = "SELECT action_id, matter_id FROM closing WHERE call_id = :call";

    static final String UNSAY =
            "DELETE FROM signal WHERE person_id = :person AND call_id = :call AND kind = :kind"
                    + " AND detail = :detail";

    private static final String WRITE =
            "INSERT INTO closing (call_id, person_id, line, rep, at, came, mistake, remedy,"
                    + " action_id, matter_id) VALUES (:call, :person, :line, :rep, :at, :came,"
                    + " :mistake, :remedy, :action, :matter)"
                    + " ON CONFLICT (call_id) DO UPDATE SET rep = :rep, came = :came,"
                    + " mistake = :mistake, remedy = :remedy, action_id = :action,"
                    + " matter_id = :matter";

    private ClosingRows() {}

    /** What was said before, as far as anything followed from it. */
    private record Before(Optional<ActionPromise> action, Optional<Long> matter) {}

    /** Commits it with its caller's transaction; the lines that it wrote into stories. */
    static List<StoryEntry> close(Handle handle, Closing closing) {
        Before before = before(handle, closing.call());
        List<StoryEntry> entries = new ArrayList<>();
        // First the matter, as what is promised belongs to the open one.
        Optional<Long> matter = matter(handle, before, closing);
        Optional<PromiseId> action = promised(handle, before, closing, entries);
        SqlAfterCalls.about(handle, WRITE, closing.call(), closing.at())
                .bind("rep", closing.rep())
                .bind("came", closing.came().word())
                .bind("mistake", word(closing.mistake().map(Closing.Mistake::word)))
                .bind("remedy", word(closing.remedy().map(Closing.Remedy::word)))
                .bind("action", word(action.map(PromiseId::value)))
                .bind("matter", matter.orElse(null))
                .execute();
        closing.call().number().ifPresent(number -> remember(handle, number, closing));
        return entries;
    }

    private static Before before(Handle handle, CallRef call) {
        return handle.createQuery(BEFORE)
                .bind("call", call.id().value())
                .map((row, context) -> {
                    long matter = row.getLong("matter_id");
                    boolean none = row.wasNull();
                    return new Before(
                            Optional.ofNullable(row.getString("action_id"))
                                    .flatMap(id -> ActionRows.find(handle, new PromiseId(id))),
                            none ? Optional.empty() : Optional.of(matter));
                })
                .findOne()
                .orElseGet(() -> new Before(Optional.empty(), Optional.empty()));
    }

    /** The matter that is closed by it. */
    private static Optional<Long> matter(Handle handle, Before before, Closing closing) {
        if (closing.came() == Closing.Came.SOLVED) {
            return before.matter().or(() -> closed(handle, closing));
        }
        before.matter().ifPresent(id -> MatterRows.reopen(handle, id, closing.at()));
        return Optional.empty();
    }

    private static Optional<Long> closed(Handle handle, Closing closing) {
        CallRef call = closing.call();
        String why = "solved, says %s of call %s".formatted(closing.rep(), call.id().value());
        return call.number()
                .flatMap(number -> SqlMatters.open(handle, number, call.line(), closing.at()))
                .map(matter -> matter.id().value())
                .filter(id -> MatterRows.close(handle, id, why, closing.at()));
    }

    /**
     * The action that is promised by it: the same once more is the one that was promised before.
     */
    private static Optional<PromiseId> promised(
            Handle handle, Before before, Closing closing, List<StoryEntry> entries) {
        Optional<ActionPromise.Open> made = closing.promised();
        if (made.isPresent()
                && before.action().filter(was -> stands(was, made.get())).isPresent()) {
            return before.action().map(ActionPromise::id);
        }
        before.action().flatMap(was -> takenBack(handle, was, closing)).ifPresent(entries::add);
        made.map(one -> SqlActions.promise(handle, one, why(closing))).ifPresent(entries::add);
        return made.map(ActionPromise::id);
    }

    private static boolean stands(ActionPromise was, ActionPromise.Open now) {
        return was.terms().sameAs(now.terms()) && !(was instanceof ActionPromise.Withdrawn);
    }

    private static String why(Closing closing) {
        return "promised by %s at the end of call %s"
                .formatted(closing.rep(), closing.call().id().value());
    }

    /** What is done already stays done. */
    private static Optional<StoryEntry> takenBack(
            Handle handle, ActionPromise was, Closing closing) {
        Optional<ActionPromise> to =
                switch (was) {
                    case ActionPromise.Pending pending ->
                            Optional.of(pending.withdrawn(closing.at()));
                    case ActionPromise.Overdue overdue ->
                            Optional.of(overdue.withdrawn(closing.at()));
                    case ActionPromise.Done _, ActionPromise.Withdrawn _ -> Optional.empty();
                };
        String why =
                "%s corrected what came of call %s: %s"
                        .formatted(
                                closing.rep(), closing.call().id().value(), closing.came().word());
        return to.flatMap(next -> SqlActions.moved(handle, was, next, why, closing.at()));
    }

    private static void remember(Handle handle, PhoneNumber number, Closing closing) {
        Signal signal =
                new Signal(
                        SignalKind.NOT_SOLVED,
                        Optional.of(number),
                        Optional.of(closing.call().id()),
                        closing.call().line().value(),
                        closing.at(),
                        SAYS_ITS_REP);
        long person = People.of(handle, number, closing.at());
        handle.createUpdate(UNSAY)
                .bind("person", person)
                .bind("call", closing.call().id().value())
                .bind("kind", signal.kind().word())
                .bind("detail", signal.detail())
                .execute();
        if (closing.came() == Closing.Came.NOT_SOLVED) {
            SignalRows.write(handle, person, signal);
        }
    }

    private static @Nullable String word(Optional<String> word) {
        return word.orElse(null);
    }
}
