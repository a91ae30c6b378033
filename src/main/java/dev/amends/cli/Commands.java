package dev.amends.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.util.Map;

/**
 * All commands of {@code amends}, and how they end: with an exit code, never with a stack trace.
 */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int WIDTH = 100;

    private final CommandLine line;

    /**
     * @param programs opens a program for a settings file
     * @param environment the environment variables
     */
    public Commands(
            Programs programs, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        Amends amends = new Amends(programs, environment);
        this.line =
                new CommandLine(amends)
                        .addSubcommand(new RunCommand(amends))
                        .addSubcommand(new FlagCommand(amends))
                        .addSubcommand(new FlagsCommand(amends))
                        .addSubcommand(new BlockCommand(amends))
                        .addSubcommand(new UnblockCommand(amends))
                        .addSubcommand(new BarCommand(amends))
                        .addSubcommand(new UnbarCommand(amends))
                        .addSubcommand(new BarsCommand(amends))
                        .addSubcommand(
                                new CommandLine(new BreathersCommand())
                                        .addSubcommand(new BreathersCommand.ListAll(amends))
                                        .addSubcommand(new BreathersCommand.End(amends)))
                        .addSubcommand(
                                new CommandLine(new PromisesCommand())
                                        .addSubcommand(new PromisesCommand.ListAll(amends))
                                        .addSubcommand(new PromisesCommand.Explain(amends))
                                        .addSubcommand(new EndAction.Done(amends))
                                        .addSubcommand(new EndAction.NotDone(amends))
                                        .addSubcommand(new EndAction.Withdraw(amends)))
                        .addSubcommand(
                                new CommandLine(new CallerCommand())
                                        .addSubcommand(new CallerCommand.Show(amends))
                                        .addSubcommand(new CallerCommand.Link(amends))
                                        .addSubcommand(new CallerCommand.Unlink(amends))
                                        .addSubcommand(new CallerPrivacy.Export(amends))
                                        .addSubcommand(new CallerPrivacy.Erase(amends)))
                        .addSubcommand(
                                new CommandLine(new ReportCommand())
                                        .addSubcommand(new ReportCommand.Causes(amends))
                                        .addSubcommand(new ReportCommand.Treatments(amends))
                                        .addSubcommand(new ReportCommand.Promises(amends))
                                        .addSubcommand(new ReportCommand.Reps(amends))
                                        .addSubcommand(new ReportCommand.Waits(amends))
                                        .setCaseInsensitiveEnumValuesAllowed(true))
                        .addSubcommand(new PromiseCommand(amends))
                        .addSubcommand(
                                new CommandLine(new TasksCommand())
                                        .addSubcommand(new TasksCommand.ListAll(amends))
                                        .addSubcommand(new TasksCommand.Done(amends)))
                        .addSubcommand(
                                new CommandLine(new RecordingsCommand())
                                        .addSubcommand(new RecordingsCommand.ListAll(amends))
                                        .addSubcommand(new RecordingsCommand.Erase(amends)))
                        .addSubcommand(
                                new CommandLine(new ConfigCommand())
                                        .addSubcommand(new ConfigCommand.Check(amends)))
                        .addSubcommand(
                                new CommandLine(new DialplanCommand())
                                        .addSubcommand(new DialplanCommand.Print(amends)))
                        .addSubcommand(new DoctorCommand(amends))
                        .addSubcommand(new RehearseCommand(amends))
                        .setOut(out)
                        .setErr(err)
                        .setUsageHelpWidth(WIDTH)
                        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                        .setParameterExceptionHandler((wrong, _) -> wrongUsage(wrong))
                        .setExecutionExceptionHandler((e, at, _) -> failed(e, at));
    }

    /** Runs the command that these words name. Returns its exit code. */
    public int execute(String... words) {
        return line.execute(words);
    }

    private static int wrongUsage(ParameterException wrong) {
        CommandLine at = wrong.getCommandLine();
        PrintWriter err = at.getErr();
        err.println("amends: " + plain(String.valueOf(wrong.getMessage())) + undashed(wrong));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        if (wrong instanceof UnmatchedArgumentException && !at.getSubcommands().isEmpty()) {
            err.println("There are: " + String.join(", ", at.getSubcommands().keySet()));
        }
        err.println("Try: " + at.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.WRONG;
    }

    /** Without the words of programmers. */
    private static String plain(String message) {
        return message.replaceFirst("^Error: ", "")
                .replaceFirst("is not an? (int|long|Integer)$", "is not a whole number");
    }

    /** Somebody wrote {@code reps 24}: an option without its dashes. */
    private static String undashed(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                        .map(word -> "--" + word)
                        .filter(wrong.getCommandLine().getCommandSpec().optionsMap()::containsKey)
                        .findFirst()
                        .map(option -> " (did you mean " + option + "?)")
                        .orElse("")
                : "";
    }

    /**
     * An order is a door: whatever goes wrong behind it is told in one line; the log has it all,
     * and of what nobody has foreseen a file.
     */
    private static int failed(Exception e, CommandLine at) {
        LOG.debug("{} failed", at.getCommandName(), e);
        at.getErr().println(Mishap.isForeseen(e) ? "amends: " + e.getMessage() : Mishap.told(e));
        at.getErr().flush();
        return at.getCommandSpec().exitCodeOnExecutionException();
    }
}
