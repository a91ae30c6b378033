package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.callcentre.HostileTexts;
import dev.amends.dialing.Claimed;
import dev.amends.dialing.Seat;
import dev.amends.reception.Turn;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whatever text gets into a field of an AMI action or of a turn's answer gives exactly one action
 * or command with exactly that value in it, or is refused before anything is written. Judged by
 * {@link WireJudge} from the bytes.
 */
class InjectionTest {

    private static final int TEXTS = 500;
    private static final TurnWriter WRITER =
            new TurnWriter(new Trunk("PJSIP/{number}@carrier"), Path.of("/var/recorded"));

    /** Which line of a question's environment says which part of it. */
    private static final Map<String, String> SAYS =
            Map.of(
                    "agi_arg_1", "dialogue",
                    "agi_arg_2", "line",
                    "agi_arg_3", "state",
                    "agi_arg_4", "heard",
                    "agi_language", "language",
                    "agi_uniqueid", "uniqueId",
                    "agi_callerid", "callerId");

    private final List<String> texts = texts();

    private static List<String> texts() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        return Stream.of(
                        HostileTexts.some(random, TEXTS),
                        HostileTexts.tame(random, TEXTS / 5),
                        Poisoned.HARMLESS,
                        List.of("turn", "1"))
                .flatMap(List::stream)
                .toList();
    }

    // ---- AMI

    /** Each way in which a text can get into an action: every header, every parameter, the id. */
    static Map<String, Function<String, AmiAction>> amiFields() {
        Map<String, Function<String, AmiAction>> fields = new LinkedHashMap<>();
        for (AmiHeader header : AmiHeader.values()) {
            fields.put(header.name(), text -> new AmiAction("Ping").with(header, text));
        }
        fields.put("the name", AmiAction::new);
        fields.put(
                "the id",
                text -> {
                    AmiAction ping = AmiActions.ping();
                    ping.setActionId(text);
                    return ping;
                });
        for (Method method : AmiActions.class.getDeclaredMethods()) {
            if (!Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic()) {
                List<Class<?>> types = List.of(method.getParameterTypes());
                for (int i = 0; i < Poisoned.texts(types); i++) {
                    int place = i;
                    fields.put(
                            method.getName() + " " + place,
                            text -> call(method, Poisoned.with(types, place, text)));
                }
            }
        }
        return fields;
    }

    private static AmiAction call(Method method, Object... values) {
        try {
            return (AmiAction) method.invoke(null, values);
        } catch (InvocationTargetException e) {
            throw Poisoned.refusal(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatever_gets_into_an_action_gives_exactly_this_action_or_a_refusal() throws IOException {
        List<List<String>> expected = new ArrayList<>();
        try (FakeAmi pbx = new FakeAmi();
                AmiSession session =
                        AmiSession.forActions(pbx.settings(LinkedFake.calm(10)), _ -> {})) {
            FakeConnection wire = pbx.got("Login").getFirst().from();
            int before = WireJudge.actions(wire.received()).size();
            amiFields()
                    .forEach((name, field) -> {
                        int sent = 0;
                        for (String text : texts) {
                            sent += send(session, field, text, expected);
                        }
                        // A field that takes nothing at all would test nothing.
                        assertThat(sent).as(name).isPositive();
                    });
            List<List<String>> came = WireJudge.actions(wire.received());
            assertThat(came.subList(before, came.size()).stream().map(InjectionTest::idAlone))
                    .isEqualTo(expected);
        }
        System.out.println(amiFields().size() + " fields, " + expected.size() + " actions");
    }

    private static int send(
            AmiSession session,
            Function<String, AmiAction> field,
            String text,
            List<List<String>> expected) {
        AmiAction action;
        try {
            action = field.apply(text);
        } catch (IllegalArgumentException refused) {
            return 0;
        }
        session.send(action);
        List<String> lines = new ArrayList<>();
        lines.add("action: " + action.getAction());
        lines.add("actionid: " + (action.getActionId() == null ? "" : action.getActionId()));
        action.getAttributes().forEach((name, value) -> lines.add(name + ": " + value));
        expected.add(lines);
        return 1;
    }

    /** Without the library's own half of the action's id. */
    private static List<String> idAlone(List<String> action) {
        return action.stream()
                .map(l -> l.replaceFirst("^(actionid: )[0-9]+_[0-9]+#", "$1"))
                .toList();
    }

    @Test
    void an_account_name_that_would_be_more_than_one_header_is_refused() {
        for (String text : texts) {
            try {
                AmiSettings.of("127.0.0.1", 5038, text, new Secret("s3cret"));
                assertThat(text).matches("[ -~]{1,900}");
            } catch (IllegalArgumentException refused) {
                assertThat(text).doesNotMatch("[ -~]{1,900}");
            }
        }
    }

    // ---- turns: what we send

    @Test
    void whatever_gets_into_a_variable_gives_one_command_with_this_value_or_a_refusal() {
        for (TurnVariable variable : TurnVariable.values()) {
            int sent = 0;
            for (String text : texts) {
                sent += command(variable, text);
            }
            assertThat(sent).as(variable.name()).isPositive();
        }
    }

    private static int command(TurnVariable variable, String text) {
        String wire;
        try {
            wire = new TurnAnswer("say").set(variable, text).command();
        } catch (IllegalArgumentException refused) {
            return 0;
        }
        Map<String, String> expected = new LinkedHashMap<>();
        for (TurnVariable each : TurnVariable.values()) {
            expected.put("AMENDS_" + each, "");
        }
        expected.put("AMENDS_OK", "1");
        expected.put("AMENDS_DO", "say");
        expected.put("AMENDS_" + variable, text);
        assertThat(WireJudge.variablesOf(wire)).isEqualTo(expected);
        return 1;
    }

    @Test
    void an_answer_of_which_every_variable_is_as_long_as_can_be_is_refused() {
        TurnAnswer answer = new TurnAnswer("say");
        for (TurnVariable variable : TurnVariable.values()) {
            answer.set(variable, "x".repeat(2000));
        }
        assertThatThrownBy(answer::command).isInstanceOf(IllegalArgumentException.class);
    }

    /** Everything that the rooms can answer, with the text in each of its places. */
    @Test
    void whatever_a_room_answers_gives_one_command_that_sets_our_variables_only() {
        List<Class<?>> answers = answers();
        assertThat(answers).contains(Turn.Join.class, Seat.AtRep.class, Claimed.class);
        for (Class<?> type : answers) {
            for (int place = 0; place < Poisoned.texts(List.of(type)); place++) {
                int sent = 0;
                for (String text : texts) {
                    sent += answer(type, place, text);
                }
                assertThat(sent).as(type + " " + place).isPositive();
            }
        }
    }

    private static List<Class<?>> answers() {
        return Arrays.stream(TurnWriter.class.getDeclaredMethods())
                .filter(InjectionTest::isAnswer)
                .map(method -> method.getParameterTypes()[0])
                .flatMap(type ->
                        type.isSealed()
                                ? Arrays.stream(type.getPermittedSubclasses())
                                : Stream.of(type))
                .<Class<?>>map(type -> type)
                .toList();
    }

    private static boolean isAnswer(Method method) {
        return method.getName().equals("write")
                && !method.isSynthetic()
                && !Modifier.isPrivate(method.getModifiers());
    }

    private static int answer(Class<?> type, int place, String text) {
        String wire;
        try {
            wire = written(Poisoned.with(List.of(type), place, text)[0]).command();
        } catch (IllegalArgumentException refused) {
            return 0;
        }
        Map<String, String> variables = WireJudge.variablesOf(wire);
        assertThat(variables.keySet().stream().map(name -> name.replaceFirst("^AMENDS_", "")))
                .containsExactly(
                        Arrays.stream(TurnVariable.values())
                                .map(Enum::name)
                                .toArray(String[]::new));
        assertThat(variables).containsEntry("AMENDS_OK", "1");
        assertThat(variables.get("AMENDS_DO")).matches("[a-z]+");
        // One called person, at the trunk only, or one phone, of which ClaimDesk or SameRepPolicy
        // has seen that it is a rep's.
        assertThat(variables.get("AMENDS_DIAL"))
                .matches(
                        Set.of("ring", "reach").contains(variables.get("AMENDS_DO"))
                                ? "[A-Za-z0-9]+/[A-Za-z0-9_.@/-]+"
                                : "|PJSIP/\\+[0-9]+@carrier");
        return 1;
    }

    private static TurnAnswer written(Object answer) {
        for (Method method : TurnWriter.class.getDeclaredMethods()) {
            if (isAnswer(method) && method.getParameterTypes()[0].isInstance(answer)) {
                try {
                    return (TurnAnswer)
                            (method.getParameterCount() == 1
                                    ? method.invoke(WRITER, answer)
                                    : method.invoke(WRITER, answer, List.of()));
                } catch (InvocationTargetException e) {
                    throw Poisoned.refusal(e);
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("nobody writes a " + answer.getClass());
    }

    // ---- turns: what we are asked

    /** A text in one line of the environment changes nothing of what the others say. */
    @Test
    void whatever_gets_into_a_line_of_a_question_changes_that_part_alone_or_is_refused() {
        List<String> good = Environments.turn("+12025550123", "arrival", "support", "s", "1");
        AgiQuestion plain = asked(good);
        for (int line = 0; line < good.size(); line++) {
            String name = good.get(line).substring(0, good.get(line).indexOf(':'));
            int read = 0;
            for (String text : texts) {
                List<String> lines = new ArrayList<>(good);
                lines.set(line, name + ": " + text);
                try {
                    assertThat(without(name, asked(lines)))
                            .as(text)
                            .isEqualTo(without(name, plain));
                    read++;
                } catch (MalformedTurn refused) {
                    assertThat(refused).hasMessageNotContaining("null");
                }
            }
            assertThat(read).as(name).isPositive();
        }
    }

    /** What was asked, but for the part that this line says. */
    private static Map<String, Object> without(String name, AgiQuestion question) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent part : AgiQuestion.class.getRecordComponents()) {
            try {
                parts.put(part.getName(), part.getAccessor().invoke(question));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(parts).containsKeys(SAYS.values().toArray(String[]::new));
        parts.remove(SAYS.get(name));
        assertThat(question.callerId()).matches("(\\+?[0-9]{1,32})?");
        return parts;
    }

    /** As it is cut into lines on the way: at each line feed. A line too many is a wrong key. */
    private static AgiQuestion asked(List<String> lines) {
        AgiEnvironment environment = new AgiEnvironment();
        boolean ended = false;
        for (String line : (String.join("\n", lines) + "\n").split("(?<=\n)")) {
            String bare = line.replaceFirst("\r?\n$", "");
            if (ended || bare.length() > AgiEnvironment.LONGEST_LINE) {
                throw new MalformedTurn("the connection is closed at such a line");
            }
            ended = environment.take(bare);
        }
        assertThat(environment.take("")).isTrue();
        return environment.question();
    }
}
