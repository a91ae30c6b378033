package dev.amends.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Tape;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.SettingsText;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.Consents;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Callers who are asked whether they may be recorded, and what the files hold: what the stories of
 * it share.
 */
abstract class RecordingScene {

    static final Duration SOON = Duration.ofSeconds(20);
    static final int REP = CallCentre.voice("rep1");
    static final int SENIOR = CallCentre.voice("senior1");

    /** What a caller sounds like before he is asked: nobody may ever record it. */
    static final int BEFORE = 650;

    /** The same once he has answered. */
    static final int AFTER = CallCentre.CALLER_TONE;

    /** The same while the recording rests. */
    static final int SECRET = 750;

    @RegisterExtension final Stage stage = new Stage();

    SettingsText recording(SettingsText settings) {
        return settings.number("lines.support.offer_when_waiting", 99)
                .text("recordings.folder", folder().toString())
                .text("lines.support.record", "ask");
    }

    Path folder() {
        return stage.folder().resolve("recorded");
    }

    /** A caller who was asked and pressed this, or nothing. */
    Call answers(String number, String key) {
        Call caller = stage.centre().call(number, Leg.tone(BEFORE));
        caller.awaitPrompt("may-we-record", SOON);
        caller.changeTone(AFTER);
        if (!key.isEmpty()) {
            // A moment, so that no packet of before is still on its way.
            caller.stay(Duration.ofMillis(300));
            caller.press(key);
        }
        return caller;
    }

    /** The rep's phone that was rung for the caller with this number. */
    IncomingCall repOf(String number) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                stage.centre().reps().incomingCalls().stream()
                                        .filter(call -> call.invite().fromUser().equals(number))
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** They hear each other. */
    static void talk(Call caller, IncomingCall rep) {
        caller.awaitTone(REP, SOON);
        rep.awaitTone(AFTER, SOON);
    }

    /** What whoever has this number answered, each time that he was asked, the oldest first. */
    List<Consent> answersOf(String number) {
        return stage.onRecord(store -> store.consents().list(99).reversed()).stream()
                .map(Consents.OnRecord::consent)
                .filter(one -> one.number().equals(Optional.of(new PhoneNumber(number))))
                .toList();
    }

    /** All recorded files whose names begin so. */
    List<Path> files(String beginning) {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(file -> name(file).startsWith(beginning)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** What was recorded with this answer, part by part. */
    List<Tape> tapes(Consent consent) {
        return files(consent.id().value()).stream().map(Tape::of).toList();
    }

    /** However it was recorded, nothing of it was said before he agreed or while it rested. */
    void nothingSecretIsRecorded() {
        assertThat(files(""))
                .allSatisfy(file -> {
                    assertThat(Tape.of(file).tones()).as("%s", file).doesNotContain(BEFORE, SECRET);
                    assertThat(name(file)).matches("[0-9a-f]{32}(-[0-9]+)?\\.wav");
                });
    }

    void nothingIsLeft() {
        stage.awaitNoChannels(Duration.ofSeconds(15));
    }
}
