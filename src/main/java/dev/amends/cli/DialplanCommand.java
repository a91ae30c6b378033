package dev.amends.cli;

import dev.amends.supervision.ConfFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code amends dialplan} and what it can show. */
@Command(
        name = "dialplan",
        description = "Show what has to be put beside Asterisk's own configuration.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  amends dialplan print --freepbx"})
final class DialplanCommand extends CommandGroup {

    /** {@code amends dialplan print}. */
    @Command(
            name = "print",
            description = "Print Amends' files for Asterisk, with the settings filled in.",
            footer = {
                "",
                "Each file is headed by its place and by the one line which the file named there"
                        + " needs. Nothing of Asterisk's is ever changed by this command.",
                "",
                "Examples:",
                "  amends dialplan print --freepbx --file queues.conf",
                "  amends dialplan print --into ./amends-conf"
            })
    static final class Print implements Callable<Integer> {

        private static final String ETC = "/etc/asterisk/";

        private final Amends amends;

        @Option(names = "--freepbx", description = "For FreePBX: its *_custom.conf files only.")
        private boolean freePbx;

        @Option(names = "--file", paramLabel = "NAME", description = "Only this one.")
        private String only = "";

        @Option(
                names = "--into",
                paramLabel = "DIR",
                description = "Write them into this folder, which is not /etc.")
        private @Nullable Path into;

        Print(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program -> print(program.confFiles(freePbx)));
        }

        private int print(List<ConfFile> all) {
            List<ConfFile> files =
                    all.stream()
                            .filter(file -> only.isEmpty() || file.name().equals(only))
                            .toList();
            if (files.isEmpty()) {
                amends.complain(
                        "There is no file %s; there are %s."
                                .formatted(
                                        only,
                                        String.join(
                                                ", ", all.stream().map(ConfFile::name).toList())));
                return ExitCode.WRONG;
            }
            if (into != null) {
                return write(files, into.toAbsolutePath().normalize());
            }
            files.forEach(file -> amends.say(String.join("\n", text(file))));
            return ExitCode.OK;
        }

        private static List<String> text(ConfFile file) {
            return Stream.concat(
                            Stream.of(
                                    "; ==== " + ETC + ConfFile.FOLDER + "/" + file.name(),
                                    "; %s%s, %s:  %s"
                                            .formatted(
                                                    ETC, file.home(), file.where(), file.include()),
                                    ""),
                            file.lines().stream())
                    .toList();
        }

        private int write(List<ConfFile> files, Path folder) {
            if (folder.startsWith("/etc")) {
                amends.complain(
                        "This command writes nothing below /etc; name another folder, look at the"
                                + " files, and copy them.");
                return ExitCode.WRONG;
            }
            try {
                Files.createDirectories(folder);
                for (ConfFile file : files) {
                    Files.write(folder.resolve(file.name()), text(file));
                    amends.say(
                            "%s  for %s%s, %s:  %s"
                                    .formatted(
                                            folder.resolve(file.name()),
                                            ETC,
                                            file.home(),
                                            file.where(),
                                            file.include()));
                }
            } catch (IOException e) {
                amends.complain("can't write into " + folder);
                return ExitCode.REFUSED;
            }
            return ExitCode.OK;
        }
    }
}
