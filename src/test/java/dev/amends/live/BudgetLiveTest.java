package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.Script;
import dev.amends.bench.Sipp;
import dev.amends.bench.SippCaller;
import dev.amends.bench.SippRun;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.Campaign;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What promised calls may cost, on the real telephone system; the carrier judges. */
@Tag("live")
class BudgetLiveTest {

    private static final int HOSTILE = 500;
    private static final int PER_SECOND = 20;
    private static final int CALLS_AN_HOUR = 12;
    private static final String NUMBER = "+12025550143";

    @RegisterExtension final Stage stage = new Stage();

    /** The claim's answer would set how long it lasts; here it stands in the telephone system. */
    @Test
    void a_promised_call_ends_in_time_though_amends_is_not_there() {
        CallCentre centre = stage.centre();
        centre.called(NUMBER, CallCentre.answering(Script.listen()));
        stage.pbx().cli("dialplan set global AMENDS_ID " + "b".repeat(32));
        stage.pbx().cli("dialplan set global AMENDS_LASTS 4");
        try {
            stage.pbx()
                    .cli(
                            "channel originate PJSIP/"
                                    + NUMBER
                                    + "@carrier extension s@amends-called");
            IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, Duration.ofSeconds(10));
            called.awaitPrompt("company", Duration.ofSeconds(10));
            Instant answered = Instant.now();
            called.awaitEnded(Duration.ofSeconds(15));
            assertThat(Duration.between(answered, Instant.now())).isLessThan(Duration.ofSeconds(6));
            assertThat(stage.pbx().cli("database show amends"))
                    .containsPattern("end:HUNGUP:0:[4-9]");
        } finally {
            stage.pbx().cli("dialplan set global AMENDS_ID \"\"");
            stage.pbx().cli("dialplan set global AMENDS_LASTS \"\"");
        }
    }

    @Test
    void five_hundred_strangers_get_no_more_calls_out_of_us_than_the_budget_allows()
            throws IOException {
        CallCentre centre = stage.centre();
        centre.repsTalk(Duration.ofSeconds(3));
        centre.anybodyElseCalled(
                CallCentre.answering(
                        Script.pressAt("speak-later-never", Duration.ofSeconds(10), "1")));
        AmendsProcess amends =
                stage.amends(settings ->
                        settings.number("lines.support.offer_when_waiting", 0)
                                .number("budget.calls_an_hour", CALLS_AN_HOUR));
        stage.awaitHeartbeat();
        Sipp.Load load = new Sipp.Load(HOSTILE, PER_SECOND, Duration.ofSeconds(90));
        try (SippRun callers =
                new Sipp(Path.of("src/test/sipp"))
                        .call(Stage.ports().sip(), "700", strangers(), load)) {
            callers.await();
        }
        amends.awaitSaid("no promised call is placed until", Duration.ofSeconds(60));
        stage.awaitNoChannels(Duration.ofSeconds(30));

        List<Invite> dialled = centre.carrier().inviteLog().all();
        // A claim that leads to no call, as the rep was gone, counts all the same.
        assertThat(dialled).hasSizeBetween(CALLS_AN_HOUR / 2, CALLS_AN_HOUR);
        assertThat(dialled).allMatch(invite -> Campaign.ordinary(invite.calledUser()));
        assertThat(
                        dialled.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Invite::calledUser, Collectors.counting()))
                                .values())
                .allMatch(times -> times <= 2);
        assertThat(amends.cliWhatever("promises", "list")).contains("budget.calls_an_hour");
    }

    /** Who keys no number in: 2 for a call, 1 for the number he calls from. */
    private static List<SippCaller> strangers() {
        long seed = System.nanoTime();
        System.out.println("seed of the campaign: " + seed);
        return new Campaign(seed)
                .requests(4 * HOSTILE).stream()
                        .filter(request -> request.keyed().isEmpty())
                        .map(Campaign.Request::callerId)
                        .filter(number -> number.matches("\\+?[0-9]+"))
                        .limit(HOSTILE)
                        .map(BudgetLiveTest::stranger)
                        .toList();
    }

    private static SippCaller stranger(String number) {
        return SippCaller.pressing(
                number,
                new SippCaller.Press(Duration.ofMillis(1500), "2"),
                new SippCaller.Press(Duration.ofMillis(1500), "1"),
                Duration.ofMillis(2500));
    }
}
