package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.bench.Heard;
import dev.amends.bench.HeardPrompt;
import dev.amends.callcentre.CallCentre;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a phone hears, in the words of a story: prompts, music, a rep's voice. */
final class Sounds {

    /** The tones of the reps' voices. */
    static final List<Integer> VOICES = List.of(300, 350, 400, 650, 700);

    /** Of a conversation of ten seconds a little less can be heard. */
    private static final Duration CONVERSATION = Duration.ofSeconds(9);

    private static final String MUSIC = "music";
    private static final String REP = "rep";

    /** What {@link #first} says of a tone. */
    static final String VOICE = "voice";

    private Sounds() {}

    /** Something that began to sound. */
    record Sound(String name, Instant from) {
        /** Whether he is in a queue or with somebody, with no question asked. */
        boolean served() {
            return name.equals(MUSIC) || name.equals(REP);
        }
    }

    /** Waits for the first sound after that moment; nothing when none comes or the call ends. */
    static Optional<Sound> next(Call call, Instant since, Duration patience) {
        return next(call, _ -> true, since, patience);
    }

    /** The same for the first one of some kind. */
    static Optional<Sound> next(
            Call call, Predicate<Sound> wanted, Instant since, Duration patience) {
        return poll(call, patience, () -> sounds(call, since).filter(wanted).findFirst());
    }

    /** Waits for a prompt; false when it does not come. */
    static boolean await(Call call, String prompt, Duration patience) {
        return poll(
                        call,
                        patience,
                        () ->
                                call.ear().prompts().stream()
                                        .filter(it -> it.name().equals(prompt))
                                        .findFirst())
                .isPresent();
    }

    /** Waits for a rep's voice; false when none comes. */
    static boolean awaitRep(Call call, Duration patience) {
        return poll(
                        call,
                        patience,
                        () -> call.ear().timeline().stream().filter(Sounds::rep).findAny())
                .isPresent();
    }

    /** Waits until one of these tones sounds, or a prompt of these; what it was. */
    static Optional<String> first(
            Call call, Set<Integer> tones, Set<String> prompts, Duration patience) {
        return poll(
                call,
                patience,
                () ->
                        Stream.concat(
                                        call.ear().promptNames().stream().filter(prompts::contains),
                                        call.ear().timeline().stream()
                                                .filter(it -> tones.stream().anyMatch(it::has))
                                                .map(_ -> VOICE))
                                .findFirst());
    }

    /** How long a rep's voice was heard in all. */
    static Duration withRep(Call call) {
        return call.ear().timeline().stream()
                .filter(Sounds::rep)
                .map(Heard::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether he has spoken with a rep for long enough. */
    static boolean talked(Call call) {
        return withRep(call).compareTo(CONVERSATION) >= 0;
    }

    /**
     * The same, and still does: where the line has gone dead before, it can't be told from here for
     * how long they could hear each other.
     */
    static boolean talksLongEnough(Call call) {
        Instant lately = Instant.now().minusSeconds(1);
        return talked(call)
                && call.ear().timeline().stream()
                        .filter(Sounds::rep)
                        .anyMatch(heard -> heard.to().isAfter(lately));
    }

    private static boolean rep(Heard heard) {
        return VOICES.stream().anyMatch(heard::has);
    }

    private static Stream<Sound> sounds(Call call, Instant since) {
        Stream<Sound> prompts =
                call.ear().prompts().stream()
                        .map((HeardPrompt it) -> new Sound(it.name(), it.from()));
        Stream<Sound> tones =
                call.ear().timeline().stream()
                        .filter(it -> rep(it) || it.has(CallCentre.MUSIC_TONE))
                        .map(it -> new Sound(rep(it) ? REP : MUSIC, it.from()));
        return Stream.concat(prompts, tones)
                .filter(it -> it.from().isAfter(since))
                .sorted((one, other) -> one.from().compareTo(other.from()));
    }

    private static <T> Optional<T> poll(Call call, Duration patience, Supplier<Optional<T>> look) {
        Instant until = Instant.now().plus(patience);
        Optional<T> found = look.get();
        while (found.isEmpty() && Instant.now().isBefore(until) && call.ended().isEmpty()) {
            LockSupport.parkNanos(40_000_000);
            found = look.get();
        }
        return found;
    }
}
