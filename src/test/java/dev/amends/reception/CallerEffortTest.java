package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.Temper;
import dev.amends.care.Matter;
import dev.amends.care.Said;
import dev.amends.care.StoryPolicy;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.AttemptId;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromisedWindow;
import dev.amends.promise.RepDevice;
import dev.amends.promise.SlotPolicy;
import dev.amends.promise.Tries;
import dev.amends.reception.CallerState.At;
import dev.amends.routing.Route;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;
import dev.amends.speech.Spelling;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts keys and seconds of speech on each way through the dialogues and for each of the reps'
 * codes, and holds the README's table to it. A number has ten digits; every prompt is heard to its
 * end.
 */
class CallerEffortTest {

    private static final AttemptId ATTEMPT = new AttemptId("d".repeat(32));
    private static final RepDevice REP = new RepDevice("PJSIP/rep1");
    private static final Language SPANISH = new Language("es");
    private static final String DIGITS = "2025550143";
    private static final Languages SPOKEN = Languages.of(List.of("en", "es"));
    private static final CalledTerms CHOICES =
            new CalledTerms(
                    List.of(
                            Duration.ofMinutes(30),
                            Duration.ofHours(1),
                            Duration.ofHours(2),
                            Duration.ofDays(1)),
                    false);
    private static final String BEGIN = "<!-- effort: a test computes this table -->\n";
    private static final String END = "<!-- /effort -->";

    /** A way through the dialogues: the keys that he presses, one text for each question. */
    private record Journey(String name, Start start, List<String> keys) {
        private Journey(String name, Start start, String... keys) {
            this(name, start, List.of(keys));
        }
    }

    private enum Start {
        ARRIVES,
        ARRIVES_WITH_TIMES,
        ARRIVES_WITHHELD,
        ARRIVES_CLOSED,
        ARRIVES_ASKED,
        CALLS_AGAIN_ASKED,
        RINGS_AGAIN,
        IN_THE_QUEUE,
        IS_CALLED,
        IS_TOLD,
        WAS_SERVED,
        IS_CALLED_ONCE_MORE,
        TAKES_A_WHILE
    }

    private record Effort(int keys, Duration speech) {}

    private static final List<Journey> JOURNEYS =
            List.of(
                    new Journey("waits", Start.ARRIVES, "1"),
                    new Journey("is called back on his own number", Start.ARRIVES, "2", "1"),
                    new Journey("the same, from the queue", Start.IN_THE_QUEUE, "2", "1"),
                    new Journey(
                            "the same, where he could choose a time",
                            Start.ARRIVES_WITH_TIMES,
                            "2",
                            "1"),
                    new Journey(
                            "is called back at the first of four times",
                            Start.ARRIVES_WITH_TIMES,
                            "2",
                            "3",
                            "1",
                            "1"),
                    new Journey(
                            "is called back on another number",
                            Start.ARRIVES,
                            "2",
                            "2",
                            DIGITS + "#",
                            "1"),
                    new Journey(
                            "withholds his number, is called back",
                            Start.ARRIVES_WITHHELD,
                            "2",
                            DIGITS + "#",
                            "1"),
                    new Journey(
                            "calls while it is closed, is called at opening",
                            Start.ARRIVES_CLOSED,
                            "2",
                            "1"),
                    new Journey(
                            "says on arrival what it is about and what would help, and waits",
                            Start.ARRIVES_ASKED,
                            "1",
                            "1"),
                    new Journey(
                            "calls again about the same matter, and waits",
                            Start.CALLS_AGAIN_ASKED,
                            "1"),
                    new Journey("rings again and leaves it at that", Start.RINGS_AGAIN, "1"),
                    new Journey("rings again and waits", Start.RINGS_AGAIN, "2"),
                    new Journey("rings again and cancels", Start.RINGS_AGAIN, "3"),
                    new Journey("is called, and speaks", Start.IS_CALLED, "1"),
                    new Journey("is called, and chooses a later time", Start.IS_CALLED, "2", "1"),
                    new Journey("is told that it comes later, and agrees", Start.IS_TOLD, "1"),
                    new Journey("is asked how his call was", Start.WAS_SERVED, "4", "1"),
                    new Journey(
                            "is called once more, and says how it was",
                            Start.IS_CALLED_ONCE_MORE,
                            "1",
                            "4",
                            "1"),
                    new Journey("holds for his rep", Start.TAKES_A_WHILE, "1"),
                    new Journey(
                            "is called by his rep at a time", Start.TAKES_A_WHILE, "2", "1", "1"));

