package dev.amends.dialing;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberVerdict;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Briefs;
import dev.amends.dialing.WhosePolicy.Whose;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.LinePicture;
import dev.amends.line.PlacePolicy;
import dev.amends.line.Waiting;
import dev.amends.promise.AttemptId;
import dev.amends.promise.AttemptOutcome;
import dev.amends.promise.AttemptState;
import dev.amends.promise.Budget;
import dev.amends.promise.CallTime;
import dev.amends.promise.CallTimes;
import dev.amends.promise.Callback;
import dev.amends.promise.Ledger;
import dev.amends.promise.Purpose;
import dev.amends.promise.Settler;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Prompt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers what an attempt's own channels ask: where its placeholder waits, and, once a rep is there
 * or it is time to ring before, whether it may dial and whom. Whatever was delayed, doubled or
 * comes from an earlier life asks here too, and gets nothing.
 */
public final class ClaimDesk {

    private static final Logger log = LoggerFactory.getLogger(ClaimDesk.class);

    private final Book book;
    private final Floor floor;
    private final Map<LineName, Line> lines;
    private final NumberJudge judge;
    private final DialingSettings settings;
    private final InstantSource clock;
    private final RepsOnFloor reps;
    private final CallerFirst callers;

    public ClaimDesk(
            Book book,
            Floor floor,
            Map<LineName, Line> lines,
            NumberJudge judge,
            DialingSettings settings,
            CallerFirst callers,
            InstantSource clock) {
        this.callers = callers;
        this.book = book;
        this.floor = floor;
        this.lines = Map.copyOf(lines);
        this.judge = judge;
        this.settings = settings;
        this.clock = clock;
        this.reps = new RepsOnFloor(floor, lines, clock);
    }

    /**
     * The ledger, how attempts are ended in it, when whom of it may be called, what that may cost,
     * what reps hear of it, and whether somebody is upset.
     */
    public record Book(
            Ledger ledger,
            Settler settler,
            CallTimes times,
            Budget budget,
            Briefs briefs,
            Predicate<PhoneNumber> upset) {

        /** A book of which reps hear nothing more than that it is a promised call. */
        public Book(Ledger ledger, Settler settler, CallTimes times, Budget budget) {
            this(ledger, settler, times, budget, Briefs.NONE, _ -> false);
        }

        /** The same book, of which reps hear this, and of people who may be upset. */
        public Book telling(Briefs more, Predicate<PhoneNumber> upset) {
            return new Book(ledger, settler, times, budget, more, upset);
        }

        /** A book of calls that may cost whatever they do. */
        public Book(Ledger ledger, Settler settler, CallTimes times) {
            this(ledger, settler, times, Budget.NONE);
        }

        /** The same, of people who may be called at any time. */
        public Book(Ledger ledger, Settler settler) {
            this(ledger, settler, CallTimes.ALWAYS);
        }
    }

    /**
     * Where the placeholder of this attempt finds its rep: only for an attempt that is committed
     * and not yet claimed, and only while it is known who waits and who is free: a placeholder
     * stays where it joined, so it is rather placed again a little later.
     */
    public Optional<Seat> seat(AttemptId id) {
        return book.ledger()
                .attempt(id)
                .filter(found -> found.attempt().state() == AttemptState.INTENT)
                .filter(found -> found.attempt().purpose() == Purpose.CALL)
                .map(Ledger.AttemptOnRecord::promise)
                .filter(Callback.Promised.class::isInstance)
                .map(Callback.Promised.class::cast)
                .filter(promise -> book.ledger().presentIn(promise.id()).isEmpty())
                .flatMap(promise -> seat(id, promise));
    }

