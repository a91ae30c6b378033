package dev.amends.demo;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.bench.InviteLog;
import dev.amends.bench.Leg;
import dev.amends.bench.Phone;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;
import dev.amends.callcentre.Ports;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All the phones of the story: the reps', the callers', and the carrier's with those called. */
final class Town {

    private static final Duration PERSON_ANSWERS = Duration.ofMillis(1_200);

    /** Until he has heard who calls and what 1 means, or what 3 means. */
    private static final Duration HEARS_1 = Duration.ofSeconds(6);

    private static final Duration HEARS_3 = Duration.ofSeconds(10);

    private final Narrator narrator;
    private final InetSocketAddress pbx;
    private final Desk desk;
    private final Phone reps;
    private final Phone carrier;
    private final Phone ownPhones;
    private final Map<Person, Caller> callers = new LinkedHashMap<>();
    private final Map<Person, Duration> waits = new ConcurrentHashMap<>();

    Town(Premises premises, Ports ports, Narrator narrator) {
        this.narrator = narrator;
        pbx = ports.sip();
        desk = new Desk(narrator, this::comesBack);
        reps = premises.phones(ports.phones(), desk::phone);
        carrier = premises.phones(ports.carrier(), this::called);
        ownPhones =
                premises.phones(
                        new InetSocketAddress("127.0.0.1", 0), invite -> Behaviour.reject(486));
        for (Person person : Cast.ALL) {
            callers.put(person, new Caller(person, ownPhones, ports.sip(), narrator));
        }
    }

    /** Everybody goes home: others may have their places. */
    void leave(Premises premises) {
        List.of(ownPhones, carrier, reps).forEach(premises::endNow);
    }

    Caller caller(Person person) {
        Caller caller = callers.get(person);
        if (caller == null) {
            throw new IllegalArgumentException(person.name() + " is not in the cast");
        }
        return caller;
    }

    /** The carrier's list of INVITEs, the judge of who was called. */
    InviteLog invites() {
        return carrier.inviteLog();
    }

    /** The calls of the carrier to a person, in order. */
    List<IncomingCall> callsTo(Person person) {
        return carrier.incomingCalls().stream()
                .filter(c -> c.invite().calledUser().equals(person.number()))
                .toList();
    }

    /** All calls that rang at reps' phones. */
    List<IncomingCall> callsToReps() {
        return reps.incomingCalls().stream()
                .filter(c -> CallCentre.REPS.contains(c.invite().calledUser()))
                .toList();
    }

    /** All calls that rang at the supervisor's phone. */
    List<IncomingCall> callsToSupervisor() {
        return reps.incomingCalls().stream()
                .filter(c -> c.invite().calledUser().equals(Desk.SUPERVISOR))
                .toList();
    }

    /** How long those who were called back waited for a rep after they had pressed 1. */
    Map<Person, Duration> waits() {
        return Map.copyOf(waits);
    }

    /** What went wrong at the phones themselves. */
    List<RuntimeException> complaints() {
        List<RuntimeException> all = new ArrayList<>(reps.complaints());
        all.addAll(carrier.complaints());
        return all;
    }

    /** The conversation that a person had in a call of his own. */
    Optional<Conversation> conversationCalling(Person person) {
        return Conversation.of(person, caller(person).calls(), callsToReps());
    }

    /** The conversation that a person had when he was called back. */
    Optional<Conversation> conversationCalled(Person person) {
        return Conversation.of(person, callsTo(person), callsToReps());
    }

    /** The call by which a rep came back to somebody who held for him. */
    Optional<Call> callBackTo(Person person) {
        return desk.back(person);
    }

    private Call comesBack(String rep) {
        return reps.call(rep, "*76", pbx, Leg.tone(CallCentre.voice(rep)));
    }

    private Behaviour called(Invite invite) {
        return Cast.byNumber(invite.calledUser())
                .filter(person -> invite.nth() <= person.called().size())
                .map(person -> pickup(person, person.called().get(invite.nth() - 1)))
                .orElse(Behaviour.reject(404));
    }

    private Behaviour pickup(Person person, Person.Pickup pickup) {
        return switch (pickup) {
            case BUSY -> {
                narrator.tell(person, "is called back, and is on the phone: busy.");
                yield Behaviour.reject(486);
            }
            case NOBODY -> {
                narrator.tell(person, "is called back, and nobody is there: it rings.");
                yield Behaviour.ringForever();
            }
            case MACHINE -> {
                narrator.tell(person, "is called back; a machine answers and presses nothing.");
                yield answer(person).then(Script.listen());
            }
            case SPEAKS -> {
                narrator.tell(person, "is called back, and answers.");
                yield answer(person)
                        .then(
                                this.presses(person, HEARS_1, "1", "speak now")
                                        .then(call -> meets(person, call)));
            }
            case NO_LONGER -> {
                narrator.tell(person, "is called back, and answers.");
                yield answer(person).then(presses(person, HEARS_3, "3", "no longer needed"));
            }
        };
    }

    private static Behaviour.Answer answer(Person person) {
        return Behaviour.answerAfter(PERSON_ANSWERS).as(Leg.tone(person.voice()));
    }

    private Script presses(Person person, Duration after, String key, String meaning) {
        return call -> {
            if (call.stay(after)) {
                narrator.tell(person, "presses " + key + ": " + meaning + ".");
                call.press(key);
            }
        };
    }

    private void meets(Person person, Call call) {
        Instant pressed = Instant.now();
        Conversation.awaitRep(call)
                .ifPresent(voice -> {
                    waits.put(person, Duration.between(pressed, voice.since()));
                    narrator.tell(
                            voice.since(),
                            person,
                            "speaks with " + voice.rep() + ", who was there for the call.");
                });
    }
}
