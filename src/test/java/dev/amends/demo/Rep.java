package dev.amends.demo;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Heard;
import dev.amends.bench.IncomingCall;
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

    /**
     * The pause between two rings is four seconds of silence; no other silence in a promised call
     * is so long before the conversation begins.
     */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2_500);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(4_300);

    private static final Duration ONE_RING = Duration.ofSeconds(2);

    private static final Duration SHORTEST_WORD = Duration.ofMillis(200);

    /** The lowest voice of a simulated person; the reps' are lower. */
    private static final int PERSON_HZ = 550;

    private static final Duration LONGEST_CALL = Duration.ofSeconds(180);

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
                left = Duration.between(Instant.now(), earlier(end, answered.plus(LONGEST_CALL)));
                if (!left.isPositive()) {
                    call.hangUp();
                    return;
                }
            }
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Since when he has been talking, as far as can be heard. */
    private static Instant conversationSince(Call call, Instant answered) {
        if (!promised(call)) {
            return answered;
        }
        List<Heard> heard = call.ear().timeline();
        return heard.stream()
                .filter(Rep::isPerson)
                .map(Heard::from)
                .findFirst()
                .orElseGet(() -> later(answered, rangUntil(heard)));
    }

    /** When the last ring ended at the latest: it may have been broken off by an answer. */
    private static Instant rangUntil(List<Heard> heard) {
        Instant until = Instant.EPOCH;
        for (int i = 0; i < heard.size(); i++) {
            Heard one = heard.get(i);
            boolean last = i == heard.size() - 1;
            if (one.kind() != Heard.Kind.SILENCE || one.length().compareTo(LONGEST_PAUSE) > 0) {
                continue;
            }
            if (last) {
                until = later(until, one.from().plus(LONGEST_PAUSE));
            } else if (one.length().compareTo(SHORTEST_PAUSE) >= 0) {
                until = later(until, one.to().plus(ONE_RING));
            }
        }
        return until;
    }

    private static boolean isPerson(Heard heard) {
        return heard.tones().size() == 1
                && heard.tones().getFirst() >= PERSON_HZ
                && heard.length().compareTo(SHORTEST_WORD) >= 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether it is the call of a placeholder, by the name that his phone shows. */
    private static boolean promised(Call call) {
        return call instanceof IncomingCall in
                && in.invite().fromName().startsWith("Promised callback");
    }
}
