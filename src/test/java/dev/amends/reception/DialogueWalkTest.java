package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.Concern;
import dev.amends.care.Said;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.ToldWait;
import dev.amends.line.WaitStep;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.SlotPolicy;
import dev.amends.reception.CallerState.At;
import dev.amends.reception.CallerState.Who;
import dev.amends.speech.EnglishSpelling;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random walks through the dialogues, from any state, with any keys: each ends, says only what
 * exists, and answers only what is safe in a line protocol.
 */
class DialogueWalkTest {

    private static final long SEED = 20261102;
    private static final int WALKS = 3000;
    private static final String SAFE = "[A-Za-z0-9/_&.:+=;@-]*";

    /** Without a key he is asked so often at most, and tries so many queues, before it ends. */
    private static final int MOST_TURNS = 16;

    private static final List<String> KEYS =
            List.of("", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "12", "x");
    private static final List<String> OUT_OF_QUEUE =
            List.of("", "TIMEOUT", "FULL", "JOINEMPTY", "LEAVEEMPTY", "JOINUNAVAIL", "WITHDRAW");
    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef".repeat(2));

    private final Random random = new Random(SEED);
    private final Set<Prompt> said = new HashSet<>();
    private String path = "";

    @Test
    void whatever_a_caller_presses_he_ends_in_a_queue_or_with_a_goodbye() {
        for (int walk = 0; walk < WALKS; walk++) {
            CallerState state = anyState();
            path = "seed " + SEED + ", walk " + walk + ": " + state.text();
            Step step = CallerDialogue.next(state, any(KEYS), anyFacts());
            for (int turn = 0; next(step).isPresent(); turn++) {
                assertThat(turn).as(path).isLessThan(MOST_TURNS);
                step = hear(next(step).get(), any(KEYS));
            }
            safe(step);
            assertThat(step.done()).as(path).isInstanceOfAny(Turn.Join.class, Turn.Goodbye.class);
        }
        assertThat(ShippedSounds.english().missing(said)).isEmpty();
    }

    @Test
    void a_caller_whom_no_queue_takes_is_not_sent_round_in_circles() {
        for (int walk = 0; walk < WALKS; walk++) {
            CallerState state = anyState().to(At.WAITING);
            path = "seed " + SEED + ", walk " + walk + ": " + state.text();
            Step step = CallerDialogue.next(state, any(OUT_OF_QUEUE), anyFacts());
            for (int turn = 0; step.done() instanceof Turn.Join join; turn++) {
                assertThat(turn).as(path).isLessThan(3);
                step = hear(join.next(), join.patience().isPresent() ? any(OUT_OF_QUEUE) : "FULL");
            }
            assertThat(step.done()).as(path).isInstanceOf(Turn.Goodbye.class);
        }
    }

    @Test
    void whatever_a_called_person_presses_it_ends_and_says_only_what_exists() {
        for (int walk = 0; walk < WALKS; walk++) {
            CalledState state =
                    new CalledState(
                            ATTEMPT, one(CalledState.At.values()), random.nextInt(3), Scene.NOW);
            path = "seed " + SEED + ", walk " + walk + ": " + state.text();
            Step step = called(state, any(KEYS));
            for (int turn = 0; next(step).isPresent(); turn++) {
                assertThat(turn).as(path).isLessThan(5);
                step = called(CalledState.read(next(step).get().state()).orElseThrow(), any(KEYS));
            }
            assertThat(step.done())
                    .as(path)
                    .isInstanceOfAny(Turn.Join.class, Turn.Goodbye.class, Turn.MeetRep.class);
        }
        assertThat(ShippedSounds.english().missing(said)).isEmpty();
    }

