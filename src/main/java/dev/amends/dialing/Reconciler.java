package dev.amends.dialing;

import dev.amends.caller.CallId;
import dev.amends.dialing.ReconcilePolicy.Evidence;
import dev.amends.dialing.ReconcilePolicy.Verdict;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Purpose;
import dev.amends.promise.Settler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what is on record with the telephone system, and commits what came of each attempt and
 * of each promise that is not known to have been spoken. It may run at any time and any number of
 * times.
 */
final class Reconciler {

    /** How long an answer may be on its way to the caller before its absence means anything. */
    private static final Duration ANSWER_ON_ITS_WAY = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Settler settler;
    private final CallTimes times;
    private final OutboundLine telephone;
    private final CallerFirst callers;
    private final InstantSource clock;
    private final Steady steady = new Steady();

    /** Unspoken when the clock was put back: written down before that, whatever their times say. */
    private Set<PromiseId> beforePutBack = Set.of();

    private boolean wasPutBack;

    /** Calls of people who waited themselves, found gone at the last look. */
    private final Set<CallId> gone = new HashSet<>();

    /** Who speaks with a rep, until when it is no conversation yet. */
    private final Map<AttemptId, Instant> speaking = new HashMap<>();

    Reconciler(
            ClaimDesk.Book book, OutboundLine telephone, CallerFirst callers, InstantSource clock) {
        this.callers = callers;
        this.ledger = book.ledger();
        this.settler = book.settler();
        this.times = book.times();
        this.telephone = telephone;
        this.clock = clock;
    }

    /**
     * What is alive, as of when it was asked for: however long this side stood still since then,
     * whatever began later is not in it.
     */
    private record Look(LiveCalls calls, Instant asked) {}

    private Look look() {
        Instant asked = now();
        return new Look(telephone.calls(), asked);
    }

    /** A step of the clock since the last look at it must be known before its time is used. */
    private Instant now() {
        Instant now = clock.instant();
        wasPutBack |= steady.look(now);
        return now;
    }

    /** To be called once a second: a clock that was set is noticed by it. */
    void beat() {
        now();
        if (wasPutBack) {
            beforePutBack =
                    ledger.unspoken().stream().map(Callback::id).collect(Collectors.toSet());
            wasPutBack = false;
        }
    }

    /** Looks at everything that is under way. */
    void everything() {
        List<AttemptId> unmeasured = ledger.unmeasured();
        List<Ledger.AttemptOnRecord> attempts = ledger.liveAttempts();
        List<Callback.Unspoken> unspoken = ledger.unspoken();
        List<Ledger.Present> present = ledger.present();
        if (Stream.of(unmeasured, attempts, unspoken, present).allMatch(List::isEmpty)) {
            gone.clear();
            return;
        }
        Look look = look();
        LiveCalls calls = look.calls();
        for (Ledger.AttemptOnRecord found : attempts) {
            OneByOne.about(found.attempt().id(), () -> attempt(found, look));
        }
        for (Callback.Unspoken promise : unspoken) {
            OneByOne.about(promise.id(), () -> unspoken(promise, look));
        }
        present(present, calls);
        Set<AttemptId> live =
                attempts.stream().map(on -> on.attempt().id()).collect(Collectors.toSet());
        unmeasured.stream()
                .filter(id -> !live.contains(id))
                .forEach(id -> OneByOne.about(id, () -> measure(id, calls)));
    }

    private void present(List<Ledger.Present> all, LiveCalls calls) {
        List<Ledger.Present> over =
                all.stream().filter(one -> !calls.has(one.call().value())).toList();
        gone.retainAll(over.stream().map(Ledger.Present::call).toList());
        for (Ledger.Present one : over) {
            OneByOne.about(one.promise().id(), () -> over(one));
        }
    }

    /**
     * Somebody who waited himself, and whose call is over. Without a word of what came of it he is
     * promised as before, but found gone once he is given until the next look: it may be on its
     * way.
     */
    private void over(Ledger.Present one) {
        if (!served(one) && !gone.add(one.call())) {
            ledger.noteGone(one.call(), "his call is over", clock.instant());
            gone.remove(one.call());
        }
    }

