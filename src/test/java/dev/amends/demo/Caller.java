package dev.amends.demo;

import dev.amends.bench.Call;
import dev.amends.bench.Leg;
import dev.amends.bench.Phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person at his phone while he calls. He knows nothing of Amends: he hears, presses keys, talks
 * and hangs up, as fast as people do.
 */
final class Caller {

    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** So long he listens to what he may choose while his rep is away. */
    private static final Duration CHOOSES = Duration.ofSeconds(3);

    private static final Duration GOODBYE = Duration.ofSeconds(20);

    private final Person person;
    private final Phone phone;
    private final InetSocketAddress pbx;
    private final Narrator narrator;
    private final List<Call> calls = new ArrayList<>();

    Caller(Person person, Phone phone, InetSocketAddress pbx, Narrator narrator) {
        this.person = person;
        this.phone = phone;
        this.pbx = pbx;
        this.narrator = narrator;
    }

    /** Calls the line and does what he does. */
    void play() {
        narrator.tell(person, "calls: " + person.about() + ".");
        dial();
        person.deed().play(this);
    }

    /** The calls he has made. */
    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** After a while he presses a key, if his call is still up. */
    void press(Duration after, String key, String meaning) {
        if (call().stay(after)) {
            narrator.tell(person, "presses " + key + ": " + meaning + ".");
            call().press(key);
        }
    }

    /** He listens for so long to his number, says that it is right, and hears the promise. */
    void confirm(Duration listens) {
        press(listens, "1", "yes, on the number that was read out");
        if (!call().stay(GOODBYE)) {
            narrator.tell(person, "hears the answer to that, and the call ends.");
        }
    }

    /** Asked for a number, he keys in his. */
    void keysInNumber(Duration after) {
        String keys = person.number().substring("+1".length()) + "#";
        press(after, keys, "the number on which to call");
    }

    /** Waits for a rep, talks for so long and hangs up. */
    void talk(int seconds) {
        if (meetsRep().isPresent() && call().stay(Duration.ofSeconds(seconds))) {
            call().hangUp();
        }
    }

    /** Waits for a rep, who hands him over to a supervisor, and stays until that one hangs up. */
    void isHandedOver() {
        meetsRep()
                .flatMap(rep -> Conversation.awaitVoice(call(), Desk.SUPERVISOR_VOICE, rep.since()))
                .ifPresent(since -> {
                    narrator.tell(since, person, "speaks with sup1, a supervisor.");
                    call().stay(GOODBYE);
                });
    }

    /** Waits for a rep, whom it will take a while, and for him again. */
    void holds() {
        meetsRep()
                .filter(rep -> Conversation.awaitSilence(call(), rep.hz()))
                .ifPresent(rep -> {
                    press(CHOOSES, "1", "hold until the rep is back");
                    Conversation.awaitVoice(call(), rep.hz(), Instant.now())
                            .ifPresent(since ->
                                    narrator.tell(since, person, "has " + rep.rep() + " again."));
                });
    }

    private Optional<Conversation.Voice> meetsRep() {
        Optional<Conversation.Voice> rep = Conversation.awaitRep(call());
        rep.ifPresent(
                voice -> narrator.tell(voice.since(), person, "speaks with " + voice.rep() + "."));
        return rep;
    }

    /** Loses patience after so long. */
    void hangsUpAfter(Duration patience) {
        if (call().stay(patience)) {
            narrator.tell(person, "loses patience and hangs up.");
            call().hangUp();
        }
    }

    /** Calls again after a pause. */
    void callsAgainAfter(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        narrator.tell(person, "calls again.");
        dial();
    }

    private void dial() {
        Call call = phone.call(person.callerId(), person.dials(), pbx, Leg.tone(person.voice()));
        synchronized (this) {
            calls.add(call);
        }
        call.awaitAnswered(ANSWER);
    }

    private synchronized Call call() {
        return calls.getLast();
    }
}