    @Test
    void a_promise_takes_two_keys_wherever_he_is_in_the_dialogue() {
        CallerFacts facts = Scene.usual().facts();
        for (At at : List.of(At.CHOICE, At.WAITING)) {
            CallerState state =
                    new CallerState(
                            at,
                            Who.ORDINARY,
                            Scene.ago(5),
                            false,
                            2,
                            0,
                            CallerState.Typing.NOTHING,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Concern.NONE);
            Turn.Ask number = (Turn.Ask) CallerDialogue.next(state, "2", facts).done();
            Step promise =
                    CallerDialogue.next(
                            CallerState.read(number.next().state()).orElseThrow(), "1", facts);
            assertThat(promise.order()).get().isInstanceOf(Order.MakePromise.class);
        }
    }

    private Step hear(Turn.Next next, String heard) {
        path += " [" + heard + "] " + next.state();
        CallerState state = CallerState.read(next.state()).orElseThrow();
        assertThat(next.dialogue())
                .as(path)
                .isIn(
                        "choice",
                        "number",
                        "typing",
                        "times",
                        "again",
                        "reaching",
                        "joining",
                        "waiting",
                        "closed");
        Step step = CallerDialogue.next(state, heard, anyFacts());
        safe(step);
        return step;
    }

    private Step called(CalledState state, String heard) {
        Scene scene = anyScene();
        Step step =
                CalledDialogue.next(
                        state, heard, scene.calledFacts(anyTerms(), new EnglishSpelling()));
        safe(step);
        return step;
    }

    private void safe(Step step) {
        List.of(step.done(), step.refused(), step.taken(), step.failed()).forEach(this::safe);
    }

    private void safe(Turn turn) {
        switch (turn) {
            case Turn.Ask ask -> safe(ask.say(), ask.next());
            case Turn.Say say -> safe(say.say(), say.next());
            case Turn.Record tells -> safe(tells.say(), tells.next());
            case Turn.Recorded recorded -> safe(recorded.then());
            case Turn.WithStories stories -> safe(stories.then());
            case Turn.Join join -> {
                safe(List.of(), join.next());
                said.addAll(join.brief());
                assertThat(join.queue()).as(path).matches(SAFE).isNotEmpty();
                assertThat(join.position().orElse(1)).as(path).isPositive();
            }
            case Turn.Reach reach -> safe(reach.brief(), reach.next());
            case Turn.MeetRep meet -> safe(List.of(), meet.next());
            case Turn.Goodbye goodbye -> said.addAll(goodbye.say());
            case Turn.Hold hold -> safe(hold.say(), hold.next());
            case Turn.Farewell farewell -> said.addAll(farewell.say());
            case Turn.Nothing _ -> {}
        }
    }

    private void safe(Collection<Prompt> say, Turn.Next next) {
        said.addAll(say);
        assertThat(say).as(path).allSatisfy(prompt -> assertThat(prompt.file()).matches(SAFE));
        assertThat(next.dialogue()).as(path).matches(SAFE).isNotEmpty();
        assertThat(next.state()).as(path).matches(SAFE).hasSizeLessThan(180);
    }

    private CallerState anyState() {
        return new CallerState(
                one(At.values()),
                one(Who.values()),
                Scene.ago(random.nextInt(600)),
                random.nextBoolean(),
                1 + random.nextInt(20),
                random.nextInt(3),
                new CallerState.Typing(
                        random.nextInt(3),
                        random.nextBoolean() ? Optional.of(Scene.NUMBER) : Optional.empty()),
                random.nextBoolean() ? Optional.of(Scene.FRESH) : Optional.empty(),
                random.nextBoolean()
                        ? Optional.of(new ToldWait(one(WaitStep.values()), random.nextInt(99)))
                        : Optional.empty(),
                anyTimes(),
                anyConcern());
    }

    private Concern anyConcern() {
        return random.nextBoolean()
                ? Concern.NONE
                : new Concern(
                        one(Concern.Same.values()),
                        anySaid(),
                        anySaid(),
                        random.nextInt(4),
                        random.nextBoolean());
    }

