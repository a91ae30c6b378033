package dev.amends.cli;

import dev.amends.supervision.PersonalRecords.Erasing;
import dev.amends.supervision.PrivacyDesk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What a person may demand of us: to see what is remembered of him, and to have it erased. */
final class CallerPrivacy {

    private CallerPrivacy() {}

    /** {@code amends caller export}. */
    @Command(
            name = "export",
            description = "Everything that is remembered of a person, as JSON.",
            footer = {
                "",
                "Under whichever of his numbers: calls, signals, flags, bars, closings, surveys, matters, tasks, what",
                "he told, his answers about recording (not the files), promises with their histories and attempts.",
                "Times are UTC. The answer holds full numbers: keep it like the store.",
                "",
                "Example:",
                "  amends caller export +12025550123 > his.json"
            })
    static final class Export implements Callable<Integer> {

        private final Amends amends;

        @Parameters(paramLabel = "NUMBER", description = "One of his numbers.")
        private String number = "";

        Export(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    switch (program.privacy().find(number)) {
                        case PrivacyDesk.Found.Everything found -> {
                            amends.say(Json.of(found.records()));
                            yield ExitCode.OK;
                        }
                        case PrivacyDesk.Found.Nothing(String why) -> {
                            amends.complain("Nothing to tell: " + why + ".");
                            yield ExitCode.REFUSED;
                        }
                    });
        }
    }

    /** {@code amends caller erase}. */
    @Command(
            name = "erase",
            description = "Erase what is remembered of a person. This can't be undone.",
            footer = {
                "",
                "His calls, flags, stories, closings, surveys, tasks and recordings are deleted, under all of his",
                "numbers. That promises were made and how they ended, and that he agreed to be recorded, stays on",
                "record, but leads to nobody. Open promises are withdrawn: he is not called any more. Whoever is on",
                "the block list, or barred, stays so, by each of his numbers; bars that are over go.",
                "Should the folder of recordings refuse, this says so and ends with 1; the files go with the next daily",
                "erasing that can, or when this is run again.",
                "Not ours to erase: Asterisk's own call records and logs, and backups of the store.",
                "",
                "Example:",
                "  amends caller erase +12025550123 --yes"
            })
    static final class Erase implements Callable<Integer> {

        private static final PrivacyDesk.Files NOTHING_LEFT = new PrivacyDesk.Files.Gone(0);

        private final Amends amends;

        @Parameters(paramLabel = "NUMBER", description = "One of his numbers.")
        private String number = "";

        @Option(names = "--yes", description = "Do it; without this only what would go is told.")
        private boolean sure;

        Erase(Amends amends) {
            this.amends = amends;
        }

        @Override
        public Integer call() {
            return amends.with(program ->
                    sure ? erased(program.privacy().erase(number)) : wouldGo(program.privacy()));
        }

        private int wouldGo(PrivacyDesk desk) {
            return switch (desk.find(number)) {
                case PrivacyDesk.Found.Everything found -> {
                    amends.complain(
                            "Nothing was erased. With --yes this goes, or no longer leads to him: "
                                    + counted(
                                            found.records().entrySet().stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    Map.Entry::getKey,
                                                                    each ->
                                                                            each.getValue()
                                                                                    .size())))
                                    + ". The block list, and a bar that is not over, stay.");
                    yield ExitCode.REFUSED;
                }
                case PrivacyDesk.Found.Nothing(String why) -> refused(why);
            };
        }

        private int erased(PrivacyDesk.Erased erased) {
            return switch (erased.records()) {
                case Erasing.Done done -> {
                    tell(done);
                    yield told(erased.files());
                }
                case Erasing.Unknown _ when erased.files().equals(NOTHING_LEFT) ->
                        refused("nothing is known of this number");
                case Erasing.Unknown _ -> {
                    amends.say("Nothing more is known of this number.");
                    yield told(erased.files());
                }
                case Erasing.Refused(String why) -> refused(why);
            };
        }

        private void tell(Erasing.Done done) {
            amends.say("Erased, numbers of his: " + done.numbers() + ".");
            amends.say("Open promises withdrawn: " + done.withdrawn() + ".");
            amends.say("Deleted: " + counted(done.deleted()) + ".");
            amends.say("Stays, and leads to nobody: " + counted(done.anonymous()) + ".");
            if (!done.kept().isEmpty()) {
                amends.say("Stays as it is: " + counted(done.kept()) + ".");
            }
        }

        private int told(PrivacyDesk.Files files) {
            return switch (files) {
                case PrivacyDesk.Files.Gone(int recordings) -> {
                    amends.say("Recordings erased: " + recordings + ".");
                    yield ExitCode.OK;
                }
                case PrivacyDesk.Files.Left(String why) -> {
                    amends.complain(
                            "Recorded files are still there: "
                                    + why
                                    + ". Amends erases them once a day as soon as it can; or run this again.");
                    yield ExitCode.REFUSED;
                }
            };
        }

        private int refused(String why) {
            amends.complain("Nothing was erased: " + why + ".");
            return ExitCode.REFUSED;
        }

        private static String counted(Map<String, Integer> counts) {
            return counts.isEmpty()
                    ? "nothing"
                    : counts.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> each.getValue() + " " + each.getKey())
                            .collect(Collectors.joining(", "));
        }
    }
}
