package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.Heard;
import dev.amends.bench.IncomingCall;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.Flag;
import dev.amends.caller.FlagKind;
import dev.amends.caller.FlagOnRecord;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A rep flags the caller he speaks with, by a code. */
@Tag("live")
class FlagCodeLiveTest extends HandOverScene {

    private static SettingsText noChoice(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99);
    }

    @Test
    void a_caller_flagged_with_a_reason_reaches_a_senior_when_he_calls_again() {
        AmendsProcess amends = stage.amends(FlagCodeLiveTest::noChoice);
        Call caller = story.served();
        IncomingCall rep = story.rep();

        rep.press("*71");
        rep.awaitPrompt("why-upset", HandOver.SOON);
        rep.press("2");

        rep.awaitPrompt("noted", HandOver.SOON);
        Flag flag = awaitFlag(Duration.ofSeconds(5));
        assertThat(flag.kind()).isEqualTo(FlagKind.UPSET);
        assertThat(flag.reason()).isEqualTo("problem not solved");
        assertThat(flag.by()).isEqualTo("PJSIP/rep1");
        assertThat(Duration.between(flag.since(), flag.fadesAt())).isEqualTo(Duration.ofDays(14));
        HandOver.talk(caller, CALLER, rep, REP);
        assertThat(caller.ear().promptNames()).isEmpty();
        caller.hangUp();
        rep.awaitEnded(HandOver.SOON);
        assertThat(amends.cli("flags")).contains("upset", "problem not solved", "PJSIP/rep1");
        Call again = stage.centre().call(HandOver.NUMBER);
        again.awaitTone(SENIOR, HandOver.SOON);
        story.asked("senior1", 1).awaitPrompt("flagged-caller", HandOver.SOON);
        again.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void an_abusive_caller_is_on_record_and_reaches_nobody_sooner() {
        AmendsProcess amends = stage.amends(FlagCodeLiveTest::noChoice);
        Call caller = story.served();

        story.rep().press("*72");

        story.rep().awaitPrompt("noted", HandOver.SOON);
        assertThat(awaitFlag(Duration.ofSeconds(5)).kind()).isEqualTo(FlagKind.ABUSIVE);
        caller.hangUp();
        story.rep().awaitEnded(HandOver.SOON);
        assertThat(amends.cli("flags")).contains("abusive", "PJSIP/rep1");
        Call again = stage.centre().call(HandOver.NUMBER);
        again.awaitTone(REP, Duration.ofSeconds(20));
        again.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void a_code_that_the_line_does_not_have_is_none_and_the_others_are() {
        stage.amends(
                settings -> noChoice(settings).texts("lines.support.codes_off", "upset", "help"));
        stage.awaitHeartbeat();
        Call caller = story.served();
        IncomingCall rep = story.rep();

        rep.press("*71");
        HandOver.talk(caller, CALLER, rep, REP);
        rep.press("*72");

        rep.awaitPrompt("noted", HandOver.SOON);
        assertThat(rep.ear().promptNames()).doesNotContain("why-upset");
        assertThat(awaitFlag(Duration.ofSeconds(5)).kind()).isEqualTo(FlagKind.ABUSIVE);
        caller.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void the_reason_goes_with_the_call_to_the_senior() {
        stage.amends(FlagCodeLiveTest::noChoice);
        Call caller = story.served();
        IncomingCall rep = story.rep();
        rep.press("*713");
        rep.awaitPrompt("noted", HandOver.SOON);
        HandOver.talk(caller, CALLER, rep, REP);

        rep.press(HandOver.TO_SENIOR);

        IncomingCall senior = story.asked("senior1", 1);
        HandOver.talk(caller, CALLER, senior, SENIOR);
        assertThat(senior.ear().promptNames())
                .containsExactly(
                        "handed-over-by", "digits/1", "treated-badly", "take-over-or-decline");
        caller.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void while_amends_is_frozen_rep_and_caller_notice_nothing_and_the_flag_is_kept_afterwards() {
        AmendsProcess amends = stage.amends(FlagCodeLiveTest::noChoice);
        Call caller = story.served();
        IncomingCall rep = story.rep();

        amends.freeze();
        Instant keyed = Instant.now();
        rep.press("*724");
        rep.awaitPrompt("noted", Duration.ofSeconds(3));
        HandOver.talk(caller, CALLER, rep, REP);
        assertThat(rep.stay(Duration.ofSeconds(4))).isTrue();
        Instant later = Instant.now();
        amends.thaw();

        assertThat(silence(caller.heardBetween(keyed, later))).isLessThan(Duration.ofSeconds(3));
        assertThat(awaitFlag(Duration.ofSeconds(25)).kind()).isEqualTo(FlagKind.ABUSIVE);
        caller.hangUp();
        story.nothingIsLeft();
    }

    @Test
    void while_amends_is_dead_as_well() {
        AmendsProcess amends = stage.amends(FlagCodeLiveTest::noChoice);
        Call caller = story.served();
        IncomingCall rep = story.rep();

        amends.kill();
        rep.press("*711");
        rep.awaitPrompt("noted", Duration.ofSeconds(3));
        HandOver.talk(caller, CALLER, rep, REP);
        stage.amends(FlagCodeLiveTest::noChoice);

        assertThat(awaitFlag(Duration.ofSeconds(30)).reason()).isEqualTo("waited too long");
        caller.hangUp();
        story.nothingIsLeft();
    }

    private static Duration silence(List<Heard> heard) {
        return heard.stream()
                .filter(h -> !h.has(REP))
                .map(h -> Duration.between(h.from(), h.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Flag awaitFlag(Duration patience) {
        return Awaitility.await()
                .atMost(patience)
                .until(this::flags, flags -> flags.size() == 1)
                .getFirst()
                .flag();
    }

    private List<FlagOnRecord> flags() {
        return stage.onRecord(store -> store.callerBook().flags(Instant.now(), false, 10));
    }
}