    /** Whether it was written down for how long a rep was there for him; then that is settled. */
    private boolean served(Ledger.Present one) {
        Optional<ServedCall> written =
                telephone.served(one.promise().id()).filter(it -> it.call().equals(one.call()));
        written.ifPresent(it -> {
            Instant now = clock.instant();
            settler.served(one.promise(), it.call(), it.talked(), now);
            String only = "a rep was there for " + it.talked().toSeconds() + " s only";
            ledger.noteGone(it.call(), only, now);
            telephone.forget(one.promise().id());
        });
        return written.isPresent();
    }

    /**
     * Looks at those who have spoken for just long enough: a telephone system that dies in the
     * middle of a conversation leaves no other word of it.
     */
    void conversations() {
        Instant now = now();
        List<AttemptId> due =
                speaking.entrySet().stream()
                        .filter(one -> !now.isBefore(one.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (due.isEmpty()) {
            return;
        }
        Look look = look();
        for (AttemptId id : due) {
            speaking.remove(id);
            OneByOne.about(id, () -> attempt(id, () -> look));
        }
    }

    /** Looks at one attempt, of which there was a hint. */
    void attempt(AttemptId id) {
        attempt(id, this::look);
    }

    private void attempt(AttemptId id, Supplier<Look> look) {
        ledger.attempt(id)
                .ifPresent(found -> {
                    if (found.attempt().state().live()) {
                        attempt(found, look.get());
                    } else {
                        measured(id, telephone.witness(id));
                    }
                });
    }

    /** Looks at one promise, of which there was a hint: it was spoken, or its caller rang again. */
    void promise(PromiseId id) {
        spoken(id);
        ledger.present().stream()
                .filter(one -> one.promise().id().equals(id))
                .forEach(this::served);
        if (telephone.served(id).isPresent()) {
            telephone.forget(id); // of a call that has been settled
        }
        List<Attempt> attempts = ledger.attemptsOf(id);
        if (!attempts.isEmpty()) {
            withdrawUnwanted(attempts.getLast(), look());
        }
    }

    private void spoken(PromiseId id) {
        if (!telephone.said(id)) {
            return;
        }
        ledger.find(id)
                .ifPresent(callback -> {
                    if (callback instanceof Callback.Unspoken unspoken) {
                        heard(unspoken, "spoken to the caller");
                    }
                    telephone.forget(id);
                });
    }

    private void attempt(Ledger.AttemptOnRecord found, Look look) {
        Attempt attempt = found.attempt();
        withdrawUnwanted(attempt, look);
        Witness witness = telephone.witness(attempt.id());
        Instant now = clock.instant();
        // Nothing has lasted longer because the clock was put back since it was asked.
        Instant asked = look.asked().isBefore(now) ? look.asked() : now;
        Evidence evidence =
                new Evidence(
                        witness,
                        witness.alive(attempt.id(), look.calls()),
                        look.calls().runsSince(),
                        steady.since());
        switch (ReconcilePolicy.decide(attempt, evidence, asked)) {
            case Verdict.LeaveIt _ -> noteAnswer(attempt, evidence, now);
            case Verdict.Speaking(Instant until) -> {
                speaking.put(attempt.id(), until);
                noteAnswer(attempt, evidence, now);
            }
            case Verdict.Ended ended -> {
                speaking.remove(attempt.id());
                if (settler.end(attempt, ended.outcome(), now)) {
                    ended(found, ended.outcome(), witness);
                }
            }
        }
    }

    private void ended(Ledger.AttemptOnRecord found, AttemptOutcome outcome, Witness witness) {
        AttemptId id = found.attempt().id();
        if (!measured(id, witness) && outcome == AttemptOutcome.VOID) {
            ledger.cost(id, 0);
        }
        if (witness instanceof Witness.Bridged bridged) {
            callers.met(found.promise().terms().line(), bridged.held());
        }
    }

    /**
     * A call that was over on record before it was over, or whose end was never written down: then
     * it has cost as much as it might have.
     */
    private void measure(AttemptId id, LiveCalls calls) {
        Witness witness = telephone.witness(id);
        if (!measured(id, witness) && !witness.alive(id, calls)) {
            ledger.cost(id);
            telephone.forget(id);
        }
    }

    /** Once the call is over, what it cost is committed, and nothing more is to be known of it. */
    private boolean measured(AttemptId id, Witness witness) {
        witness.took()
                .ifPresent(open -> {
                    spoke(id, witness);
                    ledger.cost(id, Budget.minutes(open));
                    telephone.forget(id);
                });
        return witness.complete();
    }

    /**
     * Takes the placeholder out of the queue, or stops the ringing, of a promise that may not be
     * called now: its caller waits himself, it was put off, the line has closed, or it is over.
     * What came of it is seen at a later look.
     */
    private void withdrawUnwanted(Attempt attempt, Look look) {
        if (attempt.purpose() == Purpose.SURVEY || !look.calls().has(attempt.id().value())) {
            return;
        }
        Optional<Callback> open = ledger.find(attempt.promise()).filter(Callback::open);
        boolean waiting = attempt.state() == AttemptState.INTENT;
        if (open.isEmpty() && (waiting || stillRings(attempt))
                || neverRang(attempt, look)
                || waiting && ledger.presentIn(attempt.promise()).isPresent()
                || waiting && open.filter(this::mayNotRing).isPresent()) {
            telephone.withdraw(attempt.id());
        }
    }

    /** Claimed by a call that is gone without having dialled, while its placeholder waits on. */
    private boolean neverRang(Attempt attempt, Look look) {
        return attempt.state() == AttemptState.CLAIMED
                && !look.calls().ringing().contains(attempt.id().value())
                && attempt.changedAt().plus(ReconcilePolicy.ON_ITS_WAY).isBefore(look.asked())
                && telephone.witness(attempt.id()) instanceof Witness.Nothing;
    }

    /** Ordered for a later time since its placeholder was placed, or it is no time to call him. */
    private boolean mayNotRing(Callback open) {
        Instant now = clock.instant();
        return open instanceof Callback.Promised promised && promised.waitsForItsTime(now)
                || !(times.at(open.terms(), now) instanceof CallTime.Now);
    }

    /** Ended on record while its telephone was ringing. */
    private boolean stillRings(Attempt attempt) {
        return attempt.state() == AttemptState.ENDED
                && telephone.witness(attempt.id()) instanceof Witness.Dialing;
    }

    private void noteAnswer(Attempt attempt, Evidence evidence, Instant now) {
        boolean answered =
                evidence.witness() instanceof Witness.Answered
                        || evidence.witness() instanceof Witness.Bridged;
        if (answered && attempt.state() == AttemptState.CLAIMED) {
            ledger.answered(attempt.id(), now);
        }
    }

    /**
     * A call whose outcome was another one on record, but whose key 1 brought him to a rep as
     * nobody answered the dialplan any more.
     */
    private void spoke(AttemptId id, Witness witness) {
        if (witness instanceof Witness.Spoke spoke) {
            CallId call = new CallId(id.value());
            ledger.attempt(id)
                    .ifPresent(found ->
                            settler.served(
                                    found.promise(), call, spoke.bridged(), clock.instant()));
        }
    }

    private void unspoken(Callback.Unspoken promise, Look look) {
        LiveCalls calls = look.calls();
        Instant now = clock.instant();
        if (telephone.said(promise.id())) {
            heard(promise, "spoken to the caller");
            telephone.forget(promise.id());
        } else if (calls.has(promise.terms().askedIn().value())) {
            return;
        } else if (calls.runsSince().isAfter(promise.terms().askedAt())) {
            heard(promise, "the telephone system was restarted: it may have been spoken");
        } else if (startIsHidden(promise, look)) {
            heard(promise, "the clock was put back: it may have been spoken");
        } else if (look.asked().isAfter(promise.terms().askedAt().plus(ANSWER_ON_ITS_WAY))) {
            ledger.move(
                    promise,
                    promise.unheard(now),
                    "his call ended before he heard the promise",
                    now);
        }
    }

    /** Whether the telephone system may have been restarted since, as the clock was put back. */
    private boolean startIsHidden(Callback.Unspoken promise, Look look) {
        return promise.terms().askedAt().isAfter(look.asked())
                || beforePutBack.contains(promise.id())
                        && steady.startedSincePutBack(look.calls().runsSince());
    }

    private void heard(Callback.Unspoken promise, String reason) {
        Instant now = clock.instant();
        ledger.move(promise, promise.spoken(now), reason, now);
    }
}
