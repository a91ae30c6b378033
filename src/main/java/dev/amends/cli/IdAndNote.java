package dev.amends.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of a command that ends something, and what came of it. */
final class IdAndNote {

    @Parameters(
            paramLabel = "ID",
            description = "The first digits of its id, as the list shows them.")
    private String id = "";

    @Option(
            names = "--note",
            required = true,
            paramLabel = "TEXT",
            description = "What came of it, in 1 to 80 characters; part of the story.")
    private String note = "";

    String id() {
        return id;
    }

    String note() {
        return note;
    }
}
