package dev.amends.callcentre;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.caller.CallerHistory;
import dev.amends.caller.PhoneNumber;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.Callback;
import dev.amends.store.Store;

import org.awaitility.Awaitility;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * One caller from her first call to the end of her matter, scene by scene: she calls twice and
 * hangs up, calls upset, tells her story, is called back, taken over by a supervisor, promised a
 * refund, asked how it was; the refund is asked about. Each scene waits for what is heard before it
 * goes on, and fails when it is not heard; what happens is told as it happens.
 */
public final class Journey {

    public static final String NUMBER = "+12025550147";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TELLS = Duration.ofSeconds(8);

    /** Who promised is a rep for ten seconds: only then the call counts as kept. */
    private static final Duration TALKS = Duration.ofSeconds(8);

    private static final int REP = CallCentre.voice("rep1");
    private static final String CALLER = "Vera";
    private static final String SUPERVISOR = "sup1";

    private final CallCentre centre;
    private final Store store;
    private final Telling telling;

    /** Whoever wants to hear what happens. */
    @FunctionalInterface
    public interface Telling {
        void tell(String who, String what);
    }

    /**
     * @param centre an empty one
     * @param store that of its Amends
     */
    public Journey(CallCentre centre, Store store, Telling telling) {
        this.centre = centre;
        this.store = store;
        this.telling = telling;
    }

    /** With all that is needed switched on. */
    public static SettingsText settings(SettingsText settings, Path recordings) {
        return settings.number("lines.support.offer_when_waiting", 0)
                .number("lines.support.seniors_only_seconds", 1)
                .yes("lines.support.welcome_back")
                .texts("lines.support.reasons", "billing", "other")
                .texts("lines.support.wishes", "refund", "other")
                .text("lines.support.record", "ask")
                .text("lines.support.stories", "upset")
                .yes("lines.support.brief")
                .yes("lines.support.closing")
                .yes("lines.support.survey")
                .text("recordings.folder", recordings.toString())
                .number("actions.reminder_minutes", 600)
                .number("callbacks.gap_seconds", 1)
                .number("callbacks.ring_seconds", 10);
    }

    /** Nobody is free yet; one rep and a supervisor sit at their phones, she at hers. */
    public void begins() {
        centre.onDuty();
        centre.rep("rep1", CallCentre.listening("rep1"));
        centre.rep(
                SUPERVISOR,
                Behaviour.answerAfter(Duration.ofMillis(300))
                        .as(Leg.tone(CallCentre.SUPERVISOR_TONE))
                        .then(Script.listen()));
        centre.called(NUMBER, CallCentre.answering(Script.listen()));
    }

    public void callsAndHangsUp() {
        Call first = agrees("calls; nobody is free.");
        first.awaitPrompt("or-press-pound", SOON);
        presses(first, "1", "it is about a bill.");
        first.awaitPrompt("how-can-we-help", SOON);
        presses(first, "1", "a refund would help most.");
        waitsAndHangsUp(first);
    }

    public void callsAgainAndHangsUp() {
        Call second = agrees("calls again.");
        second.awaitPrompt("same-matter", SOON);
        presses(second, "1", "it is the same matter, so she is not asked about it again.");
        second.awaitPrompt("story-offer", SOON);
        presses(second, "2", "she may tell what happened, but does not want to.");
        waitsAndHangsUp(second);
    }

    /** She is asked each time whether she may be recorded. */
    private Call agrees(String calls) {
        tells(calls);
        Call call = centre.call(NUMBER);
        call.awaitPrompt("may-we-record", SOON);
        presses(call, "1", "yes, the call may be recorded.");
        return call;
    }

    private void waitsAndHangsUp(Call call) {
        call.awaitPrompt("choice", SOON);
        presses(call, "1", "keep waiting.");
        call.awaitTone(CallCentre.MUSIC_TONE, SOON);
        tells("loses patience and hangs up.");
        call.hangUp();
        centre.awaitNoChannels(SOON);
        awaitHistory(history -> history.hungUpWaitingAt().isPresent());
    }

