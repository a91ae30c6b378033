package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a rep keys for each of his codes and what the dialplan lets him hear, as it is shipped. */
final class RepsCodes {

    private static final Path SHIPPED = Path.of("asterisk-conf", "amends");

    private RepsCodes() {}

    /**
     * One use of a code.
     *
     * @param more what he keys after it
     * @param hears by its context in the dialplan, what he hears
     */
    record Use(String name, String feature, String more, List<Hears> hears) {

        Use(String name, String feature, String more, Hears... hears) {
            this(name, feature, more, List.of(hears));
        }

        int keys() {
            return code(feature).length() + more.length();
        }

        List<Prompt> prompts() {
            return hears.stream().map(Hears::prompt).toList();
        }
    }

    /** A prompt that a context of the dialplan says. */
    record Hears(String context, CataloguePrompt said) {
        Prompt prompt() {
            assertThat(section(context)).containsPattern("[/(?:]" + said.key() + "[,)&:]");
            return said.prompt();
        }
    }

    static final List<Use> USES =
            List.of(
                    new Use(
                            "the rep flags him as upset, with the reason",
                            "amendsUpset",
                            "2",
                            new Hears("amends-upset", CataloguePrompt.WHY_UPSET),
                            new Hears("amends-flag", CataloguePrompt.NOTED)),
                    new Use(
                            "the rep flags him as abusive",
                            "amendsAbusive",
                            "",
                            new Hears("amends-flag", CataloguePrompt.NOTED)),
                    new Use(
                            "the rep hands him to a senior",
                            "amendsSenior",
                            "",
                            new Hears("amends-hand-over", CataloguePrompt.ON_ITS_WAY),
                            new Hears("amends-rep-after", CataloguePrompt.TAKEN_OVER)),
                    new Use(
                            "the rep sets a limit",
                            "amendsLimit",
                            "",
                            new Hears("amends-limit-code", CataloguePrompt.LIMIT)),
                    new Use(
                            "the rep asks a supervisor for help",
                            "amendsHelp",
                            "",
                            new Hears("amends-help-code", CataloguePrompt.ON_ITS_WAY)),
                    new Use(
                            "the rep stops the recording",
                            "amendsPause",
                            "",
                            new Hears("amends-pause", CataloguePrompt.RECORDING_RESTS)),
                    new Use(
                            "the rep closes the call as solved, in it",
                            "amendsClose",
                            "111",
                            new Hears("amends-closing", CataloguePrompt.CLOSING_CAME),
                            new Hears("amends-closing", CataloguePrompt.CLOSING_MISTAKE),
                            new Hears("amends-closing", CataloguePrompt.CLOSING_REMEDY),
                            new Hears("amends-closing", CataloguePrompt.NOTED)));

    /** What the rep hears at once when it will take a while; what the caller chose comes after. */
    static final Use TAKES_A_WHILE =
            new Use(
                    "",
                    "amendsLater",
                    "",
                    new Hears("amends-later-code", CataloguePrompt.LATER_HE_CHOOSES));

    private static String code(String feature) {
        Matcher found =
                Pattern.compile("(?m)^" + feature + " => ([0-9*#]+),")
                        .matcher(read("features.conf"));
        assertThat(found.find()).as(feature).isTrue();
        return found.group(1);
    }

    private static String section(String context) {
        return Stream.of(read("extensions.conf").split("(?m)^(?=\\[)"))
                .filter(section -> section.startsWith("[" + context + "]"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(context));
    }

    private static String read(String name) {
        try {
            return Files.readString(SHIPPED.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
