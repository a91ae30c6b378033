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

    /** What the dialplan was given to write down, such as {@code breather rep1 PJSIP/rep1}. */
    private Stream<String> notes() {
        return fake.pbx.got("Originate").stream()
                .map(a ->
                        (a.of("Channel").replaceAll("Local/(.*)@amends-note/n", "$1 ")
                                        + a.of("Variable")
                                                .replace("AMENDS_OF=", "")
                                                .replace(",AMENDS_NAMES=", " "))
                                .strip());
    }

    @Test
    void what_ends_a_breather_without_us_is_written_down_before_it_begins() {
        pausedFor("", "").pause(REP, "breather");

        assertThat(notes()).containsExactly("breather rep1 PJSIP/rep1");
        assertThat(fake.pbx.got("Originate")).allMatch(a -> a.of("Async").equals("false"));
    }

    @Test
    void and_so_is_the_queue_where_it_is_not_all_of_his() {
        pausedFor("lunch", "").pause(REP, "breather");

        assertThat(notes()).containsExactly("breather rep1 PJSIP/rep1&support-senior");
    }

    @Test
    void when_it_is_over_nothing_is_left_of_it() {
        pausedFor("breather", "breather").release(REP, "breather");

        assertThat(notes()).containsExactly("breather rep1");
    }

    @Test
    void a_breather_that_cannot_be_written_down_is_one_all_the_same() {
        AmiRepPauses pauses = pausedFor("", "");
        fake.pbx.on("Originate", a -> a.error("Originate failed"));

        pauses.pause(REP, "breather");

        assertThat(sent()).containsExactly("true breather");
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
