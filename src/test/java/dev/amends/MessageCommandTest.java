package dev.amends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.dialing.Messenger.Sending;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.Callback;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.PromiseId;
import dev.amends.promise.Tries;
import dev.amends.reception.LateText;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A real command is run for one message; {@link BoundedCommandTest} shows what bounds it. */
class MessageCommandTest {

    private static final String TEXT = "We're late; $(id) `id` \"quoted\" > {file}.";
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir private Path folder = Path.of("set by JUnit");

    private Sending sends(int seconds, String... words) throws InterruptedException {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId("a".repeat(32)),
                        new PhoneNumber("+12025550143"),
                        new LineName("support"),
                        new EffectiveArrival(NOON),
                        NOON,
                        new CallId("1732219200.1"),
                        2,
                        Language.ENGLISH);
        BoundedCommand command = new BoundedCommand(List.of(words), Duration.ofSeconds(seconds));
        return new MessageCommand(command, _ -> new LateText(new Language("es"), TEXT))
                .send(new Callback.Promised(terms, 2, Tries.NONE, NOON));
    }

    @Test
    void it_gets_number_text_and_language_each_as_one_argument_that_no_shell_reads()
            throws Exception {
        Path said = folder.resolve("said");
        List<String> words = new ArrayList<>(List.of("sh", "-c", "printf '%s\\n' \"$@\" > \"$0\""));
        words.addAll(List.of(said.toString(), "{number}", "{language}", "Acme: {text}"));

        assertThat(sends(60, words.toArray(String[]::new))).isEqualTo(new Sending.Sent());

        assertThat(Files.readAllLines(said)).containsExactly("+12025550143", "es", "Acme: " + TEXT);
    }

    @Test
    void one_that_fails_has_sent_nothing_and_the_reason_is_without_what_it_complains_of()
            throws Exception {
        assertThat(sends(60, "sh", "-c", "echo {number} is unknown >&2; exit 3"))
                .isEqualTo(new Sending.Failed("the command for it failed with exit code 3"));
    }

    @Test
    void one_that_is_not_there_takes_too_long_or_says_too_much_has_sent_nothing() throws Exception {
        assertThat(sends(60, folder.resolve("none").toString()))
                .isEqualTo(new Sending.Failed("the command for it can't be run"));
        assertThat(sends(1, "sleep", "600"))
                .isEqualTo(new Sending.Failed("the command for it took more than 1 s"));
        assertThat(sends(60, "yes"))
                .isEqualTo(new Sending.Failed("the command for it says too much"));
    }
}
