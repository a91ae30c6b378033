package dev.amends.simulation;

import static dev.amends.speech.CataloguePrompt.CANCELLED_GOODBYE;
import static dev.amends.speech.CataloguePrompt.CLOSED_NO_CALLBACK;
import static dev.amends.speech.CataloguePrompt.THANK_YOU_GOODBYE;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consents;
import dev.amends.care.RecordingId;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.Purpose;
import dev.amends.promise.Slip;
import dev.amends.promise.Task;
import dev.amends.speech.Prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the day by what the carrier was told to ring, by what callers remember, and by whether the
 * ledger stands for it; never by what the ledger says of attempts.
 */
final class Judge {

    /** Between two rings of one phone for one promise, from start to start. */
    static final Duration GAP = Duration.ofSeconds(300);

    private static final Duration DEAD_MAN = Duration.ofMillis(2800);

    /** A program that stands still may have decided so long ago what it does now. */
    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(5);

    private static final LocalTime CALLING_FROM = LocalTime.of(8, 0);
    private static final LocalTime CALLING_TO = LocalTime.of(21, 0);

    /** One call, and three more if it came to nothing. */
    private static final int MOST_TRIES = 4;

    /** What is overdue has to be seen within a minute, as soon as Amends looks at all. */
    private static final Duration SEEN_WITHIN = Daemon.BEAT_OF_A_NIGHT.plus(Duration.ofSeconds(60));

    private final Place place;
    private final Scenario scenario;
    private final Daemon.Store store;
    private final Ledger ledger;
    private final Carrier carrier;
    private final Map<PhoneNumber, Caller> callers;
    private final Set<PromiseId> saidToBeDone = new HashSet<>();
    private final Set<Written> written = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    Judge(
            Place place,
            Scenario scenario,
            Daemon.Store store,
            Carrier carrier,
            Map<PhoneNumber, Caller> callers) {
        this.place = place;
        this.scenario = scenario;
        this.store = store;
        this.ledger = store.ledger();
        this.carrier = carrier;
        this.callers = callers;
    }

    /**
     * A moment in true time, and what the clock on the wall showed then.
     *
     * @param restartKnown whether it can be told when Asterisk was started; once the clock has been
     *     put back behind that, a promise that a question made which came after its call may have
     *     been spoken, so he is called from then on though he was served before
     */
    record Moment(Instant at, Instant wall, boolean restartKnown) {}

    List<String> violations() {
        return violations;
    }

    private void violated(String invariant, String what) {
        place.trace.note("VIOLATION " + invariant + " " + what);
        violations.add(invariant + " " + place.now() + " " + what);
    }

    private void require(boolean holds, String invariant, String what) {
        if (!holds) {
            violated(invariant, what);
        }
    }

    /** He heard words that promise him a call. */
    void heard(Caller who) {
        Optional<CallbackTerms> terms = open(who).map(Callback::terms);
        require(terms.isPresent(), "I1", who + " heard a promise that is on no record");
        who.memory.time = terms.flatMap(CallbackTerms::ownTime);
        terms.filter(Judge::isSlot).ifPresent(slot -> hasRoom(who, slot));
    }

    /** Whether he has chosen this time from those that have room. */
    private static boolean isSlot(CallbackTerms terms) {
        return terms.opening().isPresent()
                && terms.opening().equals(terms.window().map(PromisedWindow::from));
    }

    private void hasRoom(Caller who, CallbackTerms slot) {
        long booked =
                ledger.list(false, 10_000).stream()
                        .map(Callback::terms)
                        .filter(Judge::isSlot)
                        .filter(one -> one.window().equals(slot.window()))
                        .count();
        require(
                booked <= FrontDesk.ROOM,
                "I5",
                who + " was promised a time for which there were " + booked);
    }

    /** What he says is recorded, or is to be. */
    void records(Caller who, CallId call, RecordingId recording, boolean agreed) {
        require(agreed, "I7", who + " is recorded though he did not agree");
        boolean proven =
                store.told()
                        .consents()
                        .find(recording)
                        .map(Consents.OnRecord::consent)
                        .filter(consent -> consent.given() && consent.call().equals(call))
                        .isPresent();
        require(proven, "I7", who + " is recorded without proof that he agreed");
    }

