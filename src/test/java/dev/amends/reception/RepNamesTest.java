package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.Floor;
import dev.amends.line.LineName;
import dev.amends.line.QueueSnapshot;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/** One rep is one rep, of whichever kind his member is. */
class RepNamesTest {

    private static final LineName SUPPORT = new LineName("support");

    private final Floor floor = new Floor(_ -> Map.of());
    private final RepNames names =
            new RepNames(Map.of(SUPPORT, Scene.usual().line()), floor, () -> Scene.NOW);

    @ParameterizedTest
    @CsvSource({
        "PJSIP/rep1, PJSIP/rep1",
        "Local/5001@from-queue, Local/5001@from-queue/n",
        "Local/5001@from-queue/n, Local/5001@from-queue/n",
        "Local/7@elsewhere, Local/7@elsewhere",
        "Local/5, Local/5",
        "Local/sup1@foreign, Local/sup1@foreign",
        "a rep, a rep",
        "'', ''"
    })
    void a_channel_s_name_becomes_the_member_s(String channel, String member) {
        floor.resynced(
                List.of(
                        new QueueSnapshot(
                                "support",
                                List.of(),
                                List.of(
                                        new Rep("PJSIP/rep1", RepState.TALKING),
                                        new Rep("Local/5001@from-queue/n", RepState.TALKING),
                                        new Rep("Local/7@elsewhere", RepState.TALKING)))));
        assertThat(names.of(channel, SUPPORT)).isEqualTo(member);
    }

    @ParameterizedTest
    @CsvSource({"support", "nowhere"})
    void while_the_floor_or_the_line_is_not_known_it_stays(String line) {
        assertThat(names.of("Local/5001@from-queue", new LineName(line)))
                .isEqualTo("Local/5001@from-queue");
    }
}
