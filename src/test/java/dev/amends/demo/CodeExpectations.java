package dev.amends.demo;

import static dev.amends.demo.Cast.OTTO;
import static dev.amends.demo.Cast.RITA;
import static dev.amends.demo.Expectations.name;

import dev.amends.bench.Call;
import dev.amends.bench.Ended;
import dev.amends.bench.Heard;
import dev.amends.bench.IncomingCall;
import dev.amends.callcentre.CallCentre;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What should have become of those whose rep used a code: handed over, and held. */
final class CodeExpectations {

    private static final Duration TALK = Duration.ofSeconds(3);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private final Evidence evidence;
    private final Town town;
    private final Verdict verdict;

    CodeExpectations(Evidence evidence, Verdict verdict) {
        this.evidence = evidence;
        this.town = evidence.town();
        this.verdict = verdict;
    }

    /** Judges both. */
    void judge() {
        handedOver();
        held();
    }

    private void handedOver() {
        Optional<Conversation> first = town.conversationCalling(OTTO);
        Optional<IncomingCall> asked = town.callsToSupervisor().stream().findFirst();
        boolean both = first.isPresent() && asked.isPresent();
        verdict.expect(
                name(OTTO) + "upset, spoke with a rep and then with the supervisor",
                both && meet(first.get().call(), asked.get()),
                evidence.seen(OTTO, first) + ", supervisor " + asked);
        List<String> heard = evidence.playedTo(Desk.SUPERVISOR);
        verdict.expect(
                "sup1   saw who handed Otto over, and heard why before he took the call",
                both
                        && asked.get().invite().fromName().equals("From " + first.get().rep())
                        && heard.contains("amends/problem-not-solved"),
                asked.map(a -> a.invite().fromName()) + " " + heard);
        verdict.expect(
                "sup1   said by keys what came of Otto's call, and heard that it is noted",
                heard.contains("amends/closing-came") && heard.contains("amends/noted"),
                heard);
        List<Heard> alone = first.map(CodeExpectations::silences).orElse(List.of());
        verdict.expect(
                name(OTTO) + "was never alone: always a voice or an announcement",
                both && alone.isEmpty(),
                alone);
    }

    private static boolean meet(Call otto, Call supervisor) {
        return atLeast(TALK, Conversation.voice(otto, Desk.SUPERVISOR_VOICE))
                && atLeast(TALK, Conversation.voice(supervisor, OTTO.voice()));
    }

    private static List<Heard> silences(Conversation talk) {
        Instant end = talk.call().ended().map(Ended::at).orElseGet(Instant::now);
        return talk.call().heardBetween(talk.since(), end).stream()
                .filter(h -> h.kind() == Heard.Kind.SILENCE || h.kind() == Heard.Kind.NO_RTP)
                .filter(h -> h.from().plus(LONGEST_SILENCE).isBefore(end))
                .filter(h -> h.length().compareTo(LONGEST_SILENCE) > 0)
                .toList();
    }

    private void held() {
        Optional<Conversation> first = town.conversationCalling(RITA);
        Optional<Call> back = town.callBackTo(RITA);
        boolean again =
                first.isPresent()
                        && back.isPresent()
                        && atLeast(TALK, Conversation.voice(back.get(), RITA.voice()))
                        && atLeast(TALK, voiceAfterHold(first.get(), back.get()));
        verdict.expect(
                name(RITA) + "held while her rep was away, who came back to her by code",
                again && evidence.invites(RITA).isEmpty(),
                evidence.seen(RITA, first) + ", came back: " + back);
    }

    /** Her rep's voice, from the moment on at which he had her again. */
    private static Stream<Heard> voiceAfterHold(Conversation first, Call back) {
        Instant since = Conversation.hears(back, RITA.voice()).orElse(Instant.MAX);
        return Conversation.voice(first.call(), CallCentre.voice(first.rep()))
                .filter(h -> h.to().isAfter(since));
    }

    private static boolean atLeast(Duration time, Stream<Heard> heard) {
        return Conversation.length(heard).compareTo(time) >= 0;
    }
}