    private Optional<Seat> seat(AttemptId id, Callback.Promised promise) {
        CallTime time = book.times().at(promise.terms(), clock.instant());
        if (!(time instanceof CallTime.Now)) {
            log.info("no seat for attempt {}: {}", id, time.reason());
            return Optional.empty();
        }
        Whose whose =
                WhosePolicy.decide(
                        promise,
                        reps.promisedRep(promise),
                        settings.ownRep().patience(),
                        clock.instant());
        return switch (whose) {
            case Whose.OneReps his ->
                    Optional.of(
                            new Seat.AtRep(
                                    his.rep(),
                                    queueOf(promise),
                                    settings.ownRep().ring(),
                                    brief(CataloguePrompt.CALLBACK_YOU_PROMISED, promise)));
            case Whose.NobodysYet notYet -> {
                log.info("no seat for attempt {}: {}", id, notYet.reason());
                yield Optional.empty();
            }
            case Whose.Anybodys any ->
                    queueSeat(
                            id,
                            promise,
                            any.insteadOfOne()
                                    ? CataloguePrompt.CALLBACK_OF_A_COLLEAGUE
                                    : CataloguePrompt.CALLBACK_FOR_YOU);
        };
    }

    private Optional<Seat> queueSeat(AttemptId id, Callback promise, CataloguePrompt brief) {
        Line line = lines.get(promise.terms().line());
        if (line == null) {
            log.error(
                    "promise {} is for the line '{}', which the settings do not have",
                    promise.id(),
                    promise.terms().line());
            return Optional.empty();
        }
        Instant now = clock.instant();
        LinePicture picture = floor.picture(line, now);
        if (!picture.known()) {
            log.warn("no seat for attempt {}: not known who waits in {}", id, line.queue());
            return Optional.empty();
        }
        EffectiveArrival arrival = promise.terms().arrival();
        Seat seat =
                new Seat.InQueue(
                        line.queue(),
                        PlacePolicy.position(arrival, picture.waitingBesides(id.value())),
                        brief(brief, promise));
        floor.expect(line.queue(), new Waiting(id.value(), arrival), now);
        return Optional.of(seat);
    }

    private List<Prompt> brief(CataloguePrompt first, Callback promise) {
        return Stream.concat(Stream.of(first.prompt()), book.briefs().of(promise).stream())
                .toList();
    }

    /**
     * A rep has come to the placeholder: it dials, unless the phone rings already or begins to ring
     * beside it. Nothing when the attempt is over.
     */
    public Optional<RepComes> rep(AttemptId id) {
        Optional<RepComes> waits =
                book.ledger().attempt(id).flatMap(callers::repCame).map(RepComes.Waits::new);
        return waits.isPresent() ? waits : claim(id).map(RepComes.Dials::new);
    }

    /** The claim, at the last moment before dialling. Only the winner gets the number. */
    public Optional<Claimed> claim(AttemptId id) {
        Instant now = clock.instant();
        return switch (book.ledger().claim(id, book.budget(), now)) {
            case Ledger.Claim.Won(Callback.Dialing promise, int minutes) ->
                    mayRing(id, promise, now)
                            ? Optional.of(claimed(promise, minutes))
                            : Optional.empty();
            case Ledger.Claim.Asks(Callback.Kept promise, int minutes) ->
                    mayBeAsked(id, promise, now)
                            ? Optional.of(claimed(promise, minutes))
                            : Optional.empty();
            case Ledger.Claim.NotNow notNow -> {
                putOff(id, notNow, now);
                yield Optional.empty();
            }
            case Ledger.Claim.Lost _ -> {
                log.warn("claim of attempt {} refused: not a waiting attempt", id);
                yield Optional.empty();
            }
        };
    }

    private Claimed claimed(Callback promise, int minutes) {
        return new Claimed(
                promise.terms().number(),
                settings.ring(),
                settings.callerId(promise.terms().line()),
                queueOf(promise),
                promise.terms().line(),
                promise.terms().language(),
                book.briefs().of(promise),
                upset(promise),
                Budget.lasts(minutes));
    }

    /** Nobody is called later because that can't be read. */
    private boolean upset(Callback promise) {
        try {
            return book.upset().test(promise.terms().number());
        } catch (RuntimeException e) {
            log.error("promise {}: whether he is upset could not be read", promise.id(), e);
            return false;
        }
    }