    private Optional<Said> anySaid() {
        return switch (random.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Said.NOTHING);
            default -> Optional.of(new Said("billing"));
        };
    }

    private List<Instant> anyTimes() {
        Instant first = SlotScene.MONDAY.minusSeconds(3600L * random.nextInt(3));
        return IntStream.range(0, random.nextInt(SlotPolicy.MOST + 1))
                .mapToObj(hours -> first.plusSeconds(3600L * hours))
                .toList();
    }

    private CalledTerms anyTerms() {
        return new CalledTerms(
                Collections.nCopies(random.nextInt(10), Duration.ofMinutes(random.nextInt(1440))),
                random.nextBoolean());
    }

    private CallerFacts anyFacts() {
        CallerFacts facts = Scene.on(anyScene().facts(), anyLine());
        return random.nextBoolean()
                ? facts
                : facts.with(LookedUp.of(SlotScene.slots(facts.line().hours(), random.nextInt(9))));
    }

    /** Open, about to close, closed, or in a zone where it is another day. */
    private Line anyLine() {
        String hours =
                any(
                        List.of(
                                "",
                                "mon 08:00-18:00",
                                "mon 09:00-10:10",
                                "tue 08:00-09:00",
                                "sun 09:00-13:00"));
        ZoneId zone = ZoneId.of(any(List.of("UTC", "Pacific/Auckland", "America/Los_Angeles")));
        return anyScene()
                .line()
                .open(
                        new Hours(
                                WeeklyHours.read(hours).orElseThrow(),
                                Holidays.NONE,
                                Duration.ofMinutes(15),
                                zone));
    }

    @Test
    void who_came_while_it_is_closed_is_never_put_into_a_queue() {
        for (int walk = 0; walk < WALKS; walk++) {
            At at = any(Stream.of(At.values()).filter(At::closed).toList());
            CallerState state = anyState().to(at);
            path = "seed " + SEED + ", walk " + walk + ": " + state.text();
            Step step = CallerDialogue.next(state, any(KEYS), anyFacts());
            for (int turn = 0; next(step).isPresent(); turn++) {
                assertThat(turn).as(path).isLessThan(MOST_TURNS);
                step = hear(next(step).get(), any(KEYS));
            }
            assertThat(List.of(step.done(), step.refused(), step.failed()))
                    .as(path)
                    .allSatisfy(end -> assertThat(end).isInstanceOf(Turn.Goodbye.class));
        }
        assertThat(ShippedSounds.english().missing(said)).isEmpty();
    }

    private Scene anyScene() {
        Scene scene =
                Scene.usual()
                        .offerWhenWaiting(random.nextInt(4))
                        .waiting(random.longs(random.nextInt(5), -60, 600).toArray())
                        .waitingForSeniors(random.longs(random.nextInt(3), -60, 600).toArray())
                        .seniors(one(RepState.values()));
        scene = random.nextInt(4) == 0 ? scene.unknown() : scene;
        scene = random.nextInt(4) == 0 ? scene.notCallable() : scene;
        scene = random.nextInt(4) == 0 ? scene.callee(new Callee.NotAllowed("premium")) : scene;
        return random.nextInt(4) == 0 ? scene.promisedBefore(promise()) : scene;
    }

    private static Callback promise() {
        return new Callback.Unspoken(
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        Scene.NUMBER,
                        new LineName("support"),
                        Scene.ago(500),
                        Scene.NOW.minusSeconds(500),
                        Scene.CALL,
                        3,
                        Language.ENGLISH),
                1);
    }

    /** The turn that follows whatever he is asked or told. */
    private static Optional<Turn.Next> next(Step step) {
        return switch (step.done()) {
            case Turn.Ask ask -> Optional.of(ask.next());
            case Turn.Say say -> Optional.of(say.next());
            default -> Optional.empty();
        };
    }

    private <E> E one(E[] values) {
        return values[random.nextInt(values.length)];
    }

    private <E> E any(List<E> words) {
        return words.get(random.nextInt(words.size()));
    }
}
