package dev.amends.live;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Fingerprints;
import dev.amends.bench.Folders;
import dev.amends.bench.Invite;
import dev.amends.bench.Law;
import dev.amends.bench.Leg;
import dev.amends.bench.Phone;
import dev.amends.callcentre.AmendsProcess;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.Deployment;
import dev.amends.callcentre.Ports;
import dev.amends.callcentre.PrivatePbx;
import dev.amends.callcentre.ToneSounds;
import dev.amends.promise.Callback;
import dev.amends.store.Store;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Somebody else's call centre: his own Asterisk with his own dialplan, queues, codecs and reps at
 * {@code Local/…@from-queue/n}, on which Amends is deployed by the README's steps.
 */
final class SomebodyElsesPbx implements AutoCloseable {

    /** The number that callers dial. */
    static final String DID = "5550100";

    private static final Path FILES = Path.of("src/test/resources/dev/amends/foreign");

    private final Ports ports;
    private final Path folder;
    private final PrivatePbx pbx;
    private final Deployment deployment;
    private final Fingerprints prompts = ToneSounds.fingerprints();
    private final Map<String, Behaviour> desks = new ConcurrentHashMap<>();
    private final Map<String, Behaviour> people = new ConcurrentHashMap<>();
    private final Phone deskPhones;
    private final Phone carrier;
    private final Phone callers;

    /**
     * @param variant the folder of his files
     */
    SomebodyElsesPbx(String variant) throws IOException {
        int shift = Stage.ports().shift();
        ports = new Ports(shift >= 200 ? shift - 100 : shift + 100);
        folder = Files.createTempDirectory("amends-foreign");
        pbx =
                PrivatePbx.foreign(
                        ports,
                        folder.resolve("pbx"),
                        FILES.resolve("config.sh"),
                        FILES.resolve(variant));
        pbx.start();
        deployment = new Deployment(pbx, folder);
        deskPhones =
                Phone.open(
                        ports.phones(),
                        prompts,
                        invite -> desks.getOrDefault(invite.calledUser(), Behaviour.reject(480)));
        carrier = Phone.open(ports.carrier(), prompts, this::calledBehaviour);
        callers = Phone.caller(prompts);
    }

    private Behaviour calledBehaviour(Invite invite) {
        return people.getOrDefault(invite.calledUser(), Behaviour.reject(404));
    }

    PrivatePbx pbx() {
        return pbx;
    }

    Ports ports() {
        return ports;
    }

    Deployment deployment() {
        return deployment;
    }

    Phone carrier() {
        return carrier;
    }

    Phone desks() {
        return deskPhones;
    }

    /** What is said from now on is fingerprints in place of speech. */
    void playFingerprints() throws IOException {
        Path sounds = Files.createDirectories(folder.resolve("prompts"));
        prompts.writeWavs(sounds, Duration.ofMillis(300), Duration.ofMillis(100));
        Path english = pbx.sounds().resolve("en");
        Files.move(english.resolve("amends"), folder.resolve("shipped"));
        Files.createSymbolicLink(english.resolve("amends"), sounds.toAbsolutePath());
        pbx.play("en", "digits", sounds.resolve("digits"));
        Path music = pbx.sounds().resolveSibling("acme-music");
        Fingerprints.writeMusic(
                folder.resolve("music/steady.wav"), CallCentre.MUSIC_TONE, Duration.ofSeconds(30));
        Files.delete(music);
        Files.createSymbolicLink(music, folder.resolve("music").toAbsolutePath());
        pbx.cli("moh reload");
    }

    /** A rep at his desk who answers after a moment, until the other side hangs up. */
    void atDesk(String extension) {
        desks.put(
                extension,
                Behaviour.answerAfter(Duration.ofMillis(300)).as(Leg.tone(voice(extension))));
    }

    /** Nobody answers from now on. */
    void nobodyAtHisDesk() {
        desks.clear();
    }

    /** The tone of a desk's voice. */
    static int voice(String extension) {
        return CallCentre.voice(CallCentre.REPS.get(extension.charAt(3) - '1'));
    }

    /** What happens when this number is called. */
    void called(String digits, Behaviour.Answer answer) {
        people.put(digits, answer.as(Leg.tone(CallCentre.CALLED_TONE).withLaw(Law.A)));
    }

    /** Somebody calls, with A-law only. */
    Call call(String callerId, String number) {
        return callers.call(
                callerId, number, ports.sip(), Leg.tone(CallCentre.CALLER_TONE).withLaw(Law.A));
    }

    /** A caller who chooses to be called back, up to the end of his call. */
    void promised(String callerId) {
        Call call = call(callerId, DID);
        call.awaitPrompt("choice", Duration.ofSeconds(10));
        call.press("2");
        call.awaitPrompt("if-right-press-1", Duration.ofSeconds(12));
        call.press("1");
        call.awaitPrompt("we-will-call-you", Duration.ofSeconds(5));
        call.awaitEnded(Duration.ofSeconds(8));
    }

    AmendsProcess amends() {
        return AmendsProcess.start(deployment.settings(), folder.resolve("amends.log"));
    }

    Callback awaitPromise(Predicate<Callback> so, Duration patience) {
        try (Store store = Store.open(deployment.database())) {
            return Awaitility.await()
                    .atMost(patience)
                    .until(
                            () -> store.ledger().list(true, 2),
                            all -> all.size() == 1 && so.test(all.getFirst()))
                    .getFirst();
        }
    }

    void awaitNoChannels(Duration patience) {
        Awaitility.await().atMost(patience).until(() -> pbx.channels() == 0);
    }

    @Override
    public void close() {
        callers.close();
        carrier.close();
        deskPhones.close();
        pbx.close();
        Folders.delete(folder);
    }
}
