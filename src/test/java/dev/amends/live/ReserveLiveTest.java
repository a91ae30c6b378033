package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.Leg;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/**
 * One senior is kept free for upset callers: judged by what the queues say and by which phone
 * rings. Here sup1 is a senior as well as senior1, and rep1 the only other one on duty. The new
 * senior has logged in, so that his pauses outlive Asterisk.
 */
@Tag("live")
class ReserveLiveTest {

    private static final String UPSET = "+12025550171";
    private static final String FIRST = "+12025550172";
    private static final String SECOND = "+12025550173";
    private static final String REASON = "amends-reserve";
    private static final List<String> SENIORS = List.of("senior1", "sup1");
    private static final List<String> QUEUES = List.of("support", "support-senior");
    private static final Duration SOON = Duration.ofSeconds(15);

    @RegisterExtension final Stage stage = new Stage();

    @BeforeEach
    void aSecondSeniorLogsIn() {
        stage.onDuty("rep1", "senior1");
        stage.centre().repsListen();
        stage.centre().rep("sup1", CallCentre.listening("rep2"));
        QUEUES.forEach(queue -> stage.pbx().cli("queue add member PJSIP/sup1 to " + queue));
    }

    @AfterEach
    void andLogsOut() {
        QUEUES.forEach(queue -> stage.pbx().cli("queue remove member PJSIP/sup1 from " + queue));
    }

    private AmendsProcess keepingOneFree() {
        return stage.amends(s -> s.yes("lines.support.reserve_senior"));
    }

    @Test
    void while_calls_come_in_one_senior_is_left_for_the_upset_caller_and_paused_nowhere_else() {
        AmendsProcess amends = keepingOneFree();
        amends.cli("flag", UPSET, "--reason", "upset");
        awaitKept(2);

        Call first = stage.centre().call(FIRST, Leg.tone(550));
        assertThat(rings(1, 550)).isEqualTo("rep1");
        awaitKept(1);
        String free = SENIORS.stream().filter(one -> !kept(one)).findFirst().orElseThrow();
        Call second = stage.centre().call(SECOND, Leg.tone(650));
        assertThat(rings(2, 650)).isEqualTo(free);
        assertThat(stage.pbx().cli("queue show support-senior")).doesNotContain(REASON);
        String left = SENIORS.stream().filter(one -> !one.equals(free)).findFirst().orElseThrow();
        await().atMost(SOON).until(() -> kept(left) && !kept(free));

        Call upset = stage.centre().call(UPSET);
        assertThat(rings(3, CallCentre.CALLER_TONE)).isEqualTo(left);
        awaitKept(2);

        List.of(first, second, upset).forEach(Call::hangUp);
        stage.awaitNoChannels(SOON);
        amends.close();
        awaitKept(0);
    }

    @Test
    void after_both_were_killed_nobody_stays_kept_and_a_lunch_break_stays_what_it_is() {
        whatWasLoggedInStays();
        andLogsOut();
        aSecondSeniorLogsIn();
        AmendsProcess amends = keepingOneFree();
        awaitKept(2);
        amends.kill();
        QUEUES.forEach(queue -> stage.pbx().cli("queue add member PJSIP/sup2 to " + queue));
        stage.pbx().cli("queue pause member PJSIP/sup2 queue support reason lunch");
        awaitInDatabase("sup2", "lunch");
        stage.pbx().kill();
        stage.pbx().startAgain();
        whatWasLoggedInStays();
        stage.pbx().cli("module unload app_queue.so");
        stage.pbx().cli("module load app_queue.so");
        assertThat(memberLine("support", "sup1")).contains(REASON);

        stage.amends(s -> s);

        awaitKept(0);
        assertThat(memberLine("support", "sup2")).contains("lunch");
        QUEUES.forEach(queue -> stage.pbx().cli("queue remove member PJSIP/sup2 from " + queue));
    }

    /**
     * A senior goes to lunch in all his queues, or, as far as Asterisk writes reasons down, in one.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void with_amends_dead_the_next_caller_ends_it_and_no_pause_that_a_senior_made_himself(
            boolean everywhere) {
        if (!everywhere) {
            whatWasLoggedInStays();
            andLogsOut();
            aSecondSeniorLogsIn();
        }
        AmendsProcess amends = keepingOneFree();
        awaitKept(2);
        amends.kill();
        (everywhere ? QUEUES : List.of("support"))
                .forEach(queue ->
                        stage.pbx()
                                .cli(
                                        "queue pause member PJSIP/sup1 queue %s reason lunch"
                                                .formatted(queue)));
        stage.pbx().cli("queue pause member PJSIP/rep1");
        stage.pbx().cli("dialplan set global AMENDS_BEAT 0");

        Call caller = stage.centre().call(FIRST, Leg.tone(550));

        assertThat(rings(1, 550)).isEqualTo("senior1");
        awaitKept(0);
        assertThat(memberLine("support", "sup1")).contains("lunch");
        assertThat(stage.pbx().cli("database show amends-reserve")).contains("0 results found");
        caller.hangUp();
    }

    /** The private Asterisk forgets who has logged in with each start; real ones don't. */
    private void whatWasLoggedInStays() {
        stage.queues(conf -> conf.replace("persistentmembers = no", "persistentmembers = yes"));
    }

    /** The database in which Asterisk keeps pauses is written once a second. */
    private void awaitInDatabase(String... words) {
        await().atMost(SOON)
                .until(() ->
                        List.of(words).stream()
                                .allMatch(
                                        stage.pbx().cli("database show Queue/PersistentMembers")
                                                ::contains));
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
    }

    /** Whose phone rings for the nth time in this story, once he hears this caller. */
    private String rings(int nth, int tone) {
        Invite invite = stage.centre().reps().awaitInvites(nth, SOON).get(nth - 1);
        IncomingCall rep =
                stage.centre().reps().awaitIncoming(invite.calledUser(), invite.nth(), SOON);
        rep.awaitTone(tone, SOON);
        return invite.calledUser();
    }

    private void awaitKept(int many) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(SENIORS.stream().filter(this::kept))
                                .as(() -> stage.pbx().cli("queue show support"))
                                .hasSize(many));
    }

    private boolean kept(String rep) {
        return memberLine("support", rep).contains(REASON);
    }

    private String memberLine(String queue, String rep) {
        return stage.pbx()
                .cli("queue show " + queue)
                .lines()
                .filter(line -> line.contains("PJSIP/" + rep + " ") || line.contains(rep + " ("))
                .findFirst()
                .orElse("");
    }
}