    /** The budget does not allow it now: nothing was dialled, and no try is used up. */
    private void putOff(AttemptId id, Ledger.Claim.NotNow notNow, Instant now) {
        log.warn("claim of attempt {} refused: {}", id, notNow.reason());
        Callback later = notNow.promise().putOff(notNow.until());
        book.ledger().settle(notDialled(id, notNow.promise(), later, notNow.reason()), now);
    }

    private static Ledger.Settlement notDialled(
            AttemptId id, Callback promise, Callback later, String reason) {
        return new Ledger.Settlement(
                id, AttemptOutcome.VOID, promise, later, "was not dialled: " + reason);
    }

    /**
     * Whether his number may be called, and it is a time for his phone to ring. If not, nothing is
     * dialled and the call has cost nothing.
     */
    private boolean mayRing(AttemptId id, Callback.Dialing promise, Instant now) {
        boolean may = mayBeCalled(id, promise, now) && isTime(id, promise, now);
        if (!may) {
            book.ledger().cost(id, 0);
        }
        return may;
    }

    /** The same of a call that asks how it was: its promise stays as it is. */
    private boolean mayBeAsked(AttemptId id, Callback.Kept promise, Instant now) {
        NumberVerdict number = judge.judge(promise.terms().number());
        CallTime time = book.times().at(promise.terms(), now);
        boolean allowed = number instanceof NumberVerdict.Allowed;
        boolean may = allowed && time instanceof CallTime.Now;
        if (!may) {
            book.ledger().cost(id, 0);
            String why = allowed ? time.reason() : number.reason();
            book.ledger().settle(notDialled(id, promise, promise, why), now);
        }
        return may;
    }

    private boolean mayBeCalled(AttemptId id, Callback.Dialing promise, Instant now) {
        Optional<Callback> end = forbidden(promise, now);
        end.ifPresent(over -> {
            String why = judge.judge(promise.terms().number()).reason();
            log.error("promise {} has a number that may not be called: {}", promise.id(), why);
            book.ledger()
                    .settle(
                            new Ledger.Settlement(
                                    id,
                                    AttemptOutcome.FAILED,
                                    promise,
                                    over,
                                    "his number may not be called: " + why),
                            now);
        });
        return end.isEmpty();
    }

    /** If it is no time, no try is used up: the promise stands, and waits for the next opening. */
    private boolean isTime(AttemptId id, Callback.Dialing promise, Instant now) {
        CallTime time = time(id, promise, now);
        if (time instanceof CallTime.Now) {
            return true;
        }
        log.warn("claim of attempt {} refused: {}", id, time.reason());
        Callback later = promise.again(promise.tries(), CallTime.from(time, now));
        book.ledger().settle(notDialled(id, promise, later, time.reason()), now);
        return false;
    }

    /**
     * A clock that was ahead for a while may have had him placed before the time that he was told.
     * Only to hear that he is called later his phone may ring before it.
     */
    private CallTime time(AttemptId id, Callback.Dialing promise, Instant now) {
        Instant own = promise.terms().notBefore(now);
        return own.isAfter(now) && !tells(id)
                ? new CallTime.Later(own, "the time that he was told has not come")
                : book.times().at(promise.terms(), now);
    }

    private boolean tells(AttemptId id) {
        return book.ledger()
                .attempt(id)
                .filter(found -> found.attempt().purpose() == Purpose.TELL)
                .isPresent();
    }

    /**
     * What becomes of a promise whose number may no longer be called: a person looks at it, unless
     * a person has blocked the number.
     */
    private Optional<Callback> forbidden(Callback.Dialing promise, Instant now) {
        return switch (judge.judge(promise.terms().number())) {
            case NumberVerdict.Allowed _ -> Optional.empty();
            case NumberVerdict.Refused _ -> Optional.of(promise.broken(promise.tries(), now));
            case NumberVerdict.Blocked _ -> Optional.of(promise.withdrawn(now));
        };
    }

    private String queueOf(Callback promise) {
        Line line = lines.get(promise.terms().line());
        return line == null ? "" : line.queue();
    }
}
