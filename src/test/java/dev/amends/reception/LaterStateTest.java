package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.promise.AttemptId;
import dev.amends.reception.CallerState.Typing;
import dev.amends.reception.LaterState.At;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class LaterStateTest {

    private static final Instant NOW = Instant.parse("2026-11-02T20:05:17.123Z");
    private static final AttemptId ATTEMPT = new AttemptId("0123456789abcdef".repeat(2));

    @ParameterizedTest
    @EnumSource
    void a_state_comes_back_as_it_went(At at) {
        LaterState bare =
                new LaterState(at, 1003, 2, NOW, Typing.NOTHING, Optional.empty(), "PJSIP/rep1");
        assertThat(LaterState.read(bare.text(), Instant.EPOCH)).contains(bare);
        LaterState called =
                new LaterState(
                        at,
                        1,
                        0,
                        NOW,
                        new Typing(2, Optional.of(Scene.NUMBER)),
                        Optional.of(ATTEMPT),
                        "");
        assertThat(LaterState.read(called.text(), Instant.EPOCH)).contains(called);
    }

    @Test
    void the_dialplan_begins_it_with_how_often_the_attempt_and_the_rep() {
        String text = "new:2:" + ATTEMPT.value() + ":Local/5001@from-queue";
        assertThat(LaterState.read(text, NOW))
                .contains(
                        new LaterState(
                                At.BEGUN,
                                2000,
                                0,
                                NOW,
                                Typing.NOTHING,
                                Optional.of(ATTEMPT),
                                "Local/5001@from-queue"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "new:0::PJSIP/rep1",
                "new:1:xyz:PJSIP/rep1",
                "new:1::PJSIP/rep1&PJSIP/rep2",
                "new:1::PJSIP/rep1,20",
                "2:choice:1000:0:5:0:::PJSIP/rep1",
                "1:nowhere:1000:0:5:0:::PJSIP/rep1",
                "1:choice:1000:0:0:::PJSIP/rep1",
                "1:choice:1000:0:5:0:123::PJSIP/rep1",
                "1:choice:-5:0:5:0:::PJSIP/rep1"
            })
    void what_is_not_ours_is_no_state(String text) {
        assertThat(LaterState.read(text, NOW)).isEmpty();
    }
}
