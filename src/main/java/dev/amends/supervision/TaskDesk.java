package dev.amends.supervision;

import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.Task;
import dev.amends.promise.Tasks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people have to do because a promise was broken or runs late, from any process on the same
 * store.
 */
public final class TaskDesk {

    private static final String SEE = "; see: amends tasks list";

    private final Tasks tasks;
    private final Ledger ledger;
    private final SupervisionTerms terms;

    public TaskDesk(Tasks tasks, Ledger ledger, SupervisionTerms terms) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.terms = terms;
    }

    /** How many are open. */
    public int open() {
        return tasks.open();
    }

    /** Open ones first, the oldest first; at most {@link Supervision#LONGEST_LIST}. */
    public List<TaskRow> list(boolean withDone) {
        WallClock clock = new WallClock(terms.zone(), terms.clock().instant());
        return tasks.list(withDone, Supervision.LONGEST_LIST).stream()
                .map(task -> row(task, clock))
                .toList();
    }

    /** Marks the task of the promise whose id begins so as done. */
    public TaskOrder done(String idPrefix, String note) {
        String prefix = idPrefix.strip().toLowerCase(Locale.ROOT);
        String noted = note.strip();
        if (!OrderText.fits(noted)) {
            return new TaskOrder.Refused(OrderText.wrong("note"));
        }
        if (!Supervision.ID_PREFIX.matcher(prefix).matches()) {
            return new TaskOrder.Refused("a task's id is made of the digits 0-9 and a-f" + SEE);
        }
        List<Task> found =
                ledger.findByPrefix(prefix).stream()
                        .map(Callback::id)
                        .map(tasks::of)
                        .flatMap(Optional::stream)
                        .toList();
        return switch (found.size()) {
            case 0 -> new TaskOrder.Refused("there is no task whose id begins so" + SEE);
            case 1 -> done(found.getFirst(), noted);
            default -> new TaskOrder.Refused(ambiguous(found));
        };
    }

    private TaskOrder done(Task task, String note) {
        Callback promise = task.promise();
        return tasks.done(promise.id(), note, terms.clock().instant())
                ? new TaskOrder.Done(promise.terms().number(), tasks.open())
                : new TaskOrder.Refused(
                        "it is done already"
                                + task.done().map(done -> ": " + done.note()).orElse(""));
    }

    private static String ambiguous(List<Task> found) {
        return "several tasks begin so; give more digits: "
                + found.stream()
                        .map(task -> task.promise().id().value())
                        .collect(Collectors.joining(", "));
    }

    private TaskRow row(Task task, WallClock clock) {
        CallbackTerms promised = task.promise().terms();
        return new TaskRow(
                promised.id().shortForm(),
                promised.number().toString(),
                promised.line().value(),
                promised(promised, clock),
                task.why(),
                task.since().atZone(terms.zone()),
                task.done().map(done -> clock.minute(done.at()) + " " + done.note()).orElse(""));
    }

    /** What he was told would happen. */
    private static String promised(CallbackTerms terms, WallClock clock) {
        String asked = "a call, " + clock.minute(terms.askedAt());
        return terms.ordered()
                .map(at -> "a call at " + clock.minute(at))
                .or(() ->
                        terms.appointment()
                                .map(agreed ->
                                        "a call by %s at %s"
                                                .formatted(
                                                        agreed.rep(), clock.minute(agreed.from()))))
                .or(() ->
                        terms.window()
                                .map(window ->
                                        "a call between %s and %s"
                                                .formatted(
                                                        clock.minute(window.from()),
                                                        clock.minute(window.to()))))
                .orElse(asked);
    }
}
