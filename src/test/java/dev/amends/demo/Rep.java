package dev.amends.demo;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Heard;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A simulated rep: answers, talks for a while, hangs up. Of a promised call he first hears how it
 * rings at the caller's; only the conversation counts as talking.
 */
final class Rep {

    /** A ring tone's two frequencies, as the ear reads them. */
    private static final List<Integer> RINGING = List.of(450, 500);

    /** The pause between two rings: while it lasts nobody knows whether it still rings. */
    private static final Duration BETWEEN_RINGS = Duration.ofMillis(4_200);

    private Rep() {}

    /** A rep's phone: answers after a while, talks for so long, and has a voice of its own. */
    static Behaviour phone(String name, Duration ring, Duration talk) {
        return Behaviour.answerAfter(ring).as(Leg.tone(CallCentre.voice(name))).then(talking(talk));
    }

    private static Script talking(Duration talk) {
        return call -> {
            Instant answered = Instant.now();
            Duration left = talk;
            while (call.stay(left)) {
                Instant end = conversationSince(call, answered).plus(talk);
                left = Duration.between(Instant.now(), end);
                if (!left.isPositive()) {
                    call.hangUp();
                    return;
                }
            }
        };
    }

    /** Since when he has been talking, as far as can be heard. */
    private static Instant conversationSince(Call call, Instant answered) {
        List<Heard> heard = call.ear().timeline();
        for (int i = heard.size() - 1; i >= 0; i--) {
            if (heard.get(i).tones().containsAll(RINGING)) {
                Instant rung = heard.get(i).to();
                return heard.subList(i + 1, heard.size()).stream()
                        .filter(Rep::isVoice)
                        .map(Heard::from)
                        .findFirst()
                        .orElse(rung.plus(BETWEEN_RINGS));
            }
        }
        return answered;
    }

    private static boolean isVoice(Heard heard) {
        return heard.kind() == Heard.Kind.TONES || heard.kind() == Heard.Kind.OTHER;
    }
}
