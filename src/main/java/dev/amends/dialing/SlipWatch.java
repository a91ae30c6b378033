package dev.amends.dialing;

import dev.amends.dialing.SlipPolicy.Slips;
import dev.amends.line.ExpectedWait;
import dev.amends.line.Line;
import dev.amends.promise.Attempt;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Budgeting;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Ledger.InLine;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Purpose;
import dev.amends.promise.WhenPolicy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Looks every few seconds, in the one order, for promises that will miss the time that was said,
 * and does what {@link SlipPolicy} says. What it costs depends on how many promises are open, and
 * is bounded.
 */
final class SlipWatch {

    private static final Every FEW_SECONDS = new Every(Duration.ofSeconds(5));

    /** The oldest so many are looked at: who comes behind them moves up. */
    private static final int MOST = 1000;

    private final Ledger ledger;
    private final CallTimes times;
    private final OutboundLine telephone;
    private final LateMessages messages;
    private final Allowance allowance;
    private final SlipSteps steps;
    private final TurnsAhead turns;
    private final SlipSettings settings;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    SlipWatch(
            ClaimDesk.Book book,
            OutboundLine telephone,
            LateMessages messages,
            Allowance allowance,
            TurnsAhead turns,
            SlipSettings settings,
            InstantSource clock,
            Supplier<AttemptId> ids) {
        this.ledger = book.ledger();
        this.times = book.times();
        this.telephone = telephone;
        this.messages = messages;
        this.allowance = allowance;
        this.steps = new SlipSteps(ledger, telephone, messages, ids);
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks, if it is time. */
    void look() {
        Instant now = clock.instant();
        if (!FEW_SECONDS.due(next, now)) {
            return;
        }
        next = FEW_SECONDS.next(now);
        List<InLine> all = ledger.inLine(MOST);
        if (all.isEmpty()) {
            return;
        }
        int room = settings.atMostTelling() - steps.telling();
        Look look = new Look(turns.at(all, now), now, room);
        for (InLine one : all) {
            OneByOne.about(one.promise().id(), () -> look.at(one));
        }
    }

    /** One look at all of them. */
    private final class Look {

        private final TurnsAhead.Now turnsNow;
        private final Instant now;
        private int room;

        /** How many calls the budget allows, once somebody is to be called. */
        private OptionalInt calls = OptionalInt.empty();

        /**
         * @param room how many more may be told something
         */
        private Look(TurnsAhead.Now turnsNow, Instant now, int room) {
            this.turnsNow = turnsNow;
            this.now = now;
            this.room = room;
        }

        private void at(InLine one) {
            boolean called = one.live().filter(attempt -> !isPlaceholder(attempt)).isPresent();
            if (called || messages.lost(one)) {
                return;
            }
            SlipPolicy.Facts facts = facts(one, turnsNow, now);
            Slips slips = SlipPolicy.decide(facts, settings);
            boolean told = slips instanceof Slips.Tell tell && told(one, tell);
            if (slips instanceof Slips.Raise) {
                steps.raise(one, settings.raise(), slips.reason(), now);
            } else if (slips instanceof Slips.HandOver || !told && facts.overdue()) {
                steps.handOver(one, slips.reason(), now);
            }
        }

        private boolean told(InLine one, Slips.Tell tell) {
            boolean call = tell.way() == TellingWay.CALL;
            boolean told =
                    room > 0
                            && telephone.connected()
                            && (!call || calls() > 0)
                            && steps.tell(one, tell, now);
            if (told) {
                room--;
                calls = call ? OptionalInt.of(calls() - 1) : calls;
            }
            return told;
        }

        private int calls() {
            if (calls.isEmpty()) {
                calls =
                        OptionalInt.of(
                                allowance.now(now) instanceof Budgeting.Allowed allowed
                                        ? allowed.calls()
                                        : 0);
            }
            return calls.getAsInt();
        }
    }

    private static boolean isPlaceholder(Attempt attempt) {
        return attempt.purpose() == Purpose.CALL && attempt.state() == AttemptState.INTENT;
    }

    private SlipPolicy.Facts facts(InLine one, TurnsAhead.Now turnsNow, Instant now) {
        Callback.Promised promise = one.promise();
        Optional<Instant> latest =
                settings.lateness().latest(promise).filter(_ -> !one.callGoesOn());
        Optional<ExpectedWait> turn = latest.flatMap(_ -> turnsNow.turn(one, Duration.ZERO));
        Duration raise = settings.raise();
        boolean canBeRaised = one.slip().raisedAt().isEmpty() && !raise.isZero();
        return new SlipPolicy.Facts(
                latest,
                promise.terms().window(),
                turn,
                turn.filter(wait -> canBeRaised && !wait.equals(ExpectedWait.NONE))
                        .flatMap(_ -> turnsNow.turn(one, raise)),
                latest.filter(until -> turnsNow.urgent(promise, until)).isPresent(),
                one.slip(),
                new Telling(promise, turn, now),
                settings.lateness().overdueSince(promise, now).isPresent(),
                now);
    }

    /** How this one may be told. */
    private final class Telling implements SlipPolicy.Telling {

        private final Callback.Promised promise;
        private final Optional<ExpectedWait> turn;
        private final Instant now;

        private Telling(Callback.Promised promise, Optional<ExpectedWait> turn, Instant now) {
            this.promise = promise;
            this.turn = turn;
            this.now = now;
        }

        /** The claim of a call refuses whose number may not be called, and ends his promise. */
        @Override
        public Optional<TellingWay> way() {
            return Optional.ofNullable(settings.tells().get(promise.terms().line()))
                    .map(way ->
                            way == TellingWay.MESSAGE && !messages.allowed(promise)
                                    ? TellingWay.CALL
                                    : way);
        }

        @Override
        public boolean now() {
            return !promise.restsAfterTry(now)
                    && !promise.waitsForItsTime(now)
                    && times.at(promise.terms(), now) instanceof CallTime.Now;
        }

        @Override
        public Optional<WhenPolicy.When> when() {
            Optional<Line> line = turns.line(promise.terms().line());
            return turn.flatMap(wait -> line.map(his -> when(his, wait)));
        }

        private WhenPolicy.When when(Line line, ExpectedWait wait) {
            return WhenPolicy.decide(
                    line.hours(),
                    times.of(promise.terms().number()),
                    Optional.of(PromisedWindow.of(wait, now)),
                    now);
        }
    }
}
