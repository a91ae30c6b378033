package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.IntakeTerms;
import dev.amends.care.StoryOffer;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.Purpose;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every dialogue as a complete table: each state that can be reached, and what each key, silence
 * and hanging up leads to in it, with what is on record by then. All of it stands in one file, to
 * be read; whatever changes is seen there. The dialogues that the dialplan holds alone have theirs
 * in EveryKeyLiveTest.
 */
class DialogueTablesTest {

    private static final Path TABLES = Path.of("src", "test", "resources", "dialogues.txt");
    private static final Path NOW = Path.of("target", "dialogues.txt");

    private static final int MOST_STATES = 200;
    private static final String HANGS_UP = "hangs up";
    private static final String SAYS_NOTHING = "DTMF.0";
    private static final String NUMBER = Scene.NUMBER.e164();
    private static final String WITHHELD = "";

    private static final List<String> KEYS =
            List.of("", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*");

    /** At most; a number ends with pound, which is not part of it. */
    private static final List<String> NUMBERS = List.of("", "*", "12", "911", "2025550199");

    private static final Line LINE = Scene.usual().offerWhenWaiting(0).line();
    private static final Line CLOSED =
            LINE.open(
                    new Hours(
                            WeeklyHours.read("tue 08:00-18:00").orElseThrow(),
                            Holidays.NONE,
                            Duration.ofMinutes(15),
                            ZoneOffset.UTC));
    private static final IntakeTerms ASKS =
            new IntakeTerms(
                    true,
                    List.of("billing", "other"),
                    List.of("refund", "other"),
                    false,
                    StoryOffer.NOBODY);
    private static final IntakeTerms RECORDS =
            new IntakeTerms(false, List.of(), List.of(), true, StoryOffer.EVERYBODY);

    /**
     * How a dialogue begins.
     *
     * @param begins what is asked first, once that is so
     * @param only the dialogues that are of interest; the others stand in tables of their own
     */
    private record Opening(
            String name,
            String callerId,
            Supplier<WholeReception> reception,
            Function<WholeReception, Turn.Next> begins,
            Set<String> only) {

        Opening(
                String name,
                String callerId,
                Supplier<WholeReception> reception,
                Function<WholeReception, Turn.Next> begins) {
            this(name, callerId, reception, begins, Set.of());
        }

        Opening only(String... dialogues) {
            return new Opening(name, callerId, reception, begins, Set.of(dialogues));
        }

        boolean follows(Turn.Next next) {
            return only.isEmpty() || only.contains(next.dialogue());
        }
    }

    private static final List<Opening> OPENINGS =
            List.of(
                    caller("a caller who may choose", LINE, IntakeTerms.NONE, false, _ -> {}),
                    new Opening(
                            "the same, who shows no number",
                            WITHHELD,
                            () -> new WholeReception(LINE, IntakeTerms.NONE, false),
                            _ -> arrival()),
                    caller(
                            "the same where times are offered",
                            LINE,
                            IntakeTerms.NONE,
                            true,
                            _ -> {}),
                    caller(
                            "who rings again with a promise",
                            LINE,
                            IntakeTerms.NONE,
                            false,
                            WholeReception::promised),
                    caller("the line is closed", CLOSED, IntakeTerms.NONE, false, _ -> {}),
                    caller(
                            "the line is closed, and he has a promise",
                            CLOSED,
                            IntakeTerms.NONE,
                            false,
                            WholeReception::promised),
                    caller("reason and wish are asked", LINE, ASKS, false, _ -> {}).only("intake"),
                    caller(
                                    "the same, and he has called about something before",
                                    LINE,
                                    ASKS,
                                    false,
                                    WholeReception::hasMatter)
                            .only("intake"),
                    caller("consent, and he may tell his story", LINE, RECORDS, false, _ -> {})
                            .only("intake", "story", "joining", "waiting"),
                    called("he is called back", IntakeTerms.NONE, Purpose.CALL),
                    called("he is called back where calls are recorded", RECORDS, Purpose.CALL),
                    called(
                            "he is called to hear that it comes later",
                            IntakeTerms.NONE,
                            Purpose.TELL),
                    new Opening(
                            "it will take a while (*75)",
                            NUMBER,
                            () -> new WholeReception(LINE, IntakeTerms.NONE, false),
                            _ -> new Turn.Next(LaterDialogue.NAME, "new:1::PJSIP/rep1")),
                    new Opening(
                            "after the call",
                            NUMBER,
                            () -> new WholeReception(LINE, IntakeTerms.NONE, false),
                            _ -> new Turn.Next(SurveyDialogue.NAME, Scene.CALL.value())));

    private static Opening caller(
            String name,
            Line line,
            IntakeTerms intake,
            boolean times,
            Consumer<WholeReception> before) {
        return new Opening(
                name,
                NUMBER,
                () -> new WholeReception(line, intake, times),
                reception -> {
                    before.accept(reception);
                    return arrival();
                });
    }

    private static Opening called(String name, IntakeTerms intake, Purpose purpose) {
        return new Opening(
                name,
                "",
                () -> new WholeReception(LINE, intake, false),
                reception -> new Turn.Next(CalledDialogue.NAME, reception.called(purpose).value()));
    }

    private static Turn.Next arrival() {
        return new Turn.Next(Reception.ARRIVAL, "");
    }

    @Test
    void all_of_them_are_as_they_were_read() throws IOException {
        List<String> lines = new ArrayList<>(HEAD);
        OPENINGS.forEach(opening -> lines.addAll(new Table(opening).lines()));
        Files.createDirectories(NOW.getParent());
        Files.write(NOW, lines);
        assertThat(Files.readAllLines(TABLES))
                .as("read the difference to %s, and copy that if all of it is meant", NOW)
                .isEqualTo(lines);
    }

    private static final List<String> HEAD =
            List.of(
                    "Every dialogue with Amends: what each key, silence (-) and hanging up lead to in each state.",
                    "A number of two or more digits is what he keys where a number is asked for; words in",
                    "capitals are why he left a queue or how a recording ended. In brackets what is on record.",
                    "Hanging up where it is not named is told to nobody: what is on record stands.");

    /** One dialogue; each cell is played from the beginning, on a reception of its own. */
    private static final class Table {

        private final Opening opening;
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Deque<State> next = new ArrayDeque<>();

        Table(Opening opening) {
            this.opening = opening;
        }

        /** A turn, and what he keyed until then. */
        private record State(String name, Turn turn, List<String> heard) {}

        /** What came of it, and what is on record then. */
        private record Outcome(Optional<Turn> turn, List<String> record) {}

        List<String> lines() {
            List<String> lines = new ArrayList<>(List.of("", "== " + opening.name(), ""));
            lines.add("    " + words(outcome(List.of("")), List.of("")));
            while (!next.isEmpty()) {
                assertThat(names.size()).as(opening.name()).isLessThan(MOST_STATES);
                lines.addAll(lines(next.removeFirst()));
            }
            return lines;
        }

        private List<String> lines(State state) {
            Map<String, List<String>> keysOf = new LinkedHashMap<>();
            for (String key : hears(bare(state.turn()))) {
                List<String> heard = new ArrayList<>(state.heard());
                heard.add(key);
                keysOf.computeIfAbsent(words(outcome(heard), heard), _ -> new ArrayList<>())
                        .add(key.isEmpty() ? "-" : key);
            }
            List<String> lines = new ArrayList<>(List.of("", state.name()));
            keysOf.forEach((words, keys) ->
                    lines.add("  %-24s %s".formatted(String.join(" ", keys), words)));
            return lines;
        }

        private Outcome outcome(List<String> heard) {
            WholeReception reception = opening.reception().get();
            Turn.Next asked = opening.begins().apply(reception);
            Optional<Turn> turn = Optional.empty();
            for (String key : heard) {
                if (!key.equals(SAYS_NOTHING)) {
                    turn.map(DialogueTablesTest::bare)
                            .filter(Turn.Record.class::isInstance)
                            .ifPresent(tells -> reception.tells(((Turn.Record) tells).story()));
                }
                if (turn.isPresent() && key.equals(HANGS_UP)) {
                    return new Outcome(hungUp(reception, bare(turn.get())), reception.onRecord());
                }
                asked = turn.flatMap(DialogueTablesTest::next).orElse(asked);
                turn = reception.answer(asked, key, opening.callerId());
            }
            return new Outcome(turn, reception.onRecord());
        }

        private Optional<Turn> hungUp(WholeReception reception, Turn turn) {
            return switch (turn) {
                case Turn.Join _ ->
                        reception.answer(
                                new Turn.Next("left", Scene.CALL.value()), "", opening.callerId());
                case Turn.Record tells ->
                        reception.answer(
                                new Turn.Next("story", tells.story().value()),
                                "HANGUP.12",
                                opening.callerId());
                default -> Optional.of(new Turn.Nothing());
            };
        }

        /** What comes of it, in words; a state that is new gets its name, and its turn to come. */
        private String words(Outcome outcome, List<String> heard) {
            String turn = outcome.turn().map(DialogueTablesTest::words).orElse("no answer");
            String record =
                    outcome.record().isEmpty()
                            ? ""
                            : "  [" + String.join("; ", outcome.record()) + "]";
            Optional<Turn.Next> asked = outcome.turn().flatMap(DialogueTablesTest::next);
            if (asked.filter(opening::follows).isEmpty()) {
                return turn + record;
            }
            String state =
                    bare(outcome.turn().orElseThrow()).getClass().getSimpleName()
                            + asked.get().dialogue()
                            + ' '
                            + withoutStep(asked.get().state());
            String name = names.get(state + record);
            if (name == null) {
                name = "(" + (names.size() + 1) + ")";
                names.put(state + record, name);
                next.add(
                        new State(
                                name + " " + turn,
                                outcome.turn().orElseThrow(),
                                List.copyOf(heard)));
            }
            return name + " " + turn + record;
        }

        /** How many turns it took makes no other state. */
        private static String withoutStep(String state) {
            return state.replaceFirst("^(2:\\w+:\\w+:\\d+:\\d:)\\d+:", "$1")
                    .replaceFirst("^(1:\\w+:)\\d+:(?=\\d+:\\d+:\\d+:)", "$1");
        }
    }

    /** What may be heard after this turn. */
    private static List<String> hears(Turn turn) {
        return switch (turn) {
            case Turn.Ask ask -> ask.most() > 1 ? NUMBERS : KEYS;
            case Turn.Say _, Turn.MeetRep _ -> List.of("");
            case Turn.Join join ->
                    join.patience().isPresent()
                            ? List.of("TIMEOUT", "2", "5", "*", "FULL", HANGS_UP)
                            : List.of("2", "5", "*", "FULL", HANGS_UP);
            case Turn.Reach _ -> List.of("", "2", "5", "*");
            case Turn.Record _ -> List.of("DTMF.12", "TIMEOUT.180", SAYS_NOTHING, HANGS_UP);
            case Turn.Hold _ -> List.of("TIMEOUT");
            default -> List.of();
        };
    }

    private static Turn bare(Turn turn) {
        return switch (turn) {
            case Turn.Recorded recorded -> bare(recorded.then());
            case Turn.WithStories stories -> bare(stories.then());
            default -> turn;
        };
    }

    private static Optional<Turn.Next> next(Turn turn) {
        return switch (bare(turn)) {
            case Turn.Ask ask -> Optional.of(ask.next());
            case Turn.Say say -> Optional.of(say.next());
            case Turn.Join join -> Optional.of(join.next());
            case Turn.Reach reach -> Optional.of(reach.next());
            case Turn.MeetRep meet -> Optional.of(meet.next());
            case Turn.Hold hold -> Optional.of(hold.next());
            case Turn.Record tells -> Optional.of(tells.next());
            default -> Optional.empty();
        };
    }

    private static String words(Turn turn) {
        return switch (turn) {
            case Turn.Ask ask -> "asks " + words(ask.say());
            case Turn.Say say -> "says " + words(say.say());
            case Turn.Join join ->
                    "queue "
                            + join.queue()
                            + join.patience().map(it -> " for " + it.toSeconds() + " s").orElse("")
                            + (join.position().isPresent()
                                    ? ", place " + join.position().getAsInt()
                                    : "")
                            + join.endsWhenServed().map(_ -> ", as promised").orElse("");
            case Turn.Reach reach -> "rings " + reach.rep().value();
            case Turn.MeetRep _ -> "his rep";
            case Turn.Goodbye goodbye -> "goodbye: " + words(goodbye.say());
            case Turn.Hold hold -> "holds: " + words(hold.say());
            case Turn.Farewell farewell -> "goodbye: " + words(farewell.say());
            case Turn.Record tells -> "records after " + words(tells.say());
            case Turn.Recorded recorded -> words(recorded.then()) + ", recorded from now on";
            case Turn.WithStories stories -> words(stories.then()) + ", story for the rep";
            case Turn.Nothing _ -> "nothing";
        };
    }

    /** The prompts' names; figures and times of day as one. */
    private static String words(List<Prompt> say) {
        return say.stream()
                .map(prompt -> prompt.file().replaceFirst("^amends/", ""))
                .map(name -> name.startsWith("digits/") ? "…" : name)
                .collect(Collectors.joining(" "))
                .replaceAll("…( …)+", "…");
    }
}
