package dev.amends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amends.supervision.ConfFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped files as some settings want them. */
class ConfFilesTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir private Path folder = Path.of("set by JUnit");

    @Test
    void every_shipped_file_is_there_and_by_default_is_as_it_was_shipped() throws IOException {
        List<ConfFile> files = files("", false);
        try (Stream<Path> shipped = Files.list(HERE.resolve("asterisk-conf/amends"))) {
            for (Path path : shipped.toList()) {
                assertThat(named(path.getFileName().toString(), files).lines())
                        .isEqualTo(Files.readAllLines(path));
            }
        }
        assertThat(named("globals.conf", files).lines())
                .contains("#include amends-key.conf", "AMENDS_AGI=127.0.0.1:4573")
                .contains("AMENDS_HOLD_LIMIT_SUPPORT=600", "AMENDS_PAUSE_SECONDS=60")
                .noneMatch(line -> line.startsWith("AMENDS_QUEUE"));
        assertThat(named("globals.conf", files).home()).isEqualTo("extensions.conf");
        assertThat(named("queues.conf", files).include()).isEqualTo("#include amends/queues.conf");
    }

    @Test
    void address_account_and_queues_are_those_of_the_settings() throws IOException {
        List<ConfFile> files =
                files(
                        """
                        agi_listen = "10.0.0.7"
                        agi_port = 4000
                        ami_user = "ours"
                        [lines.sales]
                        hold_limit_seconds = 90
                        [lines.billing]
                        queue = "money"
                        senior_queue = "gold"
                        """,
                        false);

        assertThat(named("globals.conf", files).lines())
                .contains(
                        "AMENDS_AGI=10.0.0.7:4000",
                        "AMENDS_QUEUE_BILLING=money",
                        "AMENDS_QUEUE_BILLING_SENIOR=gold",
                        "AMENDS_HOLD_LIMIT_SALES=90",
                        "AMENDS_HOLD_LIMIT_BILLING=600")
                .doesNotContain("AMENDS_QUEUE_SALES=sales");
        assertThat(named("manager.conf", files).lines())
                .contains("[ours]")
                .doesNotContain("[amends]");
        assertThat(named("queues.conf", files).lines())
                .contains("[sales]", "[sales-senior](sales)", "[money]", "[gold](money)")
                .noneMatch(line -> line.startsWith("[support"));
    }

    @Test
    void a_queue_of_freepbx_is_only_added_to_and_only_custom_files_are_named() throws IOException {
        List<ConfFile> files =
                files("[lines.support]\nqueue = \"600\"\nsenior_queue = \"601\"", true);

        assertThat(files)
                .extracting(ConfFile::home)
                .contains("globals_custom.conf", "extensions_custom.conf", "manager_custom.conf")
                .contains("queues_post_custom.conf", "musiconhold_custom.conf")
                .allMatch(home -> home.endsWith("_custom.conf"));
        assertThat(named("globals.conf", files).lines())
                .contains("AMENDS_QUEUE_SUPPORT=600", "AMENDS_QUEUE_SUPPORT_SENIOR=601");
        List<String> queues = named("queues.conf", files).lines();
        assertThat(queues)
                .contains("[600](+)", "[601](+)", "weight = 10", "setqueueentryvar = yes")
                .containsOnlyOnce("weight = 10");
        assertThat(queues.stream().filter("context = amends-key"::equals)).hasSize(2);
        assertThat(queues.subList(queues.indexOf("[600](+)"), queues.indexOf("[601](+)")))
                .noneMatch(line -> line.matches("(strategy|timeout|musicclass|wrapuptime) .*"));
    }

    @Test
    void the_key_by_which_a_caller_tells_what_happened_is_there_where_he_may() throws IOException {
        for (boolean freePbx : List.of(false, true)) {
            List<ConfFile> files =
                    files(
                            """
                            [lines.support]
                            queue = "600"
                            senior_queue = "601"
                            stories = "upset"
                            [lines.sales]
                            queue = "700"
                            senior_queue = "701"
                            """,
                            freePbx);

            List<String> queues = named("queues.conf", files).lines();
            int sales = queues.indexOf(freePbx ? "[700](+)" : "[700]");
            assertThat(queues.subList(0, sales))
                    .contains("context = amends-key-story")
                    .doesNotContain("context = amends-key");
            assertThat(queues.subList(sales, queues.size()))
                    .contains("context = amends-key")
                    .doesNotContain("context = amends-key-story");
        }
    }

    @Test
    void a_queue_that_freepbx_has_not_made_is_refused_for_it() {
        assertThat(catchThrowable(() -> files("", true)))
                .hasMessageContaining("[lines.support] to the numbers of two of its queues");
    }

    @Test
    void an_installation_without_its_files_says_so() {
        assertThat(catchThrowable(() -> new ConfFiles(settings(""), false, folder).all()))
                .hasMessageContaining("no shipped files in " + folder);
    }

    private static ConfFile named(String name, List<ConfFile> files) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    }

    private List<ConfFile> files(String more, boolean freePbx) throws IOException {
        return new ConfFiles(settings(more), freePbx, HERE).all();
    }

    private Settings settings(String more) throws IOException {
        Path config = Files.writeString(folder.resolve("amends.toml"), "[asterisk]\n" + more);
        SettingsReader.Reading reading = new SettingsReader(Map.of()).read(config);
        assertThat(reading).isInstanceOf(SettingsReader.Usable.class);
        return ((SettingsReader.Usable) reading).settings();
    }
}
