package dev.amends.dialing;

import dev.amends.caller.CallId;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A telephone system in memory: what it was asked to place, which calls are alive, what it wrote
 * down, and since when it runs. What happens to a call is told by the test.
 */
public final class FakeTelephone implements OutboundLine {

    private final List<AttemptId> placed = new ArrayList<>();
    private final List<AttemptId> rung = new ArrayList<>();
    private final List<AttemptId> telling = new ArrayList<>();
    private final Set<String> alive = new HashSet<>();
    private final Set<String> ringing = new HashSet<>();
    private final Map<AttemptId, Witness> marks = new HashMap<>();
    private final Set<PromiseId> said = new HashSet<>();
    private final Map<PromiseId, ServedCall> served = new HashMap<>();
    private final Set<Object> broken = new HashSet<>();
    private Instant runsSince;
    private boolean connected = true;
    private boolean down;
    private boolean losesAnswers;
    private Runnable meanwhile = () -> {};

    public FakeTelephone(Instant runsSince) {
        this.runsSince = runsSince;
    }

    @Override
    public synchronized boolean connected() {
        return connected;
    }

    @Override
    public synchronized void place(List<AttemptId> attempts) {
        attempts.stream().filter(attempt -> !broken.contains(attempt)).forEach(this::place);
        attempts.forEach(this::unbroken);
    }

    private void place(AttemptId attempt) {
        answering();
        unbroken(attempt);
        placed.add(attempt);
        alive.add(attempt.value());
        if (losesAnswers) {
            throw new TelephoneDown("the answer was lost");
        }
    }

    @Override
    public synchronized void tell(AttemptId attempt) {
        place(attempt);
        telling.add(attempt);
    }

    @Override
    public synchronized void survey(AttemptId attempt) {
        tell(attempt);
    }

    @Override
    public synchronized void ring(AttemptId attempt) {
        answering();
        unbroken(attempt);
        rung.add(attempt);
        ringing.add(attempt.value());
        if (losesAnswers) {
            throw new TelephoneDown("the answer was lost");
        }
    }

    @Override
    public synchronized void unseat(AttemptId attempt) {
        answering();
        alive.remove(attempt.value());
    }

    @Override
    public synchronized void withdraw(AttemptId attempt) {
        answering();
        ends(attempt);
    }

    @Override
    public synchronized Witness witness(AttemptId attempt) {
        answering();
        unbroken(attempt);
        Runnable happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        return marks.getOrDefault(attempt, new Witness.Nothing());
    }

    @Override
    public synchronized boolean said(PromiseId promise) {
        answering();
        unbroken(promise);
        return said.contains(promise);
    }

    @Override
    public synchronized Optional<ServedCall> served(PromiseId promise) {
        answering();
        return Optional.ofNullable(served.get(promise));
    }

    @Override
    public synchronized void forget(AttemptId attempt) {
        answering();
        marks.remove(attempt);
    }

    @Override
    public synchronized void forget(PromiseId promise) {
        answering();
        said.remove(promise);
        served.remove(promise);
    }

    @Override
    public synchronized LiveCalls calls() {
        answering();
        Set<String> all = new HashSet<>(alive);
        all.addAll(ringing);
        return new LiveCalls(all, ringing, runsSince);
    }

    private void answering() {
        if (down || !connected) {
            throw new TelephoneDown("no answer");
        }
    }

    private void unbroken(Object id) {
        if (broken.contains(id)) {
            throw new IllegalStateException("nobody thought of this");
        }
    }

    /** Whatever is done about this attempt or promise fails in a way that nobody thought of. */
    public synchronized void breaks(Object id) {
        broken.add(id);
    }

    /** Every order to place, in order, those whose answer was lost included. */
    public synchronized List<AttemptId> placed() {
        return List.copyOf(placed);
    }

    /** Those of them that only tell something. */
    public synchronized List<AttemptId> telling() {
        return List.copyOf(telling);
    }

    /** The last order to place. */
    public synchronized AttemptId lastPlaced() {
        return placed.getLast();
    }

    /** A call is alive. */
    public synchronized void begins(String id) {
        alive.add(id);
    }

    /** A call is over. */
    public synchronized void ends(String id) {
        alive.remove(id);
    }

    /** The placeholder, and every leg that came from it, is gone. */
    public synchronized void ends(AttemptId attempt) {
        alive.remove(attempt.value());
        ringing.remove(attempt.value());
    }

    /** The call that rings beside the placeholder is gone. */
    public synchronized void ringEnds(AttemptId attempt) {
        ringing.remove(attempt.value());
    }

    /** Every order to ring before a rep is there, in order. */
    public synchronized List<AttemptId> rung() {
        return List.copyOf(rung);
    }

    /** Whether the placeholder of this attempt is in its queue, or on its way there. */
    public synchronized boolean seated(AttemptId attempt) {
        return alive.contains(attempt.value());
    }

    /** Writes down how far an attempt came. */
    public synchronized void writes(AttemptId attempt, Witness witness) {
        marks.put(attempt, witness);
    }

    /** What is written down about an attempt, whether it answers or not. */
    public synchronized Witness written(AttemptId attempt) {
        return marks.getOrDefault(attempt, new Witness.Nothing());
    }

    /** Writes down that it begins to speak a promise. */
    public synchronized void speaks(PromiseId promise) {
        said.add(promise);
    }

    /** Writes down for how long a rep was there for somebody who rang again. */
    public synchronized void serves(PromiseId promise, CallId call, Duration talked) {
        served.put(promise, new ServedCall(call, talked));
    }

    /** Whether anything is still written down. */
    public synchronized boolean remembersNothing() {
        return marks.isEmpty() && said.isEmpty() && served.isEmpty();
    }

    /** It is started again: every call is gone, what it wrote down stays. */
    public synchronized void restarts(Instant now) {
        alive.clear();
        ringing.clear();
        runsSince = now;
    }

    /** The last thing it wrote down about an attempt did not reach the disk. */
    public synchronized void loses(AttemptId attempt) {
        marks.remove(attempt);
    }

    /** That a rep was there for somebody who rang again did not reach the disk. */
    public synchronized void losesServed(PromiseId promise) {
        served.remove(promise);
    }

    /** This happens elsewhere while it answers what it wrote down about an attempt. */
    public synchronized void whileAskedNext(Runnable happens) {
        meanwhile = happens;
    }

    /** That it began to speak a promise did not reach the disk. */
    public synchronized void loses(PromiseId promise) {
        said.remove(promise);
    }

    /** Whether the link to it stands. */
    public synchronized void connected(boolean now) {
        connected = now;
    }

    /** Whether it answers nothing although the link stands. */
    public synchronized void down(boolean now) {
        down = now;
    }

    /** Whether it places what it is told and its answers get lost. */
    public synchronized void losesAnswers(boolean now) {
        losesAnswers = now;
    }
}
