package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the account may do what is needed and no more, by the list of commands that Asterisk
 * offers it. That list tells the {@code write} classes only; {@code read} classes are not shown to
 * an account.
 */
final class RightsCheck implements PbxChecks.Look {

    private static final Set<String> NEEDED =
            Set.of(
                    "CoreShowChannels",
                    "CoreStatus",
                    "DBGet",
                    "Getvar",
                    "Hangup",
                    "Originate",
                    "Ping",
                    "QueuePause",
                    "QueueStatus",
                    "Setvar",
                    "ShowDialPlan");

    /** A command that gives away each class which Amends does not need. */
    private static final Map<String, String> TOO_MUCH =
            Map.of(
                    "Command", "command",
                    "DBPut", "system",
                    "UpdateConfig", "config",
                    "AGI", "agi",
                    "UserEvent", "user",
                    "AOCMessage", "aoc");

    @Override
    public List<Finding> at(AmiSession session) {
        Set<String> offered =
                session.send(AmiActions.listCommands()).getAttributes().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeIf(command -> offered.contains(command.toLowerCase(Locale.ROOT)));
        Set<String> classes = new TreeSet<>();
        TOO_MUCH.forEach((command, right) -> {
            if (offered.contains(command.toLowerCase(Locale.ROOT))) {
                classes.add(right);
            }
        });
        return List.of(finding(missing, classes));
    }

    private static Finding finding(Set<String> missing, Set<String> tooMuch) {
        String fix =
                "In manager.conf: write = call,agent,originate,reporting and read ="
                        + " call,agent,user,reporting";
        if (!missing.isEmpty()) {
            return new Finding(
                    "AMI rights", Verdict.PROBLEM, "may not: " + missing, "may do these", fix);
        }
        if (!tooMuch.isEmpty()) {
            return new Finding(
                    "AMI rights",
                    Verdict.WARNING,
                    "has the needless write classes " + tooMuch,
                    "the fewest rights that do",
                    fix);
        }
        return Finding.ok("AMI rights", "as needed, and no more");
    }
}
