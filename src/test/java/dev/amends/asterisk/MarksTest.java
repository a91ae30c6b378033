package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.dialing.ServedCall;
import dev.amends.dialing.Witness;
import dev.amends.promise.AttemptOutcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class MarksTest {

    /** What a carrier did, and what Dial said of it on a real Asterisk 22. */
    @ParameterizedTest
    @CsvSource({
        "486,            end:BUSY:17,        BUSY",
        "603,            end:CHANUNAVAIL:21, DECLINED",
        "404,            end:CHANUNAVAIL:1,  FAILED",
        "bad endpoint,   end:CHANUNAVAIL:3,  FAILED",
        "subscriber gone,end:CHANUNAVAIL:20, FAILED",
        "503,            end:CONGESTION:34,  CONGESTION",
        "network,        end:CONGESTION:38,  CONGESTION",
        "switch,         end:CHANUNAVAIL:42, CONGESTION",
        "rings out,      end:NOANSWER:0,     NO_ANSWER",
        "480,            end:NOANSWER:19,    NO_ANSWER",
        "rep hung up,    end:CANCEL:0,       REP_LEFT",
        "key 2,          end:NOTNOW:0:7,       NOT_NOW",
        "key 3,          end:NOLONGER:0:7,     NO_LONGER_NEEDED",
        "no key,         end:NOKEY:0:7,        NO_KEY",
        "hung up early,  end:HUNGUP:16:7,      NO_KEY",
        "gave up,        end:GAVEUP:0:7,       GAVE_UP_HOLDING",
        "new status,     end:TORTURE:0,      UNKNOWN",
        "bad arguments,  end:INVALIDARGS:0,  FAILED"
    })
    void an_end_says_what_came_of_the_attempt(String did, String mark, AttemptOutcome outcome) {
        assertThat(Marks.read(mark))
                .as(did)
                .isInstanceOfSatisfying(
                        Witness.Ended.class,
                        ended -> assertThat(ended.outcome()).isEqualTo(outcome));
    }

    /** Seconds since he answered; a day where that can't be told. */
    @ParameterizedTest
    @CsvSource({
        "end:BUSY:17,        0",
        "end:NOANSWER:0,     0",
        "end:CANCEL:0,       0",
        "end:NOTNOW:0:12,    12",
        "end:GAVEUP:0:61,    61",
        "end:BRIDGED:95:107, 107",
        "end:BRIDGED:95,     86400",
        "end:NOKEY:0,        86400",
        "end:TORTURE:0,      86400",
        "x,                  86400"
    })
    void an_end_says_how_long_the_line_was_open(String mark, long seconds) {
        assertThat(Marks.read(mark).took()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void a_mark_of_a_served_caller_says_in_which_call_and_for_how_long() {
        assertThat(Marks.served("served:12:1795294019.21"))
                .contains(new ServedCall(new CallId("1795294019.21"), Duration.ofSeconds(12)));
        for (String other : List.of("said", "served:12", "served::1.2", "served:1:a b", "")) {
            assertThat(Marks.served(other)).as(other).isEmpty();
        }
    }

    @Test
    void marks_on_the_way_say_how_far_it_came() {
        assertThat(Marks.read("dialing")).isEqualTo(new Witness.Dialing());
        assertThat(Marks.read("answered:1795294019.21"))
                .isEqualTo(new Witness.Answered("1795294019.21"));
        assertThat(Marks.read("bridged:1795292012:1795294019.21:4"))
                .isEqualTo(
                        new Witness.Bridged(
                                Instant.ofEpochSecond(1795292012),
                                "1795294019.21",
                                Duration.ofSeconds(4)));
        assertThat(Marks.read("end:BRIDGED:95:107"))
                .isEqualTo(new Witness.Spoke(Duration.ofSeconds(95), Duration.ofSeconds(107)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "end",
                "end:",
                "end:BUSY",
                "end:BUSY:",
                "end:busy:17",
                "end:BUSY:-1",
                "end:BUSY:99999999999",
                "bridged::1795294019.21",
                "bridged:soon",
                "bridged:999999999999999999:1795294019.21",
                "end:BRIDGED:x"
            })
    void what_cannot_be_read_is_not_known(String mark) {
        assertThat(Marks.read(mark))
                .isEqualTo(new Witness.Ended(AttemptOutcome.UNKNOWN, Duration.ofDays(1)));
    }
}
