package dev.amends.demo;

import dev.amends.bench.Call;
import dev.amends.bench.Leg;
import dev.amends.bench.Phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A person at his phone while he calls. He knows nothing of Amends: he hears, presses keys, talks
 * and hangs up, as fast as people do.
 */
final class Caller {

    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** So long he listens while his number is read to him. */
    private static final Duration READ_BACK = Duration.ofSeconds(6);

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

    /** He hears his number, says that it is right, and hears the promise. */
    void confirm() {
        press(READ_BACK, "1", "yes, on the number that was read out");
        if (!call().stay(GOODBYE)) {
            narrator.tell(person, "hears the answer to that, and the call ends.");
        }
    }

    /** Waits for a rep, talks for so long and hangs up. */
    void talk(int seconds) {
        Conversation.awaitRep(call())
                .ifPresent(voice -> {
                    narrator.tell(voice.since(), person, "speaks with " + voice.rep() + ".");
                    if (call().stay(Duration.ofSeconds(seconds))) {
                        call().hangUp();
                    }
                });
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
        Call call = phone.call(person.number(), "700", pbx, Leg.tone(person.voice()));
        synchronized (this) {
            calls.add(call);
        }
        call.awaitAnswered(ANSWER);
    }

    private synchronized Call call() {
        return calls.getLast();
    }
}