    /** The owner who is asked by this attempt presses the key for it. */
    void saysDone(AttemptId attempt) {
        store.actions().asked(attempt).ifPresent(asked -> saidToBeDone.add(asked.id()));
    }

    private Optional<Callback> open(Caller who) {
        return ledger.openFor(who.number, Daemon.SUPPORT);
    }

    /**
     * His phone is about to ring: the claim was asked for at this moment.
     *
     * @param tells whether he is only told something
     */
    void dials(Caller who, Moment asked, boolean repThere, boolean tells) {
        if (!asked.restartKnown()) {
            mayHaveHeard(who);
        }
        List<Carrier.Invite> before = carrier.to(who.number);
        require(before.stream().noneMatch(one -> one.live), "I2", who + " has two calls at once");
        before.stream().reduce((_, last) -> last).ifPresent(last -> gap(who, last, tells));
        require(
                mayRing(who, asked.wall()) || mayRing(who, place.clock.instant()),
                "I5",
                who + " is called outside of hours");
        require(
                tells || jumpedLately() || !tooEarly(who, asked.wall()),
                "I5",
                who + " is called before the time that he was told, " + who.memory.time);
        require(!before(who.memory.blocked, asked), "I5", who + " is called though blocked");
        require(
                !before(who.memory.waitsHimself, asked),
                "I2",
                who + " is called while he waits himself");
        require(!before(who.memory.cancelled, asked), "I2", who + " is called though he cancelled");
        require(
                who.memory.action.isPresent() || !before(who.memory.servedOnRecord, asked),
                "I2",
                who + " is called though he was served");
        require(
                tells || who.memory.action.isPresent() || inVain(who, before) < MOST_TRIES,
                "I3",
                who + " is called again though he was tried often enough");
        require(carrier.live() < Daemon.AT_MOST_PLACED, "I5", "more calls than the cap");
        // A call is counted when it is claimed, and rings before its turn's time is over.
        require(
                place.clock.jumped().isAfter(place.now().minusSeconds(3600))
                        || carrier.since(asked.wall().minusSeconds(3600).plus(DEAD_MAN))
                                <= scenario.callsAnHour(),
                "I5",
                "more calls in an hour than may be");
        require(repThere, "I2", who + " is called though no rep is there");
    }

    /** The time of which a message tells. */
    private record Written(PromiseId promise, Optional<PromisedWindow> window) {}

    /**
     * A message of the time at which he is called is about to go out.
     *
     * @param begun since when it was looked at whether it may
     */
    void writes(Callback.Promised promise, Instant begun) {
        Caller who = whoHas(promise.terms().number());
        require(
                ledger.find(promise.id()).filter(found -> knows(found, promise)).isPresent(),
                "I1",
                who + " is sent a time that is on no record");
        require(
                written.add(new Written(promise.id(), promise.terms().window())),
                "I2",
                who + " is sent the same time again");
        require(
                Stream.of(who.memory.blocked, who.memory.cancelled, who.memory.waitsHimself)
                        .flatMap(Optional::stream)
                        .noneMatch(begun::isAfter),
                "I5",
                who + " is sent a message though blocked, or cancelled, or on the line himself");
        Instant wall = place.clock.instant();
        require(
                mayRing(who, wall)
                        || mayRing(who, wall.minus(DECIDED_WITHIN))
                        || place.clock.jumped().isAfter(place.now().minus(DECIDED_WITHIN)),
                "I5",
                who + " is sent a message outside of hours");
    }

    /** Whether what is on record is this promise, or came later. */
    private static boolean knows(Callback found, Callback.Promised promise) {
        return found.version() > promise.version()
                || found.terms().window().equals(promise.terms().window());
    }

    /** His phone shows this number. */
    void shows(Caller who, String number) {
        require(number.equals(Daemon.OWN_NUMBER), "I5", who + " is shown " + number);
    }