    @Test
    void the_readme_tells_what_each_way_costs_a_caller() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        assertThat(readme.substring(from, readme.indexOf(END))).isEqualTo(table());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void a_promise_is_spoken_after_two_keys_and_25_seconds_with_the_wait_and_the_time(String code) {
        Language language = new Language(code);
        Effort effort = effort(JOURNEYS.get(1), language);
        Duration goodbye =
                ShippedSounds.of(language)
                        .length(List.of(CataloguePrompt.THANK_YOU_GOODBYE.prompt()));
        assertThat(effort.keys()).isEqualTo(2);
        assertThat(effort.speech().minus(goodbye)).isLessThanOrEqualTo(Duration.ofSeconds(25));
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder(
                        "| he | keys | seconds of speech | in Spanish |\n|---|---|---|---|\n");
        for (Journey journey : JOURNEYS) {
            table.append(
                    row(
                            journey.name(),
                            effort(journey, Language.ENGLISH),
                            effort(journey, SPANISH)));
        }
        for (RepsCodes.Use use : RepsCodes.USES) {
            table.append(row(use.name(), effort(use, Language.ENGLISH), effort(use, SPANISH)));
        }
        for (Journey journey : JOURNEYS) {
            if (journey.start() == Start.TAKES_A_WHILE) {
                table.append(
                        row(
                                "the rep says it takes a while, and he " + journey.name(),
                                repsEffort(journey, Language.ENGLISH),
                                repsEffort(journey, SPANISH)));
            }
        }
        return table.toString();
    }

