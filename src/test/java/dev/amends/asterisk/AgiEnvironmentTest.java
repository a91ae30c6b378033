package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class AgiEnvironmentTest {

    @Test
    void a_turn_of_a_real_asterisk_is_read() {
        assertThat(read(Environments.turn("+12025550123", "choice", "support", "v1:a;b=c", "1")))
                .isEqualTo(
                        new AgiQuestion(
                                "choice",
                                "support",
                                "v1:a;b=c",
                                "1",
                                "1795292085.6",
                                "+12025550123",
                                "en"));
    }

    @ParameterizedTest
    @CsvSource({
        "unknown,''",
        "anonymous,''",
        "'',''",
        "+,''",
        "202-555-0123,''",
        "2025550123,2025550123",
        "+442071838750,+442071838750"
    })
    void a_caller_id_is_digits_with_a_plus_or_counts_as_withheld(String sent, String read) {
        assertThat(read(Environments.turn(sent, "arrival", "support", "", "")).callerId())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"es,es", "es_MX,es_MX", "pt-BR,pt-BR", "'',''", "default,''", "../es,''", "e,''"})
    void a_language_is_a_name_of_one_or_counts_as_none(String sent, String read) {
        List<String> lines = Environments.arrival();
        lines.replaceAll(l -> l.startsWith("agi_language") ? "agi_language: " + sent : l);
        assertThat(read(lines).language()).isEqualTo(read);
    }

    @Test
    void a_local_channels_half_is_left_out_of_its_id() {
        List<String> lines = Environments.arrival();
        lines.replaceAll(l -> l.startsWith("agi_uniqueid") ? "agi_uniqueid: abc;2" : l);
        assertThat(read(lines).uniqueId()).isEqualTo("abc");
    }

    static Stream<List<String>> hostile() {
        List<String> good = Environments.arrival();
        return Stream.of(
                // A caller id with line breaks in it.
                with(good, "agi_callerid: 1", "agi_uniqueid: 9.9"),
                with(good, "agi_callerid: 1", "agi_dnid: 911"),
                with(good, "agi_callerid: 1", "agi_threadid: 5", "agi_arg_1: claim"),
                with(good, "agi_callerid: 1", "agi_threadid: 5", ""),
                with(good, "agi_callerid: 1", ""),
                with(good, "agi_callerid: 1", "agi_arg_1: claim"),
                with(good, "agi_callerid: 1", "agi_callerid: 2"),
                with(good, "agi_callerid: 1", "x"),
                with(good, "agi_callerid: 1", "agi_future: 1"),
                with(good, "agi_callerid: \u0000"),
                with(good, "agi_callerid: \u001b[2J"),
                // Arguments.
                Environments.turn("1"),
                Environments.turn("1", "arrival"),
                Environments.turn("1", "arrival", "support", "", "", "five"),
                Environments.turn("1", "Arrival", "support"),
                Environments.turn("1", "arrival", "../etc"),
                Environments.turn("1", "arrival", "support", "a,b"),
                Environments.turn("1", "arrival", "support", "${SHELL(x)}"),
                Environments.turn("1", "arrival", "support", "\"x\""),
                Environments.turn("1", "arrival", "support", "", "1 2"),
                Environments.turn("1", "arrival", "support", "", "1".repeat(65)),
                Environments.turn("1", "a".repeat(32), "support"),
                with(good, "agi_arg_1: arrival", "agi_arg_1: claim"),
                with(good, "agi_arg_4: ", "agi_callerid: 5"),
                // Not a turn at all.
                List.of(""),
                List.of("GET / HTTP/1.1"),
                List.of("agi_network: yes", ""),
                replace(good, "agi_network_script: turn", "agi_network_script: other"),
                replace(good, "agi_uniqueid: 1795292085.6", "agi_uniqueid: a b"),
                replace(good, "agi_uniqueid: 1795292085.6", "agi_uniqueid:"),
                with(good, "agi_calleridname: " + "x".repeat(9000)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_forged_or_malformed_is_refused(List<String> lines) {
        assertThatThrownBy(() -> read(lines)).isInstanceOf(MalformedTurn.class);
    }

    @Test
    void random_lines_are_read_or_refused_and_never_change_who_calls() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            List<String> lines = Environments.arrival();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutate(lines, random);
            }
            try {
                AgiQuestion question = read(lines);
                assertThat(question.callerId()).matches("\\+?[0-9]*");
                assertThat(question.state()).doesNotContainPattern("[\\s,\"$\\\\]");
                assertThat(question.uniqueId()).matches("[A-Za-z0-9._:-]+");
            } catch (MalformedTurn expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    private static void mutate(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 3 -> lines.set(at, line.substring(random.nextInt(line.length() + 1)));
            case 4 -> lines.set(at, line + (char) random.nextInt(0x250));
            default -> lines.add(at, "agi_" + Integer.toString(random.nextInt(999), 36) + ": x");
        }
        if (lines.isEmpty()) {
            lines.add("agi_network: yes");
        }
    }

    private static List<String> with(List<String> good, String... instead) {
        String name = instead[0].substring(0, instead[0].indexOf(':') + 1);
        List<String> lines = new ArrayList<>();
        for (String line : good) {
            if (line.startsWith(name)) {
                lines.addAll(List.of(instead));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> replace(List<String> good, String line, String other) {
        return good.stream().map(l -> l.equals(line) ? other : l).toList();
    }

    /** Lines after the end of the block are what the server refuses as a wrong key. */
    private static AgiQuestion read(List<String> lines) {
        AgiEnvironment environment = new AgiEnvironment();
        for (String line : lines) {
            if (environment.take(line)) {
                throw new MalformedTurn("more lines after the end");
            }
        }
        assertThat(environment.take("")).isTrue();
        return environment.question();
    }
}
