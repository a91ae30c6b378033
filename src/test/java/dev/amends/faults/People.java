package dev.amends.faults;

import dev.amends.bench.Behaviour;
import dev.amends.bench.Call;
import dev.amends.bench.Leg;
import dev.amends.bench.Script;
import dev.amends.callcentre.CallCentre;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ordered;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.speech.Language;
import dev.amends.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Those who were promised a call, and what they do when the phone rings: most are quick, some are
 * busy, away or hard of hearing at first. They remember what they did.
 */
final class People {

    static final LineName LINE = new LineName("support");
    private static final String GREETED = "speak-later-never";
    private static final String TOLD = "late-fine-other-never";
    private static final String ASKED = "how-was-our-call";
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration SOON = Duration.ofSeconds(5);

    /** So long he speaks who was called and wants to. */
    static final Duration TALK = Duration.ofSeconds(11);

    private final CallCentre centre;
    private final Set<String> promised = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> mayBeAsked = ConcurrentHashMap.newKeySet();
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> over = new ConcurrentHashMap<>();
    private final List<Function<String, Behaviour[]>> kinds =
            List.of(
                    this::cancels,
                    this::speaks,
                    number -> first(Behaviour.rejectAfter(Duration.ofMillis(700), 486), number),
                    number -> new Behaviour[] {ringsFirst(pressing(number, "3"))},
                    number -> first(Behaviour.ringForever(), number),
                    this::cancels,
                    number -> first(hangsUpAtOnce(), number),
                    this::cancels,
                    number -> first(pressing(number, "2"), number),
                    number -> new Behaviour[] {ringsFirst(pressing(number, "1"))});

    People(CallCentre centre) {
        this.centre = centre;
    }

    /** The number of the nth of those to whom calls are owed from the beginning. */
    static String owed(int n) {
        return "+1202555%04d".formatted(1000 + n);
    }

    /** Whose number this is, if he is one of them. */
    static OptionalInt owedAs(String number) {
        String first = "+1202555";
        return number.startsWith(first) && number.length() == first.length() + 4
                ? OptionalInt.of(Integer.parseInt(number.substring(first.length())) - 1000)
                : OptionalInt.empty();
    }

    /** Promises so many calls that are due, oldest first; each of these people is of some kind. */
    void owe(Path database, int count) {
        try (Store store = Store.open(database)) {
            Instant now = Instant.now();
            for (int n = 0; n < count; n++) {
                lives(owed(n), kinds.get(n % kinds.size()).apply(owed(n)));
                owe(store, n, now.minusSeconds(600 - n));
            }
        }
    }

    /** The same, and all of them are quick. */
    void oweQuick(Path database, int count) {
        try (Store store = Store.open(database)) {
            Instant now = Instant.now();
            for (int n = 0; n < count; n++) {
                lives(owed(n), cancels(owed(n)));
                owe(store, n, now.minusSeconds(2L * count - n));
            }
        }
    }

    /** The same, who were told a time that is over. */
    void oweLate(Path database, int count) {
        try (Store store = Store.open(database)) {
            Instant now = Instant.now();
            for (int n = 0; n < count; n++) {
                Instant since = now.minus(Duration.ofHours(2)).plusSeconds(n);
                PromisedWindow over =
                        new PromisedWindow(since.plusSeconds(600), since.plusSeconds(1800));
                lives(owed(n), cancels(owed(n)));
                owe(store, n, terms(n, since).within(Optional.of(over)));
            }
        }
    }

    /** The same on a line with {@link Care}: they want to speak, and most agree to be recorded. */
    void oweCare(Path database, int count) throws IOException {
        Files.createDirectories(database.getParent());
        for (int n = 0; n < count; n++) {
            mayBeAsked.add(owed(n));
            owe(database, n, speaksWhereHeIsAsked(n));
        }
    }

    /** The same for one of them who does this when he is called. */
    void owe(Path database, int n, Behaviour... each) {
        try (Store store = Store.open(database)) {
            lives(owed(n), each);
            owe(store, n, Instant.now().minusSeconds(600 - n));
        }
    }

    private void owe(Store store, int n, Instant since) {
        owe(store, n, terms(n, since));
    }

    private static CallbackTerms terms(int n, Instant since) {
        PromiseId id = new PromiseId("%032x".formatted(0xfa0000000L + n));
        return new CallbackTerms(
                id,
                new PhoneNumber(owed(n)),
                LINE,
                new EffectiveArrival(since),
                since,
                CallbackTerms.byOrder(id),
                0,
                Language.ENGLISH);
    }

    private void owe(Store store, int n, CallbackTerms terms) {
        if (!(store.ledger().order(terms, "seeded") instanceof Ordered.Made)) {
            throw new IllegalStateException("could not be promised: " + owed(n));
        }
        promised.add(owed(n));
    }

