package dev.amends.demo;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Invite;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the reps of the story do at their phones: they talk with everybody for a while, and with two
 * callers they use their codes. The supervisor takes over who is handed to him.
 */
final class Desk {

    static final String SUPERVISOR = "sup1";

    /** Together with 500 Hz it would be a ring tone, but he is not heard together with anybody. */
    static final int SUPERVISOR_VOICE = 450;

    private static final Duration ANSWERS = Duration.ofMillis(400);

    /** Long enough for a promise to count as kept: ten seconds with a rep. */
    private static final Duration TALKS = Duration.ofMillis(10_800);

    /** Long enough for somebody who rang again to count as served, as Asterisk counts. */
    private static final Duration TALKS_LONGER = Duration.ofSeconds(13);

    private static final Duration HEARS_OUT = Duration.ofSeconds(4);
    private static final Duration A_KEY = Duration.ofMillis(1_500);
    private static final Duration LOOKS_IT_UP = Duration.ofSeconds(3);

    /** Until the supervisor has heard who hands the call over, and why. */
    private static final Duration HEARS_WHY = Duration.ofMillis(7_500);

    private static final Duration GOES_ON = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final Narrator narrator;
    private final Function<String, Call> comesBack;
    private final Map<Person, Call> back = new ConcurrentHashMap<>();

    /** A desk whose reps dial the code for coming back by {@code comesBack}. */
    Desk(Narrator narrator, Function<String, Call> comesBack) {
        this.narrator = narrator;
        this.comesBack = comesBack;
    }

    /** What one of these phones does with a call. */
    Behaviour phone(Invite invite) {
        String name = invite.calledUser();
        if (name.equals(SUPERVISOR)) {
            return answer(SUPERVISOR_VOICE, this::takesOver);
        }
        if (!CallCentre.REPS.contains(name)) {
            return Behaviour.reject(480);
        }
        String caller = invite.fromUser();
        if (caller.equals(Cast.OTTO.number())) {
            return answer(CallCentre.voice(name), call -> handsOver(name, call));
        }
        if (caller.equals(Cast.RITA.number())) {
            return answer(CallCentre.voice(name), call -> comesBackLater(name, Cast.RITA, call));
        }
        boolean longer = caller.equals(Cast.NILS.number());
        return Rep.phone(name, ANSWERS, longer ? TALKS_LONGER : TALKS);
    }

    /** The call by which a rep came back to somebody who held for him. */
    Optional<Call> back(Person person) {
        return Optional.ofNullable(back.get(person));
    }

    private static Behaviour answer(int voice, Script script) {
        return Behaviour.answerAfter(ANSWERS).as(Leg.tone(voice)).then(script);
    }

    private void handsOver(String rep, Call call) {
        if (call.stay(HEARS_OUT)) {
            narrator.tell(rep, "keys *71 and 2: this caller is upset, his problem isn't solved.");
            call.press("*71");
        }
        if (call.stay(A_KEY)) {
            call.press("2");
        }
        if (call.stay(A_KEY)) {
            narrator.tell(rep, "keys *74: a supervisor, please. Meanwhile they talk on.");
            call.press("*74");
        }
        if (call.stay(LONGEST)) {
            call.hangUp();
        }
    }

    private void takesOver(Call call) {
        if (!call.stay(HEARS_WHY)) {
            return;
        }
        narrator.tell(SUPERVISOR, "has heard who hands over, and why, and presses 1: I take it.");
        call.press("1");
        Conversation.awaitVoice(call, Cast.OTTO.voice(), Instant.now());
        if (call.stay(GOES_ON)) {
            closes(call);
            call.hangUp();
        }
    }

    /** He says by keys what came of it, before he hangs up. */
    private void closes(Call call) {
        narrator.tell(SUPERVISOR, "keys *82, then 1, 1 and 1: solved; our mistake; put right.");
        call.press("*82");
        for (int key = 0; key < 3 && call.stay(A_KEY); key++) {
            call.press("1");
        }
        call.stay(A_KEY);
    }

    private void comesBackLater(String rep, Person caller, Call call) {
        if (!call.stay(HEARS_OUT)) {
            return;
        }
        narrator.tell(rep, "keys *75: this will take a while.");
        call.press("*75");
        if (call.stay(LONGEST)) {
            call.hangUp();
        }
        try {
            Thread.sleep(LOOKS_IT_UP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        narrator.tell(rep, "dials *76: back to whoever holds for this phone.");
        Call again = comesBack.apply(rep);
        back.put(caller, again);
        if (Conversation.awaitVoice(again, caller.voice(), Instant.EPOCH).isPresent()
                && again.stay(GOES_ON)) {
            again.hangUp();
        }
    }
}
