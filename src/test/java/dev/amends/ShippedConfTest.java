package dev.amends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.asterisk.ShippedParts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the doctor looks for is what is shipped. */
class ShippedConfTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path CONF = HERE.resolve("asterisk-conf/amends");

    @TempDir private Path folder = Path.of("set by JUnit");

    @Test
    void every_context_of_the_dialplan_is_looked_for() throws IOException {
        List<String> contexts =
                Files.readAllLines(CONF.resolve("extensions.conf")).stream()
                        .filter(line -> line.startsWith("["))
                        .map(line -> line.substring(1, line.indexOf(']')))
                        .toList();
        assertThat(parts("").contexts())
                .containsExactlyElementsOf(contexts)
                .contains("amends-line", "amends-key", "amends-doctor", "amends-reps");
    }

    @Test
    void every_code_is_looked_for_and_given_to_reps_but_the_last_to_supervisors()
            throws IOException {
        List<String> codes = parts("").codes();
        assertThat(codes).hasSizeGreaterThan(10).last().isEqualTo("amendsTakeover");
        String ofReps = String.join(":", codes.subList(0, codes.size() - 1));
        assertThat(RepCode.featuresBut(Set.of())).isEqualTo(ofReps);
        assertThat(Files.readString(CONF.resolve("extensions.conf")))
                .contains("Set(AMENDS_CODES=" + ofReps + ")")
                .containsPattern(
                        "[(]DYNAMIC_FEATURES=[$][{]DYNAMIC_FEATURES[}].*amendsTakeover[)]");
        assertThat(parts("").music()).containsExactly("amends-ring");
    }

    @Test
    void each_queue_of_a_line_needs_what_the_shipped_one_has_and_inherits() throws IOException {
        Map<String, Map<String, String>> queues =
                parts(
                                """
                                [lines.support]
                                queue = "600"
                                senior_queue = "601"
                                """)
                        .queues();
        assertThat(queues).containsOnlyKeys("600", "601", "support-supervisors");
        assertThat(queues.get("600"))
                .containsEntry("setinterfacevar", "yes")
                .containsEntry("context", "amends-key")
                .doesNotContainKeys("weight", "timeout", "strategy");
        assertThat(queues.get("601"))
                .containsEntry("setinterfacevar", "yes")
                .containsEntry("context", "amends-key")
                .containsEntry("weight", "10");
        assertThat(queues.get("support-supervisors"))
                .containsEntry("setinterfacevar", "yes")
                .containsKeys("joinempty", "leavewhenempty")
                .doesNotContainKey("context");
    }

    private ShippedParts parts(String lines) throws IOException {
        Path config = Files.writeString(folder.resolve("amends.toml"), "[asterisk]\n" + lines);
        SettingsReader.Reading reading = new SettingsReader(Map.of()).read(config);
        Settings settings = ((SettingsReader.Usable) reading).settings();
        return new ShippedConf(new ConfFiles(settings, false, HERE).all()).parts();
    }
}
