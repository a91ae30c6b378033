package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.bench.Ended;
import dev.amends.bench.Leg;
import dev.amends.faults.Sounds.Sound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One of the {@link Callers}, in one call, and what he complains of. */
final class Caller {

    /** So long may a caller hear nothing after he has called or pressed a key. */
    static final Duration LIMIT = Duration.ofMillis(3500);

    /** Where it is known how long it takes, with a time. */
    private static final Set<String> PROMISES =
            Set.of("we-will-call-you", "call-you-between", "call-you-before");

    private static final Duration LOOK = Duration.ofSeconds(9);

    private final Callers all;
    private final String number;
    private final Instant at = Instant.now();
    private final Call call;

    Caller(Callers all, String number, Leg leg) {
        this.all = all;
        this.number = number;
        this.call = all.call(number, leg);
    }

    Call call() {
        return call;
    }

    String number() {
        return number;
    }

    /** When he called. */
    Instant at() {
        return at;
    }

    void listens() {
        if (greeted().isPresent()) {
            staysAndHangsUp(Duration.ofSeconds(2));
        }
    }

    void waits() {
        asked("choice", "choice-after-wait").ifPresent(question -> presses("1"));
        staysAndHangsUp(Duration.ofSeconds(2));
    }

    void asks() {
        all.people().asks(number);
        Optional<Sound> choice = asked("choice", "choice-after-wait");
        choice.ifPresent(_ -> all.asks());
        if (choice.flatMap(_ -> presses("2")).isEmpty() || asked("if-right-press-1").isEmpty()) {
            staysAndHangsUp(Duration.ofSeconds(2));
            return;
        }
        Optional<Sound> answer = presses("1");
        if (answer.filter(it -> PROMISES.contains(it.name())).isPresent()) {
            all.people().heard(number);
            call.stay(LOOK);
            call.hangUp();
        } else {
            staysAndHangsUp(Duration.ofSeconds(2));
        }
    }

    /** He waits in his place; some until a rep is there, some not so long. */
    void ringsAgain(boolean patient) {
        asked("keep-wait-or-cancel").ifPresent(question -> presses("2"));
        if (patient && Sounds.awaitRep(call, Duration.ofSeconds(60))) {
            if (call.stay(Duration.ofSeconds(11)) && Sounds.talksLongEnough(call)) {
                all.people().isOver(number);
            }
            call.hangUp();
        } else {
            staysAndHangsUp(Duration.ofSeconds(2));
        }
    }

    /** What he hears first. */
    private Optional<Sound> greeted() {
        Optional<Sound> first = soon(at);
        first.filter(it -> !it.served()).ifPresent(it -> all.welcomed(it.from()));
        return first;
    }

    /** Waits for a question; nothing when it does not come, or he is served without. */
    private Optional<Sound> asked(String... questions) {
        List<String> any = List.of(questions);
        return greeted()
                .flatMap(first ->
                        Sounds.next(
                                call,
                                it -> it.served() || any.contains(it.name()),
                                first.from().minusMillis(1),
                                LOOK))
                .filter(it -> !it.served());
    }

    /** Presses a key; what he hears next. */
    private Optional<Sound> presses(String key) {
        call.press(key);
        return soon(Instant.now().minusMillis(150));
    }

    private Optional<Sound> soon(Instant since) {
        Optional<Sound> next = Sounds.next(call, since, LOOK);
        Duration silence = Duration.between(since, next.map(Sound::from).orElseGet(Instant::now));
        if (next.isEmpty() && call.ended().isPresent()) {
            complain("was hung up on after " + silence.toMillis() + " ms");
        } else {
            suffers(since, silence);
        }
        return next;
    }

    /** He has heard nothing since then, for so long. */
    void suffers(Instant since, Duration silence) {
        Duration stolen = all.stolen(since, since.plus(silence));
        if (silence.minus(stolen).compareTo(LIMIT) > 0) {
            complain(
                    "heard nothing for %d ms, of which the machine stole %d, heard %s"
                            .formatted(
                                    silence.toMillis(),
                                    stolen.toMillis(),
                                    call.ear().promptNames()));
        }
    }

    private void staysAndHangsUp(Duration time) {
        if (!call.stay(time)) {
            complainOfTheEnd();
        }
        call.hangUp();
    }

    /** The other side has ended the call, if it did. */
    void complainOfTheEnd() {
        if (call.ended().filter(it -> it.by() != Ended.By.US).isPresent()) {
            complain("was hung up on");
        }
    }

    private void complain(String what) {
        all.complain(number, at, what);
    }
}
