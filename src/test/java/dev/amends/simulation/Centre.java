package dev.amends.simulation;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.promise.AttemptId;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The call centre of one day: who calls whom on which telephone system, before which judge. */
final class Centre {

    private static final Duration CONVERSATION = Duration.ofSeconds(10);
    private static final Duration POST = Duration.ofMillis(500);

    private final Place place;
    private final Pbx pbx;
    private final Turns turns;
    private final Judge judge;
    private final Carrier carrier;
    private final Map<PhoneNumber, Caller> callers;
    private final Set<Caller> onTheLine = new HashSet<>();
    private final Map<AttemptId, Placeholder> placeholders = new HashMap<>();
    private final Map<AttemptId, PromisedCall> ringing = new HashMap<>();
    private int calls;

    Centre(
            Place place,
            Pbx pbx,
            Turns turns,
            Judge judge,
            Carrier carrier,
            Map<PhoneNumber, Caller> callers) {
        this.place = place;
        this.pbx = pbx;
        this.turns = turns;
        this.judge = judge;
        this.carrier = carrier;
        this.callers = callers;
        pbx.onOrder(
                new Pbx.Orders(
                        attempt -> new Placeholder(this, attempt, nextCall()).begins(),
                        attempt -> call(attempt, PromisedCall.Kind.CALLER_FIRST),
                        attempt -> call(attempt, PromisedCall.Kind.TELLING),
                        attempt -> new OwnerCall(this, attempt, nextCall()).begins()));
        pbx.onCrash(this::everybodyIsCutOff);
    }

    private void call(AttemptId attempt, PromisedCall.Kind kind) {
        new PromisedCall(this, attempt, kind, nextCall()).begins();
    }

    void stands(AttemptId attempt, Placeholder placeholder) {
        placeholders.put(attempt, placeholder);
    }

    void standsNoMore(AttemptId attempt) {
        placeholders.remove(attempt);
    }

    /** The placeholder of an attempt, if it is there. */
    Optional<Placeholder> placeholder(AttemptId attempt) {
        return Optional.ofNullable(placeholders.get(attempt));
    }

    void rings(AttemptId attempt, PromisedCall call) {
        ringing.put(attempt, call);
    }

    void ringsNoMore(AttemptId attempt, PromisedCall call) {
        ringing.remove(attempt, call);
    }

    /** The call of an attempt that rang before a rep was there, if it is there. */
    Optional<PromisedCall> ringing(AttemptId attempt) {
        return Optional.ofNullable(ringing.get(attempt));
    }

    /** Somebody calls us, unless he is on the line already. */
    void comesIn(Caller caller) {
        if (pbx.life().alive() && !pbx.life().frozen() && onTheLine.add(caller)) {
            new IncomingCall(this, caller, nextCall()).begins();
        }
    }

    private CallId nextCall() {
        return new CallId("1793606400." + ++calls);
    }

    private void everybodyIsCutOff() {
        nothingMoreIsKnown();
        carrier.allEnd();
        onTheLine.clear();
        placeholders.clear();
        ringing.clear();
        callers.values().forEach(one -> one.memory.waitsHimself = Optional.empty());
    }

    /** After a conversation's least length, should Asterisk stand still meanwhile or not. */
    void onceTalked(Runnable then) {
        int life = pbx.life().number();
        place.agenda.in(
                CONVERSATION,
                () -> {
                    if (life == pbx.life().number()) {
                        then.run();
                    }
                });
    }

    void answered(Caller who) {
        onTheLine.add(who);
    }

    void ended(Caller who) {
        onTheLine.remove(who);
    }

    boolean isOnTheLine(Caller who) {
        return onTheLine.contains(who);
    }

    Caller whoHas(PhoneNumber number) {
        return Objects.requireNonNull(callers.get(number));
    }

    /** What is told to Amends in a dialogue of its own. */
    record Post(String dialogue, String state, String heard) {}

    /** Tells Amends something by a channel of its own. */
    void posts(Post post, CallId call, String callerId, Consumer<Optional<Turn>> then) {
        Question question =
                new Question(
                        post.dialogue(),
                        Daemon.SUPPORT,
                        post.state(),
                        post.heard(),
                        new CallId(call.value() + "9"),
                        callerId,
                        "en");
        pbx.life().in(POST, () -> turns.<Turn>ask(desk -> desk.dialogues.answer(question), then));
    }

    /**
     * The clock is about to be set, or Asterisk has gone: whether it was restarted since a promise
     * was asked for can't be told afterwards if it could not be told now.
     */
    void nothingMoreIsKnown() {
        if (!moment().restartKnown()) {
            callers.values().forEach(judge::mayHaveHeard);
        }
    }

    /** The clock was: what nobody is known to have heard counts as heard from now on. */
    void wasPutBack() {
        judge.mayHaveHeardWhatIsUnspoken();
    }

    Judge.Moment moment() {
        boolean restartKnown = !pbx.runsSince().isAfter(clock());
        return new Judge.Moment(place.now(), clock(), restartKnown);
    }

    /** What the clock on the wall shows. */
    Instant clock() {
        return place.clock.instant();
    }

    void note(String what) {
        place.trace.note(what);
    }

    Fate fate() {
        return place.fate();
    }

    Place place() {
        return place;
    }

    Pbx pbx() {
        return pbx;
    }

    Turns turns() {
        return turns;
    }

    Judge judge() {
        return judge;
    }

    Carrier carrier() {
        return carrier;
    }
}
