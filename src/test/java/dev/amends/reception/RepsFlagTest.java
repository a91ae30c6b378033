package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Flag;
import dev.amends.caller.FlagKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** What a rep's flag means that the dialplan posts. */
class RepsFlagTest {

    @ParameterizedTest
    @CsvSource({
        "upset-1.PJSIP/rep1, UPSET, waited too long, PJSIP/rep1",
        "upset-2.Local/5001@from-queue, UPSET, problem not solved, Local/5001@from-queue",
        "upset-3.PJSIP/a-b_c, UPSET, treated badly, PJSIP/a-b_c",
        "upset-4., UPSET, other, ''",
        "abusive.PJSIP/rep1, ABUSIVE, abusive, PJSIP/rep1",
    })
    void it_says_what_why_and_who(String posted, FlagKind kind, String reason, String by) {
        assertThat(RepsFlag.read(posted)).contains(new RepsFlag(kind, reason, by));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "upset",
                "upset-5.PJSIP/rep1",
                "upset-1",
                "abusive",
                "calm.x",
                "upset-1.a b",
                "upset-1.a&b"
            })
    void anything_else_is_not_one(String posted) {
        assertThat(RepsFlag.read(posted)).isEmpty();
    }

    @Test
    void it_fades_as_every_flag() {
        Flag flag =
                RepsFlag.read("upset-1.PJSIP/rep1")
                        .orElseThrow()
                        .from(Scene.NOW, Duration.ofDays(14));
        assertThat(flag.fadesAt()).isEqualTo(Scene.NOW.plus(Duration.ofDays(14)));
    }
}