    /** How often his phone rang and nobody came, since he last asked for a call or had one. */
    private static long inVain(Caller who, List<Carrier.Invite> before) {
        Caller.Memory his = who.memory;
        Instant since =
                Stream.of(his.asked, his.promised, his.served)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MIN);
        return before.stream()
                .filter(one -> one.inVain && !one.tells && one.at.isAfter(since))
                .count();
    }

    /** It can't be told whether this was the last time at which he heard that he will be called. */
    void mayHaveHeard(Caller who) {
        who.memory.servedOnRecord = Optional.empty();
    }

    /** The same of all whose promise is not known to have been spoken. */
    void mayHaveHeardWhatIsUnspoken() {
        ledger.unspoken().stream()
                .map(one -> callers.get(one.terms().number()))
                .filter(Objects::nonNull)
                .forEach(this::mayHaveHeard);
    }

    private boolean tooEarly(Caller who, Instant wall) {
        return who.memory
                .time
                .filter(time -> wall.isBefore(time) && place.clock.instant().isBefore(time))
                .isPresent();
    }

    private static boolean before(Optional<Instant> what, Moment asked) {
        return what.filter(at -> at.isBefore(asked.at())).isPresent();
    }

    /** A jump of the clock on the wall can't be told from time that has passed. */
    private void gap(Caller who, Carrier.Invite last, boolean tells) {
        Duration truly = Duration.between(last.at, place.now());
        boolean anew = who.memory.asked.filter(last.at::isBefore).isPresent();
        require(
                anew
                        || last.tells && !tells
                        || truly.compareTo(GAP) >= 0
                        || place.clock.jumped().isAfter(last.at),
                "I2",
                who + " is called again after " + truly.toSeconds() + " s");
    }

    private boolean mayRing(Caller who, Instant wall) {
        return within(wall.atZone(who.zone), CALLING_FROM, CALLING_TO) && scenario.open(wall);
    }

    private static boolean within(ZonedDateTime local, LocalTime from, LocalTime to) {
        return !local.toLocalTime().isBefore(from) && local.toLocalTime().isBefore(to);
    }

    /** A caller of ours waited so long for an answer of Amends. */
    void asked(Caller who, Duration took) {
        require(took.compareTo(DEAD_MAN) <= 0, "I4", who + " waited " + took + " for one answer");
    }

    /** Amends had the call ended with these words. */
    void saidGoodbye(Caller who, List<Prompt> words) {
        boolean promised = Caller.promised(words);
        boolean closed = !scenario.open(place.clock.instant()) || jumpedLately();
        require(
                promised
                        || Caller.hears(words, CANCELLED_GOODBYE, CLOSED_NO_CALLBACK)
                        || closed && Caller.hears(words, THANK_YOU_GOODBYE),
                "I4",
                who + " was sent away with " + words);
    }

    private boolean jumpedLately() {
        return place.clock.jumped().isAfter(place.now().minusSeconds(60));
    }

    /** Whoever is owed a call is in the ledger, open or as a task. */
    void nobodyIsLost() {
        List<Caller> owed = callers.values().stream().filter(who -> who.memory.owed()).toList();
        List<Caller> untold = notTold();
        if (owed.isEmpty() && untold.isEmpty()) {
            return;
        }
        Set<PhoneNumber> seenTo = seenTo();
        for (Caller who : owed) {
            require(
                    seenTo.contains(who.number),
                    "I3",
                    who + " is owed a call that nobody will make");
        }
        for (Caller who : untold) {
            require(
                    seenTo.contains(who.number),
                    "I3",
                    who + " does not hear that what was promised is not done");
        }
    }

    /** Who will be called, by us or by a person. */
    private Set<PhoneNumber> seenTo() {
        Stream<Callback> byUs = ledger.list(false, 10_000).stream();
        Stream<Callback> byPersons =
                store.tasks().list(false, 10_000).stream()
                        .map(Task::promise)
                        .filter(Callback.class::isInstance)
                        .map(Callback.class::cast);
        return Stream.concat(byUs, byPersons)
                .map(promise -> promise.terms().number())
                .collect(Collectors.toSet());
    }

    /** Once nothing goes wrong any more: a person sees what has become too late. */
    void whatIsLateIsSeen() {
        Instant then = place.clock.instant().minus(SEEN_WITHIN);
        for (Callback open : ledger.list(false, 10_000)) {
            require(
                    !(open instanceof Callback.Promised late)
                            || Daemon.LATENESS.overdueSince(late, then).isEmpty()
                            || ledger.presentIn(late.id()).isPresent()
                            || isBeingTold(late)
                            || isTask(late),
                    "I3",
                    whoHas(open.terms().number()) + " is overdue, and nobody sees it");
        }
        for (Ledger.InLine one : ledger.inLine(10_000)) {
            Slip slip = one.slip();
            require(
                    !slip.telling().message().equals(Optional.of(Slip.Message.SENDING))
                            || slip.givenAt().filter(then::isAfter).isEmpty(),
                    "I3",
                    "no end of the message to " + whoHas(one.promise().terms().number()));
        }
    }

    private boolean isBeingTold(Callback.Promised promise) {
        return ledger.attemptsOf(promise.id()).stream()
                .anyMatch(one -> one.state().live() && one.purpose() == Purpose.TELL);
    }

    private boolean isTask(Callback.Promised promise) {
        return store.tasks().of(promise.id()).filter(task -> task.done().isEmpty()).isPresent();
    }

    /** Whoever was promised something that is not done, and has not been called about it. */
    private List<Caller> notTold() {
        return store.actions().list(false, 10_000).stream()
                .filter(ActionPromise.Overdue.class::isInstance)
                .map(overdue -> whoHas(overdue.number()))
                .filter(who -> !told(who))
                .toList();
    }

    private boolean told(Caller who) {
        return !carrier.to(who.number).isEmpty()
                || who.memory.blocked.isPresent()
                || who.memory
                        .served
                        .filter(at -> at.isAfter(who.memory.action.orElseThrow()))
                        .isPresent();
    }

    private Caller whoHas(PhoneNumber number) {
        return Objects.requireNonNull(callers.get(number));
    }

    /** After the last fault, and some time. */
    void everythingHasEnded() {
        nobodyIsLost();
        everyActionHasEnded();
        for (Callback promise : ledger.list(true, 10_000)) {
            Caller who = whoHas(promise.terms().number());
            require(!promise.open(), "I3", who + "'s promise is still open: " + promise);
            if (promise instanceof Callback.Kept) {
                require(
                        who.memory.served.isPresent(),
                        "I3",
                        who + "'s promise is kept on paper only");
            }
            if (promise instanceof Callback.Broken broken) {
                isBroken(who, broken);
            }
        }
    }

    /** Not before all was tried, or its days were used up; and then a person has it. */
    private void isBroken(Caller who, Callback.Broken promise) {
        CallbackTerms terms = promise.terms();
        boolean tried =
                promise.tries().made() >= MOST_TRIES
                        || promise.tries().forgiven() > Safeguard.CONGESTIONS;
        Instant lastDayEnds = terms.notBefore(terms.askedAt()).plus(Safeguard.DAYS);
        require(
                tried || !promise.at().plus(GAP).isBefore(lastDayEnds),
                "I3",
                who + "'s promise is broken too early: " + promise);
        boolean handed =
                store.tasks()
                        .of(promise.id())
                        .filter(task -> task.done().isEmpty() || who.memory.served.isPresent())
                        .isPresent();
        require(handed, "I3", who + "'s promise is broken, and no person has it: " + promise);
    }

    private void everyActionHasEnded() {
        for (ActionPromise action : store.actions().list(true, 10_000)) {
            require(
                    !(action instanceof ActionPromise.Pending),
                    "I3",
                    "nobody knows whether it is done: " + action);
            require(
                    !(action instanceof ActionPromise.Done) || saidToBeDone.contains(action.id()),
                    "I3",
                    "nobody has said that it is done: " + action);
        }
    }

    /** Half a minute after the last fault. */
    void serves(boolean answers, boolean places) {
        require(answers, "I8", "questions are not answered");
        require(places, "I8", "nobody is placed who is due");
    }
}
