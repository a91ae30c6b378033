package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.reception.FloorNews.What;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/** What the dialplan posts of limits, help and hard calls. */
class FloorNewsTest {

    @ParameterizedTest
    @CsvSource({
        "limit.02.1764336000, LIMIT, '', 2",
        "help.0.1764336000, HELP, '', 0",
        "joined.0.1764336000, JOINED, '', 0",
        "handed.0.1764336000, HANDED, '', 0",
        "taken.0.1764336000, TAKEN, '', 0",
        "ended.0.1764336000, ENDED, '', 0",
        "hard-abusive.05.1764336000, HARD, abusive, 5",
    })
    void it_says_what_and_why_and_when(String heard, What what, String why, int number) {
        assertThat(FloorNews.read("1764335900.12:Local/5001@from-queue", heard))
                .contains(
                        new FloorNews(
                                what,
                                why,
                                new CallId("1764335900.12"),
                                "Local/5001@from-queue",
                                number,
                                Instant.ofEpochSecond(1764336000)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', limit.01.1764336000",
        "1764335900.12, limit.01.1764336000",
        "1764335900.12:, limit.01.1764336000",
        "1764335900.12:PJSIP/rep1, ''",
        "1764335900.12:PJSIP/rep1, limit",
        "1764335900.12:PJSIP/rep1, limits.01.1764336000",
        "1764335900.12:PJSIP/rep1, limit.01",
        "1764335900.12:PJSIP/a:b, limit.01.1764336000",
    })
    void what_is_not_like_one_is_none(String state, String heard) {
        assertThat(FloorNews.read(state, heard)).isEmpty();
    }

    @Test
    void every_word_the_dialplan_posts_is_known() throws IOException {
        String dialplan = Files.readString(Path.of("asterisk-conf/amends/extensions.conf"));
        assertThat(
                        Pattern.compile("amends-news,s,1\\(([a-z]+)")
                                .matcher(dialplan)
                                .results()
                                .map(found -> found.group(1) + ".0.1"))
                .isNotEmpty()
                .allMatch(heard -> FloorNews.read("1.2:PJSIP/rep1", heard).isPresent());
    }
}
