package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.Journey;
import dev.amends.store.Store;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A caller's whole {@link Journey}; all of it stands in the reports until she is forgotten. */
@Tag("live")
class JourneyLiveTest {

    private static final String NUMBER = Journey.NUMBER;

    @RegisterExtension final Stage stage = new Stage();

    private Path recordings() {
        return stage.folder().resolve("recorded");
    }

    @Test
    void a_caller_who_hung_up_twice_is_heard_called_back_helped_and_remembered()
            throws IOException {
        AmendsProcess amends =
                stage.amendsTellingAll(settings -> Journey.settings(settings, recordings()));
        stage.awaitHeartbeat();
        try (Store store = stage.store()) {
            Journey journey = new Journey(stage.centre(), store, (_, _) -> {});
            journey.begins();
            journey.callsAndHangsUp();
            journey.callsAgainAndHangsUp();
            assertThat(journey.tellsHerStoryAndChoosesToBeCalled().ear().promptNames())
                    .as("asked once in a matter")
                    .doesNotContain("what-is-it-about", "how-can-we-help");
            journey.isCalledTakenOverAndAsked();
            journey.theRefundIsDone();
        }
        itIsRemembered(amends);
        sheIsForgotten(amends);
        assertThat(amends.said()).doesNotContain(NUMBER.substring(2));
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }

    private static void itIsRemembered(AmendsProcess amends) {
        assertThat(amends.cli("report", "treatments"))
                .contains(
                        "told his story",
                        "taken over by a supervisor",
                        "called back",
                        "promised something to be done",
                        "does not prove");
        assertThat(amends.cli("report", "causes")).containsPattern("billing +3 ");
        assertThat(amends.cli("report", "promises")).contains("support call", "support refund");
        assertThat(amends.cli("report", "reps")).contains("PJSIP/rep1", "PJSIP/sup1");
        assertThat(amends.cli("caller", "export", NUMBER))
                .contains(
                        "\"call\"",
                        "\"signal\"",
                        "\"consent\"",
                        "\"story\"",
                        "\"matter\"",
                        "\"promise\"",
                        "\"attempt\"",
                        "\"action_promise\"",
                        "\"closing\"",
                        "\"survey\"",
                        NUMBER);
    }

    private void sheIsForgotten(AmendsProcess amends) throws IOException {
        assertThat(files()).isPositive();
        assertThat(amends.cli("caller", "erase", NUMBER, "--yes"))
                .contains("Erased, numbers of his: 1.", "leads to nobody");
        assertThat(files()).isZero();
        assertThat(amends.cli("report", "promises")).contains("support call", "support refund");
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(recordings())) {
            return all.count();
        }
    }
}
