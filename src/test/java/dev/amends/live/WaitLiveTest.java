package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amends.bench.Call;
import dev.amends.callcentre.CallCentre;
import dev.amends.line.LineName;
import dev.amends.line.Tally;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Waits that are foreseen from what Amends saw of the calls before, and only then. */
@Tag("live")
class WaitLiveTest {

    private static final Duration TALK = Duration.ofSeconds(4);
    private static final int CALLS = 12;

    @RegisterExtension final Stage stage = new Stage();

    @Test
    void handling_times_are_learned_from_calls_and_what_was_learned_is_written_down() {
        CallCentre centre = stage.centre();
        centre.repsTalk(TALK);
        stage.amends(settings -> settings.number("lines.support.offer_when_waiting", 1000));

        double handling = serve(CALLS);

        Tally learned = awaitWritten("handling");
        Tally gaps = awaitWritten("gaps");
        System.out.println("handling " + handling + " learned " + learned + " gaps " + gaps);
        System.out.println(
                String.valueOf(
                        stage.<Object>onRecord(store -> store.experienceOnRecord().read())));
        assertThat(learned.total() / learned.weight()).isCloseTo(TALK.toSeconds(), within(1.0));
    }

    /** Serves so many callers who come at once; seconds that each keeps a rep. */
    private double serve(int many) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            calls.add(stage.centre().call("+12025550%03d".formatted(200 + i)));
        }
        calls.forEach(call -> call.awaitEnded(Duration.ofSeconds(90)));
        calls.forEach(call -> assertThat(call.ear().promptNames()).isEmpty());
        return 0;
    }

    private Tally awaitWritten(String what) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () ->
                                stage.onRecord(store -> store.experienceOnRecord().read())
                                        .getOrDefault(new LineName("support"), Map.of())
                                        .getOrDefault(what, Tally.EMPTY),
                        tally -> tally.weight() > CALLS - 2);
    }
}
