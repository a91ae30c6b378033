package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who is kept for upset callers stands where the dialplan finds it without us. */
class AmiOrdinaryCallersTest {

    private final LinkedFake fake = LinkedFake.with(LinkedFake.calm(100)).started();
    private final AmiOrdinaryCallers callers = new AmiOrdinaryCallers(fake.link);

    AmiOrdinaryCallersTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    private String written() {
        return fake.pbx.got("Originate").getLast().of("Variable");
    }

    @Test
    void it_is_written_by_queue_with_the_queue_that_tells_a_pause_of_his_own() {
        boolean done =
                callers.remember(LinkedFake.LINE, Set.of("PJSIP/b", "Local/5001@from-queue/n"));

        assertThat(done).isTrue();
        assertThat(written())
                .isEqualTo(
                        "AMENDS_OF=support,AMENDS_NAMES=support-senior&Local/5001@from-queue/n&PJSIP/b");
    }

    @Test
    void where_nobody_is_kept_nothing_is_left() {
        assertThat(callers.remember(LinkedFake.LINE, Set.of())).isTrue();

        assertThat(written()).isEqualTo("AMENDS_OF=support,AMENDS_NAMES=");
    }

    @Test
    void what_the_dialplan_cannot_write_is_told() {
        fake.pbx.on("Originate", a -> a.error("Originate failed"));

        assertThat(callers.remember(LinkedFake.LINE, Set.of("PJSIP/b"))).isFalse();
    }

    @Test
    void a_name_that_would_be_read_as_something_else_is_not_sent() {
        assertThat(callers.remember(LinkedFake.LINE, Set.of("PJSIP/a,AMENDS_OF=x"))).isFalse();
        assertThat(callers.remember(LinkedFake.LINE, Set.of("PJSIP/a\"]?x"))).isFalse();

        assertThat(fake.pbx.got("Originate")).isEmpty();
    }

    @Test
    void more_than_one_line_holds_are_not_written_in_part() {
        Set<String> many =
                IntStream.range(5000, 5100).mapToObj(n -> "PJSIP/" + n).collect(Collectors.toSet());

        assertThat(callers.remember(LinkedFake.LINE, many)).isFalse();
    }
}
