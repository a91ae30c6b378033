package dev.amends.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Only a turn that was answered to its end, in order and with a right verb, is a right one. */
class ExchangeTest {

    private static final String ASKS_KEY = "GET VARIABLE AMENDS_KEY\n";
    private static final String ANSWER =
            "EXEC MSet \"AMENDS_OK=1,AMENDS_DO=ask,AMENDS_NEXT=choice,AMENDS_STATE=1:x\"\n";

    private final Exchange exchange =
            new Exchange(
                    new Asked("waiting", "1:y", "*", "+12023000001", "1.1", Set.of("ask")), "c0de");

    private String after(String text) {
        byte[] reply = exchange.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        return new String(reply, StandardCharsets.US_ASCII);
    }

    @Test
    void a_right_answer_is_right_once_the_other_side_has_closed() {
        assertThat(new String(exchange.opening(), StandardCharsets.US_ASCII))
                .contains("agi_arg_1: waiting\n", "agi_arg_3: 1:y\nagi_arg_4: *\n\n");
        assertThat(after(ASKS_KEY)).isEqualTo("200 result=1 (c0de)\n");
        assertThat(after(ANSWER)).isEqualTo("200 result=0\n");
        assertThat(exchange.rightlyClosed()).isTrue();
        assertThat(exchange.answered("NEXT")).isEqualTo("choice");
        assertThat(exchange.answered("STATE")).isEqualTo("1:x");
    }

    @Test
    void it_may_come_in_pieces_and_in_other_quotes() {
        assertThat(after("GET VARIABLE \"AMEN")).isEmpty();
        assertThat(after("DS_KEY\"\n")).isNotEmpty();
        assertThat(after("EXEC \"MSet\" \"AMENDS_OK=1,AMENDS_DO=ask\"\n")).isNotEmpty();
        assertThat(exchange.rightlyClosed()).isTrue();
    }

    @Test
    void another_verb_is_wrong() {
        after(ASKS_KEY);
        assertThat(after(ANSWER.replace("DO=ask", "DO=say"))).isEmpty();
        assertThat(exchange.isWrong()).isTrue();
        assertThat(exchange.rightlyClosed()).isFalse();
        assertThat(exchange.complaint()).contains("DO=say");
    }

    @Test
    void an_answer_before_the_key_is_wrong() {
        assertThat(after(ANSWER)).isEmpty();
        assertThat(exchange.isWrong()).isTrue();
    }

    @Test
    void closing_before_the_answer_is_wrong() {
        after(ASKS_KEY);
        assertThat(exchange.rightlyClosed()).isFalse();
        assertThat(exchange.complaint()).isEqualTo("closed while ANSWER was expected");
    }

    @Test
    void a_second_answer_is_wrong() {
        after(ASKS_KEY);
        after(ANSWER);
        after(ANSWER);
        assertThat(exchange.rightlyClosed()).isFalse();
    }

    @Test
    void half_a_line_at_the_end_is_wrong() {
        after(ASKS_KEY);
        after(ANSWER);
        after("EXEC");
        assertThat(exchange.rightlyClosed()).isFalse();
    }
}