    private static String row(String name, Effort english, Effort spanish) {
        assertThat(english.keys()).isEqualTo(spanish.keys());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f |%n",
                name,
                english.keys(),
                english.speech().toMillis() / 1000.0,
                spanish.speech().toMillis() / 1000.0);
    }

    private static Effort effort(RepsCodes.Use use, Language language) {
        return new Effort(use.keys(), ShippedSounds.of(language).length(use.prompts()));
    }

    /** What he hears himself while the caller chooses. */
    private static Effort repsEffort(Journey journey, Language language) {
        List<Prompt> heard = new ArrayList<>(RepsCodes.TAKES_A_WHILE.prompts());
        heard.addAll(
                switch (walk(journey, language, new ArrayList<>())) {
                    case Turn.Hold hold -> hold.tellRep();
                    case Turn.Farewell farewell -> farewell.tellRep();
                    case Turn other -> throw new AssertionError(other);
                });
        return new Effort(RepsCodes.TAKES_A_WHILE.keys(), ShippedSounds.of(language).length(heard));
    }

    private static Effort effort(Journey journey, Language language) {
        List<Prompt> heard = new ArrayList<>();
        walk(journey, language, heard);
        int keys = journey.keys().stream().mapToInt(String::length).sum();
        return new Effort(keys, ShippedSounds.of(language).length(heard));
    }

    /** Goes this way, and answers where it ends. */
    private static Turn walk(Journey journey, Language language, List<Prompt> heard) {
        Turn turn = begin(journey.start(), language);
        heard.addAll(said(turn));
        for (String keys : journey.keys()) {
            turn = answer(journey.start(), ((Turn.Ask) turn).next(), keys, language);
            heard.addAll(said(turn));
        }
        assertThat(turn)
                .as(journey.name())
                .isInstanceOfAny(
                        Turn.Goodbye.class,
                        Turn.Say.class,
                        Turn.MeetRep.class,
                        Turn.Join.class,
                        Turn.Hold.class,
                        Turn.Farewell.class);
        return turn;
    }

    private static Turn begin(Start start, Language language) {
        return switch (start) {
            case ARRIVES, ARRIVES_WITH_TIMES, ARRIVES_WITHHELD, ARRIVES_CLOSED, RINGS_AGAIN ->
                    CallerDialogue.arrive(
                                    Temper.calm("first call lately"),
                                    new Route.Ordinary("first call lately"),
                                    facts(start, At.CHOICE, language))
                            .done();
            case ARRIVES_ASKED, CALLS_AGAIN_ASKED ->
                    asked(IntakeDialogue.begin(Scene.NOW, intake(start, language)));
            case IN_THE_QUEUE -> {
                CallerState waiting = CallerState.begin(CallerState.Who.ORDINARY, Scene.NOW);
                yield new Turn.Ask(List.of(), Duration.ZERO, waiting.next());
            }
            case IS_CALLED ->
                    called(new CalledState(ATTEMPT, CalledState.At.ANSWERED), "", language);
            case IS_TOLD -> told(new CalledState(ATTEMPT, CalledState.At.ANSWERED), "", language);
            case IS_CALLED_ONCE_MORE ->
                    SurveyCallDialogue.next(new CalledState(ATTEMPT, CalledState.At.ANSWERED), "")
                            .done();
            case WAS_SERVED -> SurveyDialogue.next(surveyed(ATTEMPT.value()), "").turn();
            case TAKES_A_WHILE -> later("new:1::" + REP.value(), "", language);
        };
    }

    private static Turn answer(Start start, Turn.Next next, String keys, Language language) {
        if (start == Start.IS_CALLED) {
            return called(CalledState.read(next.state()).orElseThrow(), keys, language);
        }
        if (start == Start.IS_TOLD) {
            return told(CalledState.read(next.state()).orElseThrow(), keys, language);
        }
        if (start == Start.IS_CALLED_ONCE_MORE && next.dialogue().equals(CalledDialogue.NAME)) {
            return SurveyCallDialogue.next(CalledState.read(next.state()).orElseThrow(), keys)
                    .done();
        }
        if (start == Start.WAS_SERVED || start == Start.IS_CALLED_ONCE_MORE) {
            return SurveyDialogue.next(surveyed(next.state()), keys).turn();
        }
        if (start == Start.TAKES_A_WHILE) {
            return later(next.state(), keys, language);
        }
        if (next.dialogue().equals(IntakeDialogue.NAME)) {
            IntakeState state = IntakeState.read(next.state()).orElseThrow();
            return asked(IntakeDialogue.next(state, keys, intake(start, language)));
        }
        CallerState state = CallerState.read(next.state()).orElseThrow();
        return CallerDialogue.next(state, keys.replace("#", ""), facts(start, state.at(), language))
                .done();
    }

    /** The next question; after the last one he waits, as nobody is before him. */
    private static Turn asked(IntakeDialogue.Reply reply) {
        return switch (reply.then()) {
            case IntakeDialogue.Then.Asks(Turn.Ask ask) -> ask;
            case IntakeDialogue.Then.Tells tells -> throw new AssertionError(tells);
            case IntakeDialogue.Then.Arrives(FirstArrival came) ->
                    CallerDialogue.arrive(
                                    Temper.calm("first call lately"),
                                    new Route.Ordinary("first call lately"),
                                    came,
                                    Scene.usual().facts())
                            .done();
        };
    }

    /** A line that asks everything with the answers that are shipped. */
    private static IntakeDialogue.Facts intake(Start start, Language language) {
        Said other = new Said("other");
        Optional<Matter> open =
                start == Start.CALLS_AGAIN_ASKED
                        ? Optional.of(IntakeDialogueTest.matter(other, other))
                        : Optional.empty();
        return new IntakeDialogue.Facts(
                IntakeDialogueTest.TERMS,
                open,
                false,
                true,
                StoryPolicy.Facts.NONE,
                SPOKEN.spelling(language));
    }

    private static SurveyState surveyed(String state) {
        return SurveyState.read(state).orElseThrow();
    }

    private static Turn called(CalledState state, String keys, Language language) {
        return CalledDialogue.next(
                        state, keys, Scene.usual().calledFacts(CHOICES, SPOKEN.spelling(language)))
                .done();
    }

    /** He is called between ten past one and half past. */
    private static Turn told(CalledState state, String keys, Language language) {
        Instant from = Scene.NOW.plus(Duration.ofMinutes(70));
        return TellingDialogue.next(
                        state,
                        keys,
                        Optional.of(new PromisedWindow(from, from.plus(Duration.ofMinutes(20)))),
                        Scene.usual().calledFacts(CHOICES, SPOKEN.spelling(language)))
                .done();
    }

    /** With the times that are offered unless others are set. */
    private static Turn later(String state, String keys, Language language) {
        List<Duration> choices =
                List.of(
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofDays(1));
        CallerFacts usual = facts(Start.ARRIVES, At.CHOICE, language);
        LaterFacts facts =
                new LaterFacts(
                        usual.call(),
                        usual.line(),
                        usual.picture(),
                        new LaterTerms(choices, Duration.ofMinutes(10)),
                        Optional.of(REP),
                        usual.number(),
                        usual.callee(),
                        language,
                        usual.spelling(),
                        usual.freshId(),
                        usual.now());
        return LaterDialogue.next(LaterState.read(state, usual.now()).orElseThrow(), keys, facts)
                .done();
    }

    /** Eight wait before him, who take a minute each. */
    private static CallerFacts facts(Start start, At at, Language language) {
        CallerFacts usual = WaitDialogueTest.line(8, 60);
        Spelling spelling = SPOKEN.spelling(language);
        boolean unknown = start == Start.ARRIVES_WITHHELD && at == At.CHOICE;
        SlotPolicy.Facts slots =
                start == Start.ARRIVES_WITH_TIMES
                        ? SlotScene.slots(usual.line().hours(), 9)
                        : SlotPolicy.Facts.NONE;
        return new CallerFacts(
                        usual.call(),
                        start == Start.ARRIVES_CLOSED ? closed(usual.line()) : usual.line(),
                        usual.picture(),
                        usual.number(),
                        Scene.known(
                                unknown
                                        ? new Callee.NoNumber()
                                        : new Callee.Callable(
                                                Scene.NUMBER, spelling.digits(DIGITS))),
                        Scene.known(
                                start == Start.RINGS_AGAIN
                                        ? Optional.of(promise(usual))
                                        : Optional.empty()),
                        usual.drawn(),
                        language,
                        spelling,
                        usual.now())
                .with(LookedUp.of(slots));
    }

    /** It opens tomorrow at eight. */
    private static Line closed(Line line) {
        return new Line(
                line.name(),
                line.queue(),
                line.seniorQueue(),
                line.offerWhenWaiting(),
                line.seniorsOnly(),
                line.headStart(),
                line.offerAbove(),
                new Hours(
                        WeeklyHours.read("tue-fri 08:00-18:00").orElseThrow(),
                        Holidays.NONE,
                        Duration.ZERO,
                        line.zone()));
    }

    private static OpenPromise promise(CallerFacts facts) {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("e".repeat(32)),
                        Scene.NUMBER,
                        facts.line().name(),
                        Scene.ago(600),
                        Scene.NOW,
                        new CallId("earlier"),
                        3,
                        facts.language());
        return new OpenPromise(
                new Callback.Promised(terms, 2, Tries.NONE, Scene.NOW),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Prompt> said(Turn turn) {
        return switch (turn) {
            case Turn.Ask ask -> ask.say();
            case Turn.Say say -> say.say();
            case Turn.Goodbye goodbye -> goodbye.say();
            case Turn.Hold hold -> hold.say();
            case Turn.Farewell farewell -> farewell.say();
            default -> List.of();
        };
    }
}
