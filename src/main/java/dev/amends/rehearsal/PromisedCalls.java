package dev.amends.rehearsal;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.ExpectedWait;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.RetryPolicy;
import dev.amends.rehearsal.Launching.Ring;
import dev.amends.rehearsal.Person.PickUp;
import dev.amends.speech.Language;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Promises from the moment they are made: phones ring, are answered or not, called persons hold, a
 * rep is kept for them, tries are repeated as the retry rules say.
 */
final class PromisedCalls {

    /** To the wait that nine of ten don't exceed, for the phone to ring. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Surroundings around;
    private final Agenda agenda;
    private final Rules rules;
    private final Launching launching;
    private final Diary diary;
    private final Runnable changed;
    private int made;

    PromisedCalls(
            Surroundings around, Rules rules, Launching launching, Diary diary, Runnable changed) {
        this.around = around;
        this.agenda = around.agenda();
        this.rules = rules;
        this.launching = launching;
        this.diary = diary;
        this.changed = changed;
    }

    /** What promised calls happen in. */
    record Surroundings(Agenda agenda, Queues queues, Crew crew, Conversations conversations) {}

    /** He took the offer, and keeps his place. */
    void promise(Party caller, Optional<ExpectedWait> wait) {
        Instant now = agenda.instant();
        PromiseId id = new PromiseId("%032x".formatted(++made));
        Optional<ExpectedWait> foreseen = wait.filter(w -> !w.equals(ExpectedWait.NONE));
        CallbackTerms terms =
                new CallbackTerms(
                                id,
                                new PhoneNumber("+12025550100"),
                                rules.line().name(),
                                caller.arrival,
                                now,
                                new CallId(caller.id),
                                1,
                                Language.ENGLISH)
                        .within(foreseen.map(w -> PromisedWindow.of(w, now)));
        Party who = new Party(id.value(), caller.person, now, caller.counts);
        who.arrival = caller.arrival;
        who.pledge =
                new Party.Pledge(
                        new Callback.Unspoken(terms, 1).spoken(now),
                        foreseen.map(w -> now.plus(w.p90()).plus(GRACE)));
        who.becomes(Stage.DUE, now);
        diary.note(who, "is promised a call instead of " + caller.id, Outcome::promised);
        around.queues().joinOrdinary(who, now);
    }

    boolean anyDue() {
        return around.queues().ordinary().stream().anyMatch(p -> p.stage() == Stage.DUE);
    }

    /** These phones ring now. */
    void ring(List<Ring> rings) {
        for (Ring ring : rings) {
            around.queues().ordinary().stream()
                    .filter(one -> one.id.equals(ring.id()))
                    .findFirst()
                    .ifPresent(one -> {
                        if (ring.raised() && !one.pledged().rang) {
                            around.queues().raised(one, agenda.instant());
                        }
                        ring(one);
                    });
        }
    }

    /** His phone rings while this rep waits for him. */
    void ringWith(Party who, VirtualRep rep) {
        keptBy(who, rep);
        ring(who);
    }

    /** His phone begins to ring while this rep is kept for him, so long at most. */
    void ringFor(Party who, VirtualRep rep, Duration atMost) {
        ring(who);
        keep(who, rep, atMost);
    }

    private void ring(Party who) {
        Instant now = agenda.instant();
        Party.Pledge pledge = who.pledged();
        boolean inTime = pledge.latest.filter(now::isAfter).isEmpty();
        boolean first = !pledge.rang;
        pledge.rang = true;
        pledge.keptBefore = false;
        pledge.callback = ((Callback.Promised) pledge.callback).claimed();
        who.becomes(Stage.RINGING, now);
        diary.note(who, "is rung", outcome -> outcome.rang(first, inTime));
        PickUp pickUp = who.person.rung(rules.calls().ring());
        agenda.in(
                pickUp.after(),
                who.unlessChanged(() ->
                        pickUp.failed()
                                .ifPresentOrElse(
                                        how -> ranInVain(who, how),
                                        () -> answered(who, pickUp.after()))));
    }

