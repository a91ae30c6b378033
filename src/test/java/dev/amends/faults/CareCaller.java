package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.bench.Ended;
import dev.amends.bench.Heard;
import dev.amends.bench.Leg;
import dev.amends.faults.Sounds.Sound;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who calls a line with {@link Care}: he answers whatever he is asked, tells his story,
 * waits, speaks with a rep, and says how it was. What he must not suffer is a silence, or the end.
 */
final class CareCaller {

    /** What he presses at each question. */
    private static final Map<String, String> ANSWERS =
            Map.ofEntries(
                    Map.entry("may-we-record", ""),
                    Map.entry("same-matter", "1"),
                    Map.entry("what-is-it-about", "1"),
                    Map.entry("how-can-we-help", "1"),
                    Map.entry("story-offer", ""),
                    Map.entry("story-speak", ""),
                    Map.entry("choice", "1"),
                    Map.entry("choice-after-wait", "1"),
                    Map.entry("survey-mark", "2"),
                    Map.entry("survey-solved", "2"));

    /** After these the call is over. */
    private static final Set<String> FAREWELLS =
            Set.of("thank-you-goodbye", "we-have-to-end", "in-writing");

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final Duration LONGEST = Duration.ofSeconds(75);
    private static final Duration STORY = Duration.ofSeconds(3);

    /** One of eight has nothing to say; until the beep is over his key would not be heard. */
    private static final Duration NOTHING = Duration.ofMillis(1500);

    private static final Duration ENOUGH = Duration.ofSeconds(5);

    private final Care care;
    private final Callers callers;
    private final int n;
    private final Caller caller;
    private final Call call;
    private Instant toldFrom = Instant.MAX;
    private Instant toldTo = Instant.MAX;

    CareCaller(Care care, Callers callers, int n) {
        this.care = care;
        this.callers = callers;
        this.n = n;
        this.caller = new Caller(callers, Callers.number(n), Leg.tone(Care.UNASKED));
        this.call = caller.call();
        care.calls().put(caller.number(), call);
    }

    /** The whole call. */
    void calls() {
        Instant since = caller.at();
        while (call.ended().isEmpty() && !hasEnough()) {
            Optional<Sound> question =
                    Sounds.next(call, it -> ANSWERS.containsKey(it.name()), since, LOOK);
            if (question.isPresent()) {
                since = question.get().from();
                callers.welcomed(since);
                answer(question.get().name());
            }
        }
        call.hangUp();
        complain();
    }

    /** Nobody came, or he has spoken long enough: every fourth hangs up before his rep does. */
    private boolean hasEnough() {
        Duration talked = Sounds.withRep(call);
        Duration here = Duration.between(caller.at(), Instant.now());
        return here.compareTo(talked.isZero() ? PATIENCE : LONGEST) > 0
                || (Care.kind(caller.number()) == 3 && talked.compareTo(ENOUGH) > 0);
    }

    private void answer(String question) {
        switch (question) {
            case "may-we-record" -> agreesOrNot();
            case "story-offer" -> call.press(n % 2 == 0 ? "1" : "2");
            case "story-speak" -> tells();
            default -> call.press(ANSWERS.getOrDefault(question, ""));
        }
    }

    private void agreesOrNot() {
        if (Care.agrees(n)) {
            call.changeTone(Care.AGREED);
            // A moment, so that no packet of before is still on its way.
            call.stay(Duration.ofMillis(300));
            call.press("1");
        } else {
            call.press("2");
        }
    }

    private void tells() {
        toldFrom = Instant.now();
        call.changeTone(Care.STORY);
        call.stay(n % 8 == 4 ? NOTHING : STORY);
        call.changeTone(Care.AGREED);
        call.press("#");
        toldTo = Instant.now();
    }

    private void complain() {
        Instant heard = caller.at();
        for (Heard sound : call.ear().timeline()) {
            if (sound.kind() == Heard.Kind.TONES || sound.kind() == Heard.Kind.OTHER) {
                heardNothing(heard, sound.from());
                heard = sound.to();
            }
        }
        heardNothing(heard, call.ended().map(Ended::at).orElseGet(Instant::now));
        boolean farewell = call.ear().promptNames().stream().anyMatch(FAREWELLS::contains);
        if (!farewell && !care.released().contains(caller.number())) {
            caller.complainOfTheEnd();
        }
    }

    /** Apart from what he told himself meanwhile. */
    private void heardNothing(Instant from, Instant to) {
        Instant since = toldTo.isAfter(from) && toldFrom.isBefore(to) ? toldTo : from;
        if (since.isBefore(to)) {
            caller.suffers(since, Duration.between(since, to));
        }
    }
}