    /** Somebody who asks for a call himself, and cancels it when it comes. */
    void asks(String number) {
        asked.add(number);
        lives(number, cancels(number));
    }

    /** He heard the promise. */
    void heard(String number) {
        promised.add(number);
    }

    /** He was served, or said that the call is no longer needed. */
    void isOver(String number) {
        over.putIfAbsent(number, Instant.now());
    }

    /** When he was served or said so, if he did. */
    Optional<Instant> over(String number) {
        return Optional.ofNullable(over.get(number));
    }

    /** Whether he said so, whoever may have heard it, or was served. */
    boolean saidOver(String number) {
        return said.contains(number) || over.containsKey(number);
    }

    /** Everybody who was surely promised a call. */
    Set<String> promised() {
        return Set.copyOf(promised);
    }

    /** Whether he may be called once more when it is over, to be asked how it was. */
    boolean mayBeAsked(String number) {
        return mayBeAsked.contains(number);
    }

    /**
     * Whether that was a call to somebody who had one to expect, not one to be asked how it was.
     */
    static boolean wasGreeted(Call call) {
        return call.ear().promptNames().contains(GREETED);
    }

    /** Whether a call to this number can be meant for somebody. */
    boolean known(String number) {
        return promised.contains(number) || asked.contains(number);
    }

    private void lives(String number, Behaviour... each) {
        centre.called(number, each);
    }

    /** Answers and says that the call is no longer needed. */
    Behaviour[] cancels(String number) {
        return new Behaviour[] {pressing(number, "3")};
    }

    /** First that, then he cancels. */
    Behaviour[] first(Behaviour first, String number) {
        return new Behaviour[] {first, pressing(number, "3")};
    }

    private Behaviour[] speaks(String number) {
        return new Behaviour[] {pressing(number, "1")};
    }

    private static Behaviour ringsFirst(Behaviour.Answer answer) {
        return new Behaviour.Answer(Duration.ofMillis(2500), answer.leg(), answer.script());
    }

    /** Answers and hangs up. */
    static Behaviour hangsUpAtOnce() {
        return CallCentre.answering(Script.hangUpAfter(Duration.ofMillis(200)));
    }

    private Behaviour.Answer pressing(String number, String key) {
        return CallCentre.answering(call -> press(call, number, key))
                .as(Leg.tone(CallCentre.CALLED_TONE));
    }

    private Behaviour speaksWhereHeIsAsked(int n) {
        return CallCentre.answering(call -> isAsked(call, n)).as(Leg.tone(Care.UNASKED));
    }

    private void isAsked(Call call, int n) {
        switch (Sounds.first(call, Set.of(), Set.of(GREETED, ASKED), PATIENCE).orElse("")) {
            case GREETED -> wantsToSpeak(call, n);
            case ASKED -> {
                call.press("1");
                saysHowItWas(call);
                call.hangUp();
            }
            default -> call.hangUp();
        }
    }

    /** Whoever stays until his rep has hung up is asked at once, others are called for it. */
    private static void saysHowItWas(Call call) {
        for (String question : List.of("survey-mark", "survey-solved")) {
            if (Sounds.await(call, question, SOON)) {
                call.press("2");
            }
        }
        Sounds.await(call, "thank-you-goodbye", SOON);
    }

    private void wantsToSpeak(Call call, int n) {
        call.press("1");
        if (Sounds.await(call, "may-we-record", PATIENCE)) {
            boolean agrees = Care.agrees(n);
            call.changeTone(agrees ? Care.CALLED : Care.UNASKED);
            call.stay(Duration.ofMillis(300));
            call.press(agrees ? "1" : "2");
        }
        if (talks(call, owed(n))) {
            if (n % 2 == 1) {
                saysHowItWas(call);
            }
            call.hangUp();
        }
    }

    private void press(Call call, String number, String key) {
        if (Sounds.first(call, Set.of(), Set.of(GREETED, TOLD), PATIENCE).isEmpty()) {
            call.hangUp(); // Nobody speaks to him: as anybody would.
            return;
        }
        call.press(key);
        if (key.equals("3")) {
            said.add(number);
            // Unless a telephone system that was just killed has never got the key.
            if (Sounds.await(call, "cancelled-goodbye", PATIENCE)) {
                isOver(number);
            }
        }
        if (key.equals("1") && talks(call, number)) {
            call.hangUp();
        }
    }

    /** Whether he has spoken with a rep, and is still there. */
    private boolean talks(Call call, String number) {
        boolean there = Sounds.awaitRep(call, PATIENCE) && call.stay(TALK);
        // A line that has gone dead looks like one on which nobody hangs up.
        if (there && Sounds.talksLongEnough(call)) {
            isOver(number);
        }
        return there;
    }
}