    /** A rep who is free is kept for him, so long at most. */
    void keep(Party who, VirtualRep rep, Duration atMost) {
        keptBy(who, rep);
        who.pledged().keptBefore = true;
        Instant since = agenda.instant();
        agenda.in(
                atMost,
                () -> {
                    if (who.pledged().rep == rep && since.equals(who.pledged().repSince)) {
                        around.crew().release(letGo(who));
                        changed.run();
                    }
                });
    }

    private void keptBy(Party who, VirtualRep rep) {
        around.crew().take(rep);
        around.queues().hasHisTurn(who, agenda.instant());
        who.pledged().rep = rep;
        who.pledged().repSince = agenda.instant();
    }

    /** His rep is no longer kept for him: counts the time that this cost. */
    private VirtualRep letGo(Party who) {
        Party.Pledge pledge = who.pledged();
        VirtualRep rep = pledge.rep;
        Instant since = pledge.repSince;
        if (rep == null || since == null) {
            throw new IllegalStateException("nobody was kept for " + who.id);
        }
        pledge.rep = null;
        pledge.repSince = null;
        Duration cost = Duration.between(since, agenda.instant());
        diary.note(who, rep.device + " was kept for him", outcome -> outcome.kept(cost));
        return rep;
    }

    private void ranInVain(Party who, AttemptOutcome how) {
        launching.inVain(who.lasted(agenda.instant()));
        boolean anybodyKept = who.pledged().rep != null;
        if (anybodyKept) {
            around.crew().release(letGo(who));
        }
        failed(who, how);
    }

    private void answered(Party who, Duration after) {
        launching.answered(after);
        Optional<Party> keeper = keeper(who);
        who.becomes(Stage.HOLDING, agenda.instant());
        if (keeper.isPresent()) {
            holderMeets(who, letGo(keeper.get()));
        } else {
            around.queues().canBePassed(who, agenda.instant());
            agenda.in(
                    who.person.holds(),
                    who.unlessChanged(() -> failed(who, AttemptOutcome.GAVE_UP_HOLDING)));
        }
        changed.run();
    }

    /** Whose rep he gets: his own, else that of the first for whom one is kept. */
    private Optional<Party> keeper(Party who) {
        if (who.pledged().rep != null) {
            return Optional.of(who);
        }
        return launching.firstAnswerTakesRep()
                ? around.queues().ordinary().stream()
                        .filter(one -> one.pledge != null && one.pledged().keptBefore)
                        .filter(one -> one.pledged().rep != null)
                        .findFirst()
                : Optional.empty();
    }

    /** A called person meets his rep, who is taken already. */
    void holderMeets(Party who, VirtualRep rep) {
        Instant now = agenda.instant();
        Duration held = who.lasted(now);
        Party.Pledge pledge = who.pledged();
        launching.met(held);
        boolean inTime =
                pledge.callback
                        .terms()
                        .window()
                        .filter(window -> now.isAfter(window.to()))
                        .isEmpty();
        settle(who, AttemptOutcome.KEPT);
        diary.note(who, "speaks with " + rep.device, outcome -> outcome.met(held, inTime));
        around.queues().served(who, now);
        around.conversations().talk(who, rep);
    }

    private void failed(Party who, AttemptOutcome how) {
        Instant now = agenda.instant();
        diary.note(who, how.name(), outcome -> outcome.failed(how));
        around.queues().vanish(who, now);
        switch (settle(who, how).next()) {
            case Callback.Promised again -> {
                who.becomes(Stage.RESTING, now);
                agenda.at(again.notBefore(), () -> isDueAgain(who));
            }
            default -> {
                diary.note(who, "is not tried any more", Outcome::broke);
                who.becomes(Stage.OVER, now);
                around.queues().ended(who);
            }
        }
        changed.run();
    }

    private void isDueAgain(Party who) {
        who.becomes(Stage.DUE, agenda.instant());
        around.queues().appear(who, agenda.instant());
        changed.run();
    }

    private RetryPolicy.Verdict settle(Party who, AttemptOutcome how) {
        Party.Pledge pledge = who.pledged();
        Callback.Dialing dialing = (Callback.Dialing) pledge.callback;
        RetryPolicy.Verdict verdict = rules.retry().after(dialing, how, agenda.instant());
        pledge.callback = verdict.next();
        return verdict;
    }
}
