package dev.amends.supervision;

import dev.amends.promise.ActionPromise;
import dev.amends.promise.Callback;
import dev.amends.promise.Promise;
import dev.amends.promise.Task;
import dev.amends.promise.Tasks;

import java.util.List;

/**
 * What people have to do because a promise was broken or runs late, from any process on the same
 * store.
 */
public final class TaskDesk {

    private static final String SEE = "; see: amends tasks list";

    private final Tasks tasks;
    private final SupervisionTerms terms;

    public TaskDesk(Tasks tasks, SupervisionTerms terms) {
        this.tasks = tasks;
        this.terms = terms;
    }

    /** How many are open. */
    public int open() {
        return tasks.open();
    }

    /** Open ones first, the oldest first; at most {@link Supervision#LONGEST_LIST}. */
    public List<TaskRow> list(boolean withDone) {
        WallClock clock = terms.wallClock();
        return tasks.list(withDone, Supervision.LONGEST_LIST).stream()
                .map(task -> row(task, clock.in(terms.zones().of(task.promise().line()))))
                .toList();
    }

    /** Marks the task of the promise whose id begins so as done. */
    public TaskOrder done(String idPrefix, String note) {
        String noted = note.strip();
        if (!OrderText.fits(noted)) {
            return new TaskOrder.Refused(OrderText.wrong("note"));
        }
        return switch (IdPrefix.read(idPrefix)) {
            case IdPrefix.Wrong _ ->
                    new TaskOrder.Refused("a task's id is made of the digits 0-9 and a-f" + SEE);
            case IdPrefix.Read(String prefix) -> doneThe(prefix, noted);
        };
    }

    private TaskOrder doneThe(String prefix, String note) {
        List<Task> found = tasks.findByPrefix(prefix);
        return switch (found.size()) {
            case 0 -> new TaskOrder.Refused("there is no task whose id begins so" + SEE);
            case 1 -> done(found.getFirst(), note);
            default ->
                    new TaskOrder.Refused(
                            IdPrefix.ambiguous(
                                    "tasks", prefix, found.stream().map(Task::promise).toList()));
        };
    }

    private TaskOrder done(Task task, String note) {
        Promise promise = task.promise();
        return tasks.done(promise.id(), note, terms.clock().instant())
                ? new TaskOrder.Done(promise.number(), tasks.open())
                : new TaskOrder.Refused(
                        "it is done already"
                                + task.done().map(done -> ": " + done.note()).orElse(""));
    }

    private TaskRow row(Task task, WallClock clock) {
        Promise promise = task.promise();
        return new TaskRow(
                promise.id().shortForm(),
                promise.number().toString(),
                terms.zones().named(promise.line()),
                promised(promise, clock),
                task.why(),
                clock.local(task.since()),
                task.done().map(done -> clock.minute(done.at()) + " " + done.note()).orElse(""));
    }

    /** What he was told would happen. */
    private static String promised(Promise promise, WallClock clock) {
        return switch (promise) {
            case Callback callback -> CallWords.told(callback.terms(), clock);
            case ActionPromise action ->
                    "%s, by %s until %s"
                            .formatted(
                                    action.terms().deed(),
                                    action.terms().owner(),
                                    clock.minute(action.terms().by()));
        };
    }
}