    /** Calls are written behind. */
    private void awaitHistory(Predicate<CallerHistory> so) {
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                store.callerBook()
                                        .history(
                                                new PhoneNumber(NUMBER),
                                                Instant.EPOCH,
                                                Instant.now().plusSeconds(60)),
                        so);
    }

    /** The call in which she does both, for whoever wants to know what she heard. */
    public Call tellsHerStoryAndChoosesToBeCalled() {
        Call third = agrees("calls a third time, upset.");
        third.awaitPrompt("same-matter", SOON);
        presses(third, "1", "the same matter.");
        third.awaitPrompt("story-offer", SOON);
        presses(third, "1", "now she wants to tell what happened.");
        third.awaitPrompt("story-speak", SOON);
        tells("tells her story; nobody interrupts her.");
        third.stay(TELLS);
        presses(third, "#", "that was it.");
        third.awaitPrompt("story-thanks", SOON);
        third.awaitPrompt("choice", SOON);
        CallCentre.choosesToBeCalled(third);
        tells("presses 2 and 1: call me back on this number. Her place is kept.");
        return third;
    }

    public void isCalledTakenOverAndAsked() {
        telling.tell("rep1", "is free from now on.");
        centre.onDuty("rep1");
        IncomingCall rep = centre.reps().awaitIncoming("rep1", 1, SOON);
        IncomingCall called = isCalled(rep);
        CallCentre.talk(called, CallCentre.CALLED_TONE, rep, REP);
        tells("speaks with rep1, who knows it all: she need not repeat it.");
        promisesARefund(rep);
        rep.stay(Duration.ofSeconds(2));
        isTakenOver(called, rep);
        isAsked(called);
    }

    private IncomingCall isCalled(IncomingCall rep) {
        rep.awaitPrompt("callback-for-you", SOON);
        rep.awaitPrompt("reason-billing", SOON);
        rep.awaitPrompt("wish-refund", SOON);
        rep.awaitPrompt("story-or-go-on", SOON);
        telling.tell("rep1", "hears that it is a promised call, what it is about, and her story.");
        rep.press("1");
        rep.awaitTone(CallCentre.CALLER_TONE, SOON);
        telling.tell("rep1", "has heard enough and presses #: only now her phone rings.");
        rep.press("#");
        IncomingCall called = centre.carrier().awaitIncoming(NUMBER, 1, SOON);
        tells("is called back, and hears who calls.");
        called.awaitPrompt("speak-later-never", SOON);
        presses(called, "1", "speak now.");
        called.awaitPrompt("may-we-record", SOON);
        presses(called, "1", "yes, this call may be recorded, too.");
        return called;
    }

    private void promisesARefund(IncomingCall rep) {
        telling.tell("rep1", "keys *82: promised, a refund, in two hours; our mistake.");
        rep.press("*82");
        rep.awaitPrompt("closing-came", SOON);
        rep.press("3");
        rep.awaitPrompt("action-refund", SOON);
        rep.press("1");
        rep.awaitPrompt("closing-when", SOON);
        rep.press("1");
        rep.awaitPrompt("closing-mistake", SOON);
        rep.press("1");
        rep.awaitPrompt("noted", SOON);
    }

    private void isTakenOver(IncomingCall called, IncomingCall rep) {
        telling.tell("rep1", "keys *70: help, please. They talk on meanwhile.");
        rep.press("*70");
        IncomingCall supervisor = centre.reps().awaitIncoming(SUPERVISOR, 1, SOON);
        supervisor.awaitPrompt("help-keys", SOON);
        telling.tell(SUPERVISOR, "hears who asks and why, and presses 4: take over.");
        supervisor.press("4");
        called.awaitPrompt("supervisor-takes-over", SOON);
        tells("hears a supervisor introduced; rep1 is free.");
        rep.awaitEnded(SOON);
        CallCentre.talk(called, CallCentre.CALLED_TONE, supervisor, CallCentre.SUPERVISOR_TONE);
        tells("speaks with sup1.");
        supervisor.stay(TALKS);
        telling.tell(SUPERVISOR, "hangs up.");
        supervisor.hangUp();
    }

    private void isAsked(IncomingCall called) {
        called.awaitPrompt("survey-mark", SOON);
        tells("is asked how the call was.");
        presses(called, "2", "two of five.");
        called.awaitPrompt("survey-solved", SOON);
        presses(called, "2", "it is not solved yet.");
        called.awaitPrompt("thank-you-goodbye", SOON);
        called.awaitEnded(SOON);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        store.ledger().list(true, 100).stream()
                                .filter(Callback.Kept.class::isInstance)
                                .anyMatch(kept -> kept.terms().number().e164().equals(NUMBER)));
    }

    public void theRefundIsDone() {
        IncomingCall asked = centre.reps().awaitIncoming("rep1", 2, SOON);
        asked.awaitPrompt("action-refund", SOON);
        asked.awaitPrompt("done-not-or-later", SOON);
        telling.tell("rep1", "is rung: is the refund done that he promised? He presses 1: done.");
        asked.press("1");
        asked.awaitPrompt("noted", SOON);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        store.actions().list(true, 1).getFirst() instanceof ActionPromise.Done);
    }

    private void presses(Call call, String key, String meaning) {
        tells("presses " + key + ": " + meaning);
        call.press(key);
    }

    private void tells(String what) {
        telling.tell(CALLER, what);
    }
}
