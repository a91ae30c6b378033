package dev.amends.cli;

import dev.amends.supervision.ActionDesk;
import dev.amends.supervision.ActionDesk.Ending;
import dev.amends.supervision.PromiseEnd;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** {@code amends promises done} and the other ways in which a person ends what was promised. */
abstract class EndAction implements Callable<Integer> {

    private final Amends amends;
    private final Ending ending;

    @Mixin private IdAndNote words = new IdAndNote();

    private EndAction(Amends amends, Ending ending) {
        this.amends = amends;
        this.ending = ending;
    }

    @Override
    public final Integer call() {
        return amends.with(program -> tell(program.actions()));
    }

    private int tell(ActionDesk desk) {
        return switch (desk.end(words.id(), ending, words.note())) {
            case PromiseEnd.Ended ended -> {
                amends.say("Promise %s, %s: %s.".formatted(ended.id(), ended.deed(), ended.how()));
                yield ExitCode.OK;
            }
            case PromiseEnd.Refused(String why) -> {
                amends.complain("Nothing changed: " + why + ".");
                yield ExitCode.REFUSED;
            }
        };
    }

    /** {@code amends promises done}. */
    @Command(
            name = "done",
            description = "A promised action is done, in time or late.",
            footer = {
                "",
                "A promised call is kept by speaking with the caller, not by this.",
                "",
                "Example:",
                "  amends promises done 4f3a2b1c --note \"refunded, receipt 2231\""
            })
    static final class Done extends EndAction {
        Done(Amends amends) {
            super(amends, Ending.DONE);
        }
    }

    /** {@code amends promises not-done}. */
    @Command(
            name = "not-done",
            description =
                    "A promised action will not be done in time: it becomes a task, and the caller is called.",
            footer = {
                "",
                "Example:",
                "  amends promises not-done 4f3a2b1c --note \"the part is not in stock\""
            })
    static final class NotDone extends EndAction {
        NotDone(Amends amends) {
            super(amends, Ending.NOT_DONE);
        }
    }

    /** {@code amends promises withdraw}. */
    @Command(
            name = "withdraw",
            description = "A promised call or action is not wanted any more.",
            footer = {
                "",
                "Who was promised a call is not called; if it was overdue, its task is done. Nobody is"
                        + " told: tell him. Refused while he is being called.",
                "",
                "Examples:",
                "  amends promises withdraw 4f3a2b1c --note \"the caller found the parcel\"",
                "  amends promises withdraw 5a6b7c8d --note \"mistyped number\""
            })
    static final class Withdraw extends EndAction {
        Withdraw(Amends amends) {
            super(amends, Ending.WITHDRAWN);
        }
    }
}
