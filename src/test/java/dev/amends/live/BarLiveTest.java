package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.DialplanLog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller whom a supervisor has barred comes into no queue. */
@Tag("live")
class BarLiveTest extends HandOverScene {

    @Test
    void he_hears_why_and_how_to_write_before_any_queue_until_he_is_let_in_again() {
        AmendsProcess amends =
                stage.amends(settings -> settings.number("lines.support.offer_when_waiting", 99));
        assertThat(amends.cli("bar", HandOver.NUMBER, "--reason", "threatened a rep"))
                .contains("No calls are taken from …0177 until");
        DialplanLog log = stage.pbx().dialplanLog();

        Call barred = stage.centre().call(HandOver.NUMBER);

        barred.awaitPrompt("barred", HandOver.SOON);
        barred.awaitPrompt("in-writing", HandOver.SOON);
        barred.awaitEnded(HandOver.SOON);
        assertThat(log.steps()).noneMatch(step -> step.what().equals("Queue"));
        assertThat(stage.centre().reps().incomingCalls()).isEmpty();
        assertThat(amends.cli("bars")).contains("…0177", "threatened a rep", "barred");
        assertThat(amends.cli("unbar", HandOver.NUMBER)).contains("may call again");
        Call again = story.served();
        again.hangUp();
        story.nothingIsLeft();
    }
}
