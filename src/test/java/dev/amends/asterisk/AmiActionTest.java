package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

class AmiActionTest {

    private static final String[] PIECES = {
        "\r\n",
        "\n",
        "\r",
        ",",
        "Action: Command",
        "\r\nAction: Originate\r\n\r\n",
        "\u0000",
        "ü",
        " ",
        ":",
        "a",
        "17.5",
        "/",
        "${SHELL(id)}",
        "\\n",
        "\"",
        ";",
        "\u2028",
        "\u0085",
        "=",
        "%0a"
    };

    @Test
    void whatever_is_put_into_a_field_gives_exactly_one_action_or_a_refusal() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Function<String, AmiAction>> fields = fields();
        try (FakeAmi pbx = new FakeAmi();
                AmiSession session =
                        AmiSession.forActions(pbx.settings(AmiLinkTest.quick(10)), _ -> {})) {
            int before = pbx.all().size();
            int accepted = 0;
            for (int i = 0; i < 500; i++) {
                String text = text(random);
                for (Function<String, AmiAction> field : fields) {
                    accepted += sent(session, field, text);
                }
            }
            int expected = before + accepted;
            await().until(() -> pbx.all().size() >= expected);
            assertThat(pbx.all()).hasSize(expected);
            assertThat(pbx.all().subList(before, expected))
                    .allSatisfy(action ->
                            assertThat(action.lines())
                                    .allMatch(l -> l.matches("[A-Za-z]+: [ -~]+"))
                                    .hasSizeLessThanOrEqualTo(9));
        }
    }

    private static int sent(AmiSession session, Function<String, AmiAction> field, String text) {
        AmiAction action;
        try {
            action = field.apply(text);
        } catch (IllegalArgumentException refused) {
            return 0;
        }
        session.send(action);
        return 1;
    }

    private static List<Function<String, AmiAction>> fields() {
        List<Function<String, AmiAction>> fields =
                new ArrayList<>(
                        List.of(
                                AmiActions::global,
                                AmiActions::showDialplan,
                                AmiActions::forget,
                                AmiActions::mark,
                                text -> AmiActions.setGlobal("AMENDS_BEAT", text),
                                text -> AmiActions.setGlobal(text, "1"),
                                text -> AmiActions.epochOf(text, "20:13:32"),
                                text -> AmiActions.epochOf("2026-11-21", text),
                                text -> {
                                    AmiAction ping = AmiActions.ping();
                                    ping.setActionId(text);
                                    return ping;
                                }));
        for (AmiHeader header : AmiHeader.values()) {
            fields.add(text -> new AmiAction("Ping").with(header, text));
        }
        return fields;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? Character.toString(random.nextInt(0x300))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
