package dev.amends.demo;

import dev.amends.bench.Call;
import dev.amends.bench.Heard;
import dev.amends.bench.IncomingCall;
import dev.amends.callcentre.CallCentre;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person and a rep who heard each other, as both their phones tell.
 *
 * @param since when the person first heard the rep
 * @param length how long each heard the other, the shorter of both
 */
record Conversation(Call call, String rep, Instant since, Duration length) {

    /** Shorter stretches of a tone may be part of music. */
    private static final Duration VOICE = Duration.ofMillis(1_000);

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private static final Duration TALK = Duration.ofSeconds(2);

    /** Since when this voice is heard in a call. */
    static Optional<Instant> hears(Call call, int voice) {
        return voice(call, voice).map(Heard::from).findFirst();
    }

    /** Waits until a rep's voice is heard; nothing when the call ends before, or is over. */
    static Optional<Voice> awaitRep(Call call) {
        while (call.stay(A_MOMENT)) {
            for (String rep : CallCentre.REPS) {
                Optional<Instant> since = hears(call, CallCentre.voice(rep));
                if (since.isPresent()) {
                    return Optional.of(new Voice(rep, since.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Waits until a voice is heard after a moment; nothing when the call ends before. */
    static Optional<Instant> awaitVoice(Call call, int hz, Instant after) {
        while (call.stay(A_MOMENT)) {
            Optional<Instant> since =
                    voice(call, hz).map(Heard::from).filter(after::isBefore).findFirst();
            if (since.isPresent()) {
                return since;
            }
        }
        return Optional.empty();
    }

    /** Waits until a voice is no longer heard; false when the call ends before. */
    static boolean awaitSilence(Call call, int hz) {
        while (call.stay(A_MOMENT)) {
            Instant moment = Instant.now().minus(VOICE);
            if (voice(call, hz).noneMatch(h -> h.to().isAfter(moment))) {
                return true;
            }
        }
        return false;
    }

    /** A rep's voice, and since when it is heard. */
    record Voice(String rep, Instant since) {

        int hz() {
            return CallCentre.voice(rep);
        }
    }

    /** Who of the reps spoke with this person in one of his calls. */
    static Optional<Conversation> of(
            Person person, Collection<? extends Call> calls, List<IncomingCall> reps) {
        return calls.stream()
                .flatMap(call -> reps.stream().flatMap(rep -> between(person, call, rep).stream()))
                .findFirst();
    }

    private static Optional<Conversation> between(Person person, Call call, IncomingCall rep) {
        String name = rep.invite().calledUser();
        List<Heard> heard = voice(call, CallCentre.voice(name)).toList();
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        Instant from = heard.getFirst().from();
        Instant to = heard.getLast().to();
        Duration toHim = length(heard.stream());
        Duration toRep =
                length(
                        voice(rep, person.voice())
                                .filter(h -> h.to().isAfter(from) && h.from().isBefore(to)));
        Duration length = toHim.compareTo(toRep) < 0 ? toHim : toRep;
        return length.compareTo(TALK) < 0
                ? Optional.empty()
                : Optional.of(new Conversation(call, name, from, length));
    }

    /** The stretches in which a voice is heard in a call. */
    static Stream<Heard> voice(Call call, int hz) {
        return call.ear().timeline().stream()
                .filter(h -> h.tones().equals(List.of(hz)) && h.length().compareTo(VOICE) >= 0);
    }

    /** How long all these are together. */
    static Duration length(Stream<Heard> heard) {
        return heard.map(Heard::length).reduce(Duration.ZERO, Duration::plus);
    }
}
