package dev.amends.reception;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.Waiting;
import dev.amends.promise.Callback;
import dev.amends.promise.CallingHours;
import dev.amends.promise.PromiseId;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Language;
import dev.amends.speech.Spelling;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;
import dev.amends.staff.Staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a dialogue may look at, in words: a caller from a US number at 10:00, three others waiting,
 * a senior talking. Each method answers a changed copy.
 */
record Scene(
        boolean known,
        List<Waiting> waiting,
        List<Waiting> forSeniors,
        List<RepState> seniors,
        int offerWhenWaiting,
        Callee callee,
        Optional<OpenPromise> open) {

    static final Callee HIS_OWN =
            new Callee.Callable(
                    new PhoneNumber("+12025550143"), new EnglishSpelling().digits("2025550143"));

    static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    static final CallId CALL = new CallId("1732219200.17");
    static final PhoneNumber NUMBER = new PhoneNumber("+12025550143");
    static final PromiseId FRESH = new PromiseId("f".repeat(32));
    static final Duration SENIORS_ONLY = Duration.ofSeconds(10);
    static final Duration HEAD_START = Duration.ofSeconds(60);

    static Scene usual() {
        return new Scene(
                true,
                List.of(),
                List.of(),
                List.of(RepState.TALKING),
                3,
                HIS_OWN,
                Optional.empty());
    }

    Scene waiting(long... cameSecondsAgo) {
        return new Scene(
                known, queue(cameSecondsAgo), forSeniors, seniors, offerWhenWaiting, callee, open);
    }

    Scene nobodyWaiting() {
        return waiting(new long[0]);
    }

    Scene waitingForSeniors(long... cameSecondsAgo) {
        return new Scene(
                known, waiting, queue(cameSecondsAgo), seniors, offerWhenWaiting, callee, open);
    }

    Scene seniors(RepState... states) {
        return new Scene(
                known, waiting, forSeniors, List.of(states), offerWhenWaiting, callee, open);
    }

    Scene offerWhenWaiting(int many) {
        return new Scene(known, waiting, forSeniors, seniors, many, callee, open);
    }

    Scene unknown() {
        return new Scene(false, waiting, forSeniors, seniors, offerWhenWaiting, callee, open);
    }

    Scene notCallable() {
        return callee(new Callee.NoNumber());
    }

    /** He would have us call this. */
    Scene callee(Callee other) {
        return new Scene(known, waiting, forSeniors, seniors, offerWhenWaiting, other, open);
    }

    Scene promisedBefore(OpenPromise before) {
        return new Scene(
                known, waiting, forSeniors, seniors, offerWhenWaiting, callee, Optional.of(before));
    }

    Scene promisedBefore(Callback callback) {
        return new Scene(
                known,
                waiting,
                forSeniors,
                seniors,
                offerWhenWaiting,
                callee,
                Optional.of(new OpenPromise(callback, Optional.empty(), Optional.empty())));
    }

    Line line() {
        return new Line(
                new LineName("support"),
                "support",
                "support-senior",
                offerWhenWaiting,
                SENIORS_ONLY,
                HEAD_START);
    }

    LinePicture picture() {
        List<Rep> reps = new ArrayList<>();
        seniors.forEach(state -> reps.add(new Rep("PJSIP/senior" + reps.size(), state)));
        return new LinePicture(known, waiting, forSeniors, 0, Staff.NOBODY, new Staff(reps));
    }

    CallerFacts facts() {
        return new CallerFacts(
                CALL,
                line(),
                picture(),
                Optional.of(NUMBER),
                known(callee),
                known(open),
                known(FRESH),
                Language.ENGLISH,
                new EnglishSpelling(),
                NOW);
    }

    /** The same of somebody who came ten minutes ago, asked to be called, and has answered. */
    CalledDialogue.Facts calledFacts(CalledTerms terms, Spelling spelling) {
        return new CalledDialogue.Facts(
                line(), picture(), ago(600), terms, CallingHours.ANYTIME, spelling, NOW);
    }

    /** A fact that needs no look-up. */
    static <T> LookedUp<T> known(T value) {
        return LookedUp.of(value);
    }

    /** The same facts on a line that looks like this. */
    static CallerFacts seeing(CallerFacts facts, LinePicture picture) {
        return changed(facts, facts.line(), picture);
    }

    /** The same facts on this line. */
    static CallerFacts on(CallerFacts facts, Line line) {
        return changed(facts, line, facts.picture());
    }

    private static CallerFacts changed(CallerFacts facts, Line line, LinePicture picture) {
        return new CallerFacts(
                facts.call(),
                line,
                picture,
                facts.number(),
                facts.wanted(),
                facts.calling(),
                facts.slots(),
                facts.promised(),
                facts.drawn(),
                facts.brief(),
                facts.language(),
                facts.spelling(),
                facts.now());
    }

    static EffectiveArrival ago(long seconds) {
        return new EffectiveArrival(NOW.minusSeconds(seconds));
    }

    private static List<Waiting> queue(long... cameSecondsAgo) {
        List<Waiting> queue = new ArrayList<>();
        for (long seconds : cameSecondsAgo) {
            queue.add(new Waiting("other-" + queue.size(), ago(seconds)));
        }
        return queue;
    }
}
