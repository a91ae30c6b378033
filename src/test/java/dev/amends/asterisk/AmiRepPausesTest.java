package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.staff.Duty;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reps are paused and let go over the manager interface; pauses of other people stay. */
class AmiRepPausesTest {

    private static final String REP = "PJSIP/rep1";

    private final LinkedFake fake = LinkedFake.with(LinkedFake.calm(100));

    AmiRepPausesTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    /** The rep in both queues, paused there for these reasons, or not at all. */
    private AmiRepPauses pausedFor(String inSupport, String inSenior) {
        fake.pbx.queues(
                List.of(
                        FakeAmi.queue("support"),
                        member("support", inSupport),
                        FakeAmi.queue("support-senior"),
                        member("support-senior", inSenior)));
        fake.pbx.on("QueuePause", a -> a.success());
        fake.started();
        return new AmiRepPauses(fake.link, Set.of("support", "support-senior"));
    }

    private static List<String> member(String queue, String reason) {
        List<String> member =
                new ArrayList<>(FakeAmi.member(queue, REP, 1, reason.isEmpty() ? 0 : 1));
        member.add("PausedReason: " + reason);
        return member;
    }

    /** What was sent, such as {@code true breather support}. */
    private Stream<String> sent() {
        return fake.pbx.got("QueuePause").stream()
                .map(a -> (a.of("Paused") + ' ' + a.of("Reason") + ' ' + a.of("Queue")).strip());
    }

    @Test
    void everybody_is_told_with_his_pauses_and_their_reasons() {
        assertThat(pausedFor("lunch", "").duty().members())
                .containsExactlyInAnyOrder(
                        new Duty.Membership(
                                "support", new Rep(REP, RepState.PAUSED), true, "lunch"),
                        new Duty.Membership(
                                "support-senior", new Rep(REP, RepState.FREE), false, ""));
    }

    @Test
    void who_is_free_is_paused_everywhere_at_once() {
        pausedFor("", "breather").pause(REP, "breather");

        assertThat(sent()).containsExactly("true breather");
    }

    @Test
    void who_is_paused_in_one_queue_is_paused_in_the_other_one_only() {
        pausedFor("training", "").pause(REP, "breather");

        assertThat(sent()).containsExactly("true breather support-senior");
    }

    @Test
    void a_pause_ends_everywhere_at_once() {
        pausedFor("breather", "breather").release(REP, "breather");

        assertThat(sent()).containsExactly("false");
    }

    @Test
    void another_pause_that_has_come_since_stays() {
        pausedFor("lunch", "breather").release(REP, "breather");

        assertThat(sent()).containsExactly("false  support-senior");
    }

    @Test
    void who_has_no_such_pause_is_left_alone() {
        pausedFor("lunch", "").release(REP, "breather");

        assertThat(sent()).isEmpty();
    }
}
