package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Script;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.promise.Callback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Amends on somebody else's Asterisk, put there by the README's steps and by nothing else. */
@Tag("live")
class DeploymentLiveTest {

    private static final String CALLER = "+12025550143";
    private static final String DIALLED = "12025550143";

    @Test
    void on_a_plain_asterisk_a_promise_is_kept_by_a_rep_who_is_a_local_member() throws IOException {
        try (SomebodyElsesPbx site = new SomebodyElsesPbx("plain")) {
            site.deployment().edit(settings(site));
            site.deployment().run("2. ", "3. Amends");
            site.deployment().byHand("queues.conf", site.deployment().steps().step("4. queues"));
            site.deployment()
                    .byHand(
                            "extensions.conf",
                            "[from-outside](+)\n" + site.deployment().steps().step("5. "));
            site.deployment().run("6. ");
            keepsAPromise(site, "5002");
            itsOwnQueueIsAsItWas(site, "5003");
            runningTheStepsAgainChangesNothing(site);
            goesWithoutATrace(site);
        }
    }

    @Test
    void under_freepbx_a_promise_is_kept_with_its_own_queues_and_custom_files_only()
            throws IOException {
        try (SomebodyElsesPbx site = new SomebodyElsesPbx("freepbx")) {
            site.deployment()
                    .edit(
                            settings(site)
                                    .text("lines.support.queue", "600")
                                    .text("lines.support.senior_queue", "601"));
            site.deployment().run("2. ", "3. FreePBX");
            site.deployment()
                    .byHand(
                            "queues_post_custom.conf",
                            site.deployment().steps().step("4. FreePBX"));
            site.deployment().run("6. ");
            keepsAPromise(site, "5002");
            itsOwnQueueIsAsItWas(site, "5001");
            aKeyInItsQueueCostsNoPlaceWithoutAmends(site, "5001");
            goesWithoutATrace(site);
        }
    }

    private static SettingsText settings(SomebodyElsesPbx site) {
        return SettingsText.forPbx(site.ports(), site.pbx(), site.deployment().database())
                .without("speech")
                .text("asterisk.trunk", "PJSIP/{digits}@acme-trunk")
                .number("lines.support.offer_when_waiting", 0)
                .number("callbacks.gap_seconds", 1);
    }

    private static void keepsAPromise(SomebodyElsesPbx site, String desk) throws IOException {
        assertThat(site.pbx().sounds().resolve("en/amends/choice.wav")).exists();
        assertThat(site.pbx().sounds().resolve("amends-ring/ring.wav")).exists();
        try (AmendsProcess amends = site.amends()) {
            assertThat(amends.cliWhatever("doctor"))
                    .containsPattern("ok +a true call")
                    .contains("All is well.");
            site.playFingerprints();
            aKeyInTheQueueIsHeard(site);
            site.atDesk(desk);
            site.called(
                    DIALLED,
                    CallCentre.answering(
                            Script.pressAt("speak-later-never", Duration.ofSeconds(10), "1")
                                    .then(Script.hangUpAfter(Duration.ofSeconds(20)))));

            site.promised(CALLER);

            IncomingCall called = site.carrier().awaitIncoming(DIALLED, 1, Duration.ofSeconds(20));
            called.awaitTone(SomebodyElsesPbx.voice(desk), Duration.ofSeconds(12));
            IncomingCall rep = site.desks().incomingCalls().getLast();
            rep.awaitTone(CallCentre.CALLED_TONE, Duration.ofSeconds(5));
            assertThat(rep.ear().promptNames()).contains("callback-for-you");
            assertThat(site.pbx().cli("queue show"))
                    .as("while they talk the rep is not free")
                    .containsPattern("Local/" + desk + "@from-queue/n[^\n]*[Ii]n use");
            site.awaitPromise(Callback.Kept.class::isInstance, Duration.ofSeconds(25));
            assertThat(site.carrier().inviteLog().all()).hasSize(1);
            site.awaitNoChannels(Duration.ofSeconds(30));
        }
    }

    /** Only where the queue has our keys. */
    private static void aKeyInTheQueueIsHeard(SomebodyElsesPbx site) {
        Call call = site.call("+12025550176", SomebodyElsesPbx.DID);
        call.awaitPrompt("choice", Duration.ofSeconds(10));
        call.press("1");
        call.awaitTone(CallCentre.MUSIC_TONE, Duration.ofSeconds(10));
        call.press("2");
        call.awaitPrompt("we-will-call-you-on", Duration.ofSeconds(5));
        call.hangUp();
        site.awaitNoChannels(Duration.ofSeconds(10));
    }

    private static void itsOwnQueueIsAsItWas(SomebodyElsesPbx site, String desk) {
        site.atDesk(desk);
        Call call = site.call("+12025550177", "5550199");
        call.awaitTone(SomebodyElsesPbx.voice(desk), Duration.ofSeconds(20));
        call.hangUp();
        site.awaitNoChannels(Duration.ofSeconds(10));
    }

    /** The queue has our keys now; whoever came into it by FreePBX alone stays in it. */
    private static void aKeyInItsQueueCostsNoPlaceWithoutAmends(
            SomebodyElsesPbx site, String desk) {
        site.nobodyAtHisDesk();
        Call call = site.call("+12025550178", "5550199");
        call.awaitTone(CallCentre.MUSIC_TONE, Duration.ofSeconds(10));
        call.press("2");
        site.atDesk(desk);
        call.awaitTone(SomebodyElsesPbx.voice(desk), Duration.ofSeconds(30));
        call.hangUp();
        site.awaitNoChannels(Duration.ofSeconds(10));
    }

    private static void runningTheStepsAgainChangesNothing(SomebodyElsesPbx site)
            throws IOException {
        Path extensions = site.pbx().etc().resolve("extensions.conf");
        String before = Files.readString(extensions);
        site.deployment().run("2. ", "3. Amends");
        assertThat(extensions).hasContent(before);
    }

    private static void goesWithoutATrace(SomebodyElsesPbx site) throws IOException {
        site.deployment().run("7. ");
        try (var files = Files.walk(site.pbx().etc())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("amends"));
        }
    }
}
